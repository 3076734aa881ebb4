// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfupdate.h"

#include "core/signing/opensslhandle.h"

#include <openssl/evp.h>

#include <algorithm>

namespace cq {

namespace {

constexpr int maxObjects = 8'388'607; ///< ISO 32000-1 annex C
constexpr int maxImported = 10'000;

} // namespace

void refusePdf(ErrorCode code, const QString &detail)
{
    throw PdfRefusal{Error{code, detail, {}}};
}

PdfUpdate::PdfUpdate(const QByteArray &document) : m_document(document)
{
    if (!m_document.startsWith("%PDF-"))
        refusePdf(ErrorCode::Malformed, QStringLiteral("the document does not begin with a PDF header"));
    m_pdf.setSuppressWarnings(true);
    m_pdf.setAttemptRecovery(false);
    m_pdf.processMemoryFile("document", m_document.constData(), static_cast<size_t>(m_document.size()));
    const qsizetype keyword = m_document.lastIndexOf("startxref");
    if (keyword < 0 || keyword < m_document.size() - 2048)
        refusePdf(ErrorCode::Malformed, QStringLiteral("the document has no startxref at its end"));
    const QByteArray rest = m_document.mid(keyword + 9, 64).trimmed();
    const auto digits = std::find_if(rest.cbegin(), rest.cend(), [](char c) { return c < '0' || c > '9'; });
    m_previous = rest.first(digits - rest.cbegin()).toLongLong();
    if (m_previous <= 0 || m_previous >= m_document.size())
        refusePdf(ErrorCode::Malformed, QStringLiteral("the document's startxref leads nowhere"));
    m_isTable = m_document.mid(m_previous, 32).trimmed().startsWith("xref");
    if (m_pdf.isEncrypted())
        refusePdf(ErrorCode::Refused, QStringLiteral("the document is encrypted"));
    if (!root().isDictionary() || !root().isIndirect())
        refusePdf(ErrorCode::Malformed, QStringLiteral("the document has no catalogue"));
    long long highest = 0;
    for (const auto &entry : m_pdf.getXRefTable())
        highest = std::max<long long>(highest, entry.first.getObj());
    QPDFObjectHandle size = m_pdf.getTrailer().getKey("/Size");
    if (size.isInteger())
        highest = std::max(highest, size.getIntValue() - 1);
    if (highest > maxObjects - 2 * maxImported)
        refusePdf(ErrorCode::TooLarge, QStringLiteral("the document has too many objects"));
    m_nextId = static_cast<int>(highest) + 1;
    if (!m_document.endsWith('\n'))
        m_out += '\n';
}

int PdfUpdate::newId()
{
    return m_nextId++;
}

qsizetype PdfUpdate::bodyBegin(int id) const
{
    return m_out.size() + QByteArray::number(id).size() + qsizetype(sizeof(" 0 obj\n")) - 1;
}

void PdfUpdate::put(QPDFObjGen id, const std::string &body)
{
    m_offsets[id] = position();
    m_out += QByteArray::number(id.getObj()) + ' ' + QByteArray::number(id.getGen()) + " obj\n";
    m_out += QByteArray::fromStdString(body) + "\nendobj\n";
}

std::string PdfUpdate::imported(QPDFObjectHandle foreign)
{
    const std::string text = numbered(foreign);
    while (!m_waiting.empty()) {
        Import next = m_waiting.back();
        m_waiting.pop_back();
        put(next.id, next.object.isStream() ? copiedStream(next.object) : copied(next.object));
    }
    return text;
}

std::string PdfUpdate::numbered(QPDFObjectHandle foreign)
{
    if (!foreign.isIndirect())
        return copied(foreign);
    const auto [place, isNew] = m_importedIds.try_emplace(foreign.getObjGen(), 0);
    if (isNew) {
        if (m_importedIds.size() > maxImported)
            refusePdf(ErrorCode::TooLarge, QStringLiteral("what is to be shown has too many objects"));
        place->second = newId();
        m_waiting.push_back({place->second, foreign});
    }
    return reference(place->second);
}

std::string PdfUpdate::copied(QPDFObjectHandle foreign)
{
    if (foreign.isArray()) {
        std::string text = "[";
        for (int i = 0; i < foreign.getArrayNItems(); ++i)
            text += ' ' + numbered(foreign.getArrayItem(i));
        return text + " ]";
    }
    if (!foreign.isDictionary())
        return foreign.unparseResolved();
    std::string text = "<<";
    for (auto [key, value] : foreign.getDictAsMap())
        text += ' ' + QPDFObjectHandle::newName(key).unparse() + ' ' + numbered(value);
    return text + " >>";
}

std::string PdfUpdate::copiedStream(QPDFObjectHandle foreign)
{
    const auto data = foreign.getRawStreamData();
    QPDFObjectHandle dictionary = foreign.getDict().shallowCopy();
    dictionary.replaceKey("/Length", QPDFObjectHandle::newInteger(static_cast<long long>(data->getSize())));
    return copied(dictionary) + "\nstream\n"
        + std::string(reinterpret_cast<const char *>(data->getBuffer()), data->getSize()) + "\nendstream";
}

std::string PdfUpdate::withEntries(QPDFObjectHandle dictionary, const Entries &entries)
{
    std::string text = "<<";
    for (auto [key, value] : dictionary.getDictAsMap())
        if (entries.count(key) == 0)
            text += ' ' + QPDFObjectHandle::newName(key).unparse() + ' ' + value.unparse();
    for (const auto &[key, value] : entries)
        text += ' ' + key + ' ' + value;
    return text + " >>";
}

std::string PdfUpdate::withItem(QPDFObjectHandle array, const std::string &item)
{
    std::string text = "[";
    for (int i = 0; array.isArray() && i < array.getArrayNItems(); ++i)
        text += ' ' + array.getArrayItem(i).unparse();
    return text + ' ' + item + " ]";
}

std::string PdfUpdate::trailerEntries(int size)
{
    QPDFObjectHandle trailer = m_pdf.getTrailer();
    std::string entries = "/Size " + std::to_string(size) + " /Root " + trailer.getKey("/Root").unparse();
    if (trailer.getKey("/Info").isIndirect())
        entries += " /Info " + trailer.getKey("/Info").unparse();
    QPDFObjectHandle id = trailer.getKey("/ID");
    if (id.isArray() && id.getArrayNItems() == 2) {
        // The first half names the document, the second this state of it (ISO 32000-1 14.4).
        const QByteArray state = digestOf({QByteArrayView(m_out), QByteArrayView(m_document).last(32)}, EVP_sha256());
        const QByteArray half = "<" + state.first(16).toHex() + ">";
        entries += " /ID [" + id.getArrayItem(0).unparse() + ' ' + half.toStdString() + ']';
    }
    return entries + " /Prev " + std::to_string(m_previous);
}

void PdfUpdate::writeTable()
{
    const qint64 begin = position();
    QByteArray table("xref\n");
    for (auto first = m_offsets.cbegin(); first != m_offsets.cend();) {
        auto last = first;
        QByteArray lines;
        int count = 0;
        for (; last != m_offsets.cend() && last->first.getObj() == first->first.getObj() + count; ++last, ++count)
            lines += QByteArray::number(last->second).rightJustified(10, '0') + ' '
                + QByteArray::number(last->first.getGen()).rightJustified(5, '0') + " n \n";
        table += QByteArray::number(first->first.getObj()) + ' ' + QByteArray::number(count) + '\n' + lines;
        first = last;
    }
    m_out += table + "trailer\n<< " + QByteArray::fromStdString(trailerEntries(m_nextId)) + " >>\nstartxref\n"
        + QByteArray::number(begin) + "\n%%EOF\n";
}

void PdfUpdate::writeStream()
{
    const qint64 begin = position();
    const int own = newId();
    m_offsets[QPDFObjGen(own, 0)] = begin; // the stream lists itself
    QByteArray index;
    QByteArray data;
    for (const auto &[id, offset] : m_offsets) {
        index += QByteArray::number(id.getObj()) + " 1 ";
        data += '\x01';
        for (int shift = 24; shift >= 0; shift -= 8)
            data += static_cast<char>((offset >> shift) & 0xFF);
        data += static_cast<char>((id.getGen() >> 8) & 0xFF);
        data += static_cast<char>(id.getGen() & 0xFF);
    }
    m_out += QByteArray::number(own) + " 0 obj\n<< /Type /XRef /W [1 4 2] /Index [" + index.trimmed() + "] /Length "
        + QByteArray::number(data.size()) + ' ' + QByteArray::fromStdString(trailerEntries(m_nextId))
        + " >>\nstream\n" + data + "\nendstream\nendobj\nstartxref\n" + QByteArray::number(begin) + "\n%%EOF\n";
}

QByteArray PdfUpdate::finish()
{
    if (m_isTable)
        writeTable();
    else
        writeStream();
    return m_out;
}

} // namespace cq
