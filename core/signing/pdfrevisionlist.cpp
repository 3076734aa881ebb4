// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfrevisionlist.h"

#include "core/signing/pdfsyntax.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace cq {

namespace {

constexpr qsizetype tailRoom = 1024; ///< where the last startxref is looked for
constexpr qsizetype entrySize = 20; ///< of a line of the table (ISO 32000-1 7.5.4)

Error fault(const QString &what)
{
    return Error{ErrorCode::Malformed, what, {QStringLiteral("reading the revisions of a PDF")}};
}

bool standsAt(QByteArrayView bytes, qint64 at, QByteArrayView word)
{
    return at <= bytes.size() && bytes.sliced(at).startsWith(word);
}

/// The number that stands at a place, which moves behind it. Nothing where none stands there or it is over ten digits.
std::optional<qint64> takeNumber(QByteArrayView bytes, qint64 &at)
{
    const qint64 begin = at;
    while (at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9')
        ++at;
    if (at == begin || at - begin > 10)
        return std::nullopt;
    return bytes.sliced(begin, at - begin).toByteArray().toLongLong();
}

/// "startxref N %%EOF" from `at` on, which moves behind it and one line end.
std::optional<qint64> takeEnding(QByteArrayView file, qint64 &at)
{
    if (!standsAt(file, at, "startxref"))
        return std::nullopt;
    at = behindPdfSpace(file, at + 9);
    const auto offset = takeNumber(file, at);
    at = behindPdfSpace(file, at);
    if (!offset || !standsAt(file, at, "%%EOF"))
        return std::nullopt;
    at += 5;
    at += standsAt(file, at, "\r\n") ? 2 : standsAt(file, at, "\n") || standsAt(file, at, "\r") ? 1 : 0;
    return offset;
}

/// A table with its trailer, and where the table before it stands.
struct Section
{
    PdfRevision revision;
    qint64 previous = 0;
    bool startsDocument = false; ///< lists object 0, the head of the free ones
};

/// Reads one section at its offset.
class SectionReader
{
public:
    SectionReader(QByteArrayView file, qint64 offset) : m_file(file), m_at(offset)
    {
        m_section.revision.tableOffset = offset;
    }

    Result<Section> read();

private:
    Result<void> readEntries();
    Result<void> readEntry(qint64 number);
    Result<void> readTrailer();

    QByteArrayView m_file;
    qint64 m_at;
    Section m_section;
};

Result<Section> SectionReader::read()
{
    if (!standsAt(m_file, m_at, "xref\n"))
        return fault(QStringLiteral("no cross-reference table stands at byte %1").arg(m_at));
    m_at += 5;
    if (const auto entries = readEntries(); !entries)
        return entries.error();
    if (const auto trailer = readTrailer(); !trailer)
        return trailer.error();
    PdfRevision &revision = m_section.revision;
    if (!revision.objects.isEmpty() && revision.objects.lastKey() >= revision.size)
        return fault(QStringLiteral("a table lists an object beyond its size"));
    m_at = behindPdfSpace(m_file, m_at);
    const auto own = takeEnding(m_file, m_at);
    if (!own || *own != revision.tableOffset)
        return fault(QStringLiteral("a revision does not end with the place of its own table"));
    revision.end = m_at;
    return m_section;
}

Result<void> SectionReader::readEntries()
{
    while (!standsAt(m_file, m_at, "trailer")) {
        const auto first = takeNumber(m_file, m_at);
        const bool isHead = first && standsAt(m_file, m_at, " ");
        m_at += isHead ? 1 : 0;
        const auto count = isHead ? takeNumber(m_file, m_at) : std::nullopt;
        if (!count || !standsAt(m_file, m_at, "\n") || *count > (m_file.size() - m_at - 1) / entrySize)
            return fault(QStringLiteral("a cross-reference table is damaged at byte %1").arg(m_at));
        ++m_at;
        for (qint64 i = 0; i < *count; ++i, m_at += entrySize)
            if (const auto entry = readEntry(*first + i); !entry)
                return entry;
    }
    m_at += 7;
    return {};
}

Result<void> SectionReader::readEntry(qint64 number)
{
    const QByteArrayView line = m_file.sliced(m_at, entrySize);
    if (number == 0 && line == "0000000000 65535 f \n" && !m_section.startsDocument) {
        m_section.startsDocument = true;
        return {};
    }
    qint64 at = m_at;
    const auto offset = takeNumber(m_file, at);
    if (number == 0 || !offset || at != m_at + 10 || line.sliced(10) != " 00000 n \n")
        return fault(QStringLiteral("object %1 is free, of another generation or listed in another form").arg(number));
    if (m_section.revision.objects.size() == maxPdfObjects || number > 8'388'607)
        return Error{ErrorCode::TooLarge, QStringLiteral("the document has too many objects"), {}};
    if (m_section.revision.objects.contains(static_cast<int>(number)))
        return fault(QStringLiteral("a table lists object %1 twice").arg(number));
    m_section.revision.objects.insert(static_cast<int>(number), *offset);
    return {};
}

Result<void> SectionReader::readTrailer()
{
    const auto trailer = scanPdfValue(m_file, m_at);
    if (!trailer)
        return trailer.error();
    m_at = trailer->end;
    const auto text = [&](const char *key) { return trailer->entries.value(key).toByteArray().simplified(); };
    for (const QByteArray &key : trailer->entries.keys())
        if (!QByteArrayList{"Size", "Root", "Info", "ID", "Prev"}.contains(key))
            return fault(QStringLiteral("the trailer holds %1").arg(QString::fromLatin1(key.left(40))));
    PdfRevision &revision = m_section.revision;
    bool hasSize = false;
    revision.size = text("Size").toInt(&hasSize);
    revision.root = text("Root");
    revision.info = text("Info");
    if (!hasSize || revision.size < 1 || !revision.root.endsWith(" 0 R"))
        return fault(QStringLiteral("the trailer lacks a size or a catalogue"));
    const QByteArrayView id = trailer->entries.value("ID");
    if (!id.isEmpty()) {
        const auto half = id.startsWith('[') ? scanPdfValue(id, 1) : Result<PdfValue>(fault(QStringLiteral("/ID")));
        if (!half)
            return fault(QStringLiteral("the trailer's /ID is no pair"));
        const QByteArray first = id.sliced(1, half->end - 1).toByteArray().simplified();
        revision.id = first.startsWith('<') ? first.toLower() : first;
    }
    if (!trailer->entries.contains("Prev"))
        return {};
    bool hasPrevious = false;
    m_section.previous = text("Prev").toLongLong(&hasPrevious);
    if (!hasPrevious || m_section.previous <= 0 || m_section.previous >= revision.tableOffset)
        return fault(QStringLiteral("a trailer's /Prev does not lead back"));
    return {};
}

/// The sections by /Prev, oldest first; the newest one has to end the file.
Result<QList<Section>> sectionsOf(QByteArrayView file)
{
    const QByteArrayView tail = file.last(std::min(tailRoom, file.size()));
    qint64 at = file.size() - tail.size() + std::max<qsizetype>(tail.lastIndexOf("startxref"), 0);
    auto offset = takeEnding(file, at);
    if (!offset)
        return fault(QStringLiteral("the file does not end with a startxref"));
    if (at != file.size())
        return fault(QStringLiteral("bytes stand behind the last revision"));
    QList<Section> sections;
    for (qint64 next = *offset; next > 0; next = sections.first().previous) {
        if (sections.size() == maxPdfRevisions)
            return Error{ErrorCode::TooLarge, QStringLiteral("the document has too many revisions"), {}};
        const auto section = SectionReader(file, next).read();
        if (!section)
            return section.error();
        if (sections.isEmpty() ? section->revision.end != file.size()
                               : section->revision.end > sections.first().revision.tableOffset)
            return fault(QStringLiteral("the tables of two revisions overlap"));
        sections.prepend(*section);
    }
    if (sections.isEmpty())
        return fault(QStringLiteral("the file has no cross-reference table"));
    return sections;
}

/// Where the first object may begin: behind "%PDF-1.n" and one line of a comment.
Result<qint64> behindHeader(QByteArrayView file)
{
    if (!standsAt(file, 0, "%PDF-1.") || file.size() < 9 || file[8] != '\n')
        return fault(QStringLiteral("the file does not begin with a PDF header"));
    qint64 at = 9;
    if (standsAt(file, at, "%")) {
        const qsizetype lineEnd = file.sliced(at).first(std::min<qsizetype>(file.size() - at, 16)).indexOf('\n');
        if (lineEnd < 0)
            return fault(QStringLiteral("the file does not begin with a PDF header"));
        at += lineEnd + 1;
    }
    return at;
}

// In the order in which they stand, each beginning where the one before ended: so nothing overlaps, nothing lies
// outside of its revision, and no byte is left over.
Result<QSet<int>> scanObjects(QByteArrayView file, const PdfRevision &revision, qint64 at)
{
    QList<std::pair<qint64, int>> places;
    for (auto object = revision.objects.cbegin(); object != revision.objects.cend(); ++object)
        places.append({object.value(), object.key()});
    std::sort(places.begin(), places.end());
    QSet<int> references;
    for (const auto &[offset, number] : places) {
        if (offset != at)
            return fault(QStringLiteral("object %1 does not begin where what stands before it ends (byte %2)")
                             .arg(number)
                             .arg(at));
        const auto object = scanPdfObject(file.first(revision.tableOffset), at, number);
        if (!object)
            return object.error();
        at = object->end;
        for (const int reference : object->references)
            references.insert(reference);
    }
    if (at != revision.tableOffset)
        return fault(QStringLiteral("bytes of no object stand at byte %1").arg(at));
    return references;
}

} // namespace

Result<QList<PdfRevision>> revisionsOf(QByteArrayView file)
{
    auto sections = sectionsOf(file);
    if (!sections)
        return sections.error();
    const auto header = behindHeader(file);
    if (!header)
        return header.error();
    QList<PdfRevision> revisions;
    QSet<int> known;
    qint64 at = *header;
    int size = 0;
    for (Section &section : *sections) {
        PdfRevision &revision = section.revision;
        if (section.startsDocument != revisions.isEmpty())
            return fault(QStringLiteral("the list of free objects does not stand in the first revision alone"));
        revision.begin = revisions.isEmpty() ? 0 : at;
        for (auto object = revision.objects.cbegin(); object != revision.objects.cend(); ++object)
            known.insert(object.key());
        if (known.size() > maxPdfObjects)
            return Error{ErrorCode::TooLarge, QStringLiteral("the document has too many objects"), {}};
        const auto references = scanObjects(file, revision, revisions.isEmpty() ? at : behindPdfSpace(file, at));
        if (!references)
            return references.error();
        if (!known.contains(*references))
            return fault(QStringLiteral("a reference leads to no object"));
        if (revision.size < size)
            return fault(QStringLiteral("a trailer's /Size is less than the one before"));
        size = revision.size;
        at = revision.end;
        revisions.append(revision);
    }
    return revisions;
}

} // namespace cq
