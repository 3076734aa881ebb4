// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/revisionpolicy.h"

#include "core/signing/revisionstep.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include <algorithm>
#include <exception>
#include <memory>

namespace cq {

namespace {

RevisionVerdict unsound(qint64 begin, qint64 end, const QString &why)
{
    RevisionVerdict verdict;
    verdict.begin = begin;
    verdict.end = end;
    verdict.places.append({DocumentPart::Structure, 0, why});
    return verdict;
}

std::shared_ptr<QPDF> openBytes(QByteArrayView bytes)
{
    auto pdf = QPDF::create();
    pdf->setSuppressWarnings(true);
    pdf->setAttemptRecovery(false);
    pdf->processMemoryFile("revision", bytes.data(), static_cast<size_t>(bytes.size()));
    return pdf;
}

// libqpdf has to see the objects at the places that our own reader has checked, and no others.
bool seesTheSame(QPDF &pdf, const QMap<int, qint64> &table)
{
    const auto seen = pdf.getXRefTable();
    return seen.size() == static_cast<size_t>(table.size())
        && std::all_of(seen.begin(), seen.end(), [&table](const std::pair<const QPDFObjGen, QPDFXRefEntry> &entry) {
               return entry.first.getGen() == 0 && entry.second.getType() == 1
                   && table.value(entry.first.getObj(), -1) == entry.second.getOffset();
           });
}

bool trailerStays(const PdfRevision &previous, const PdfRevision &revision)
{
    return revision.root == previous.root && revision.info == previous.info && revision.id == previous.id;
}

RevisionVerdict judge(const RevisionStep &step)
{
    RevisionVerdict verdict;
    verdict.begin = step.revision.begin;
    verdict.end = step.revision.end;
    if (trailerStays(step.previous, step.revision))
        verdict.change = allowedChange(step).value_or(RevisionChange::Forbidden);
    if (verdict.change == RevisionChange::Forbidden)
        verdict.places = changedPlaces(step);
    return verdict;
}

QMap<int, qint64> tableOf(QPDF &pdf)
{
    QMap<int, qint64> table;
    for (const auto &[id, entry] : pdf.getXRefTable())
        table.insert(id.getObj(), entry.getType() == 1 ? entry.getOffset() : -1);
    return table;
}

// Only so that people are told more than "unsound": this reader may have been led astray.
QList<ChangedPlace> placesByOneReader(QByteArrayView file, qint64 signedEnd)
{
    if (signedEnd <= 0 || signedEnd >= file.size())
        return {};
    try {
        const auto before = openBytes(file.first(signedEnd));
        const auto after = openBytes(file);
        const QMap<int, qint64> old = tableOf(*before);
        const QMap<int, qint64> now = tableOf(*after);
        QSet<int> changed;
        for (auto object = now.cbegin(); object != now.cend(); ++object)
            if (old.contains(object.key()) && old[object.key()] != object.value())
                changed.insert(object.key());
        const PdfRevision unknown;
        return changed.isEmpty() ? QList<ChangedPlace>{}
                                 : changedPlaces({*before, *after, unknown, unknown, changed, {}});
    } catch (const std::exception &) {
        return {};
    }
}

/// Goes from one revision to the next with both documents open.
class Walk
{
public:
    Walk(QByteArrayView file, const QList<PdfRevision> &revisions) : m_file(file), m_revisions(revisions) { }

    /// Opens the document as it was signed; false where it cannot be read in one way only.
    bool startAt(qsizetype place);
    /// The revision right behind the one before; startAt() and the calls go place by place.
    RevisionVerdict judgeAt(qsizetype place);

private:
    void moveTo(qsizetype place);

    QByteArrayView m_file;
    const QList<PdfRevision> &m_revisions;
    qsizetype m_next = 0; ///< the first revision that is not in the table yet
    QMap<int, qint64> m_table;
    std::shared_ptr<QPDF> m_pdf;
};

void Walk::moveTo(qsizetype place)
{
    for (; m_next <= place; ++m_next)
        m_table.insert(m_revisions[m_next].objects);
    m_pdf.reset(); // nothing where the next line throws
    m_pdf = openBytes(m_file.first(m_revisions[place].end));
}

bool Walk::startAt(qsizetype place)
{
    try {
        moveTo(place);
        return seesTheSame(*m_pdf, m_table);
    } catch (const std::exception &) {
        return false;
    }
}

RevisionVerdict Walk::judgeAt(qsizetype place)
{
    const PdfRevision &revision = m_revisions[place];
    try {
        if (!m_pdf)
            moveTo(place - 1);
        const std::shared_ptr<QPDF> before = m_pdf;
        QSet<int> changed;
        QSet<int> added;
        for (auto object = revision.objects.cbegin(); object != revision.objects.cend(); ++object)
            (m_table.contains(object.key()) ? changed : added).insert(object.key());
        moveTo(place);
        if (!seesTheSame(*m_pdf, m_table))
            return unsound(revision.begin, revision.end, QStringLiteral("two readers see different objects"));
        return judge({*before, *m_pdf, m_revisions[place - 1], revision, changed, added});
    } catch (const std::exception &fault) {
        return unsound(revision.begin, revision.end, QString::fromUtf8(fault.what()));
    }
}

} // namespace

QList<RevisionVerdict> judgeRevisions(QByteArrayView file, qint64 signedEnd)
{
    const auto revisions = revisionsOf(file);
    if (!revisions) {
        RevisionVerdict verdict = unsound(0, file.size(), revisions.error().detail);
        verdict.places += placesByOneReader(file, signedEnd);
        return {verdict};
    }
    const auto signedOne = std::find_if(revisions->cbegin(), revisions->cend(),
        [signedEnd](const PdfRevision &revision) { return revision.end == signedEnd; });
    if (signedOne == revisions->cend())
        return {unsound(0, file.size(), QStringLiteral("the first signature does not end with a revision"))};
    QList<RevisionVerdict> verdicts;
    Walk walk(file, *revisions);
    const qsizetype first = signedOne - revisions->cbegin();
    if (!walk.startAt(first))
        return {unsound(0, signedEnd, QStringLiteral("two readers see different objects"))};
    for (qsizetype place = first + 1; place < revisions->size(); ++place)
        verdicts.append(walk.judgeAt(place));
    return verdicts;
}

} // namespace cq
