// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/signing/forgedupdate.h"

#include "core/signing/pdfsyntax.h"
#include "tests/core/signing/signingsamples.h"

#include <QList>

namespace cq::samples {

namespace {

QByteArray lastOffset(const QByteArray &pdf)
{
    return pdf.mid(pdf.lastIndexOf("startxref") + 9, 20).trimmed().split('\n').first();
}

QByteArray reference(int id)
{
    return QByteArray::number(id) + " 0 R";
}

} // namespace

QByteArray tableLine(qsizetype offset)
{
    return QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
}

ForgedUpdate::ForgedUpdate(const QByteArray &pdf) : m_out(pdf)
{
    const qsizetype at = pdf.lastIndexOf("trailer") + 7;
    const auto value = scanPdfValue(pdf, at);
    for (auto entry = value->entries.cbegin(); entry != value->entries.cend(); ++entry)
        m_trailer.insert(entry.key(), entry.value().toByteArray());
    m_nextId = m_trailer.value("Size").toInt();
    m_trailer["Prev"] = lastOffset(pdf);
}

void ForgedUpdate::put(int id, const QByteArray &body)
{
    if (!m_lines.contains(id))
        m_lines[id] = QByteArray::number(id) + " 1\n" + tableLine(m_out.size());
    m_out += QByteArray::number(id) + " 0 obj\n" + body + "\nendobj\n";
}

QByteArray ForgedUpdate::add(const QByteArray &body)
{
    const int id = newId();
    put(id, body);
    return reference(id);
}

QByteArray ForgedUpdate::body(int id) const
{
    const QByteArray head = '\n' + QByteArray::number(id) + " 0 obj\n";
    const qsizetype at = m_out.lastIndexOf(head);
    return at < 0 ? QByteArray() : m_out.mid(at + head.size(), m_out.indexOf("\nendobj\n", at) - at - head.size());
}

QByteArray ForgedUpdate::finish()
{
    m_trailer["Size"] = QByteArray::number(m_nextId);
    const QByteArray begin = QByteArray::number(m_out.size());
    m_out += "xref\n";
    for (const QByteArray &line : std::as_const(m_lines))
        m_out += line;
    m_out += "trailer\n<<";
    for (auto entry = m_trailer.cbegin(); entry != m_trailer.cend(); ++entry)
        if (!entry.value().isEmpty())
            m_out += " /" + entry.key() + ' ' + entry.value();
    return m_out + " >>\nstartxref\n" + begin + "\n%%EOF\n";
}

QByteArray entryOf(const QByteArray &dictionary, const QByteArray &key)
{
    const auto value = scanPdfValue(dictionary, 0);
    return value ? value->entries.value(key).toByteArray() : QByteArray();
}

QByteArray withEntry(const QByteArray &dictionary, const QByteArray &key, const QByteArray &value)
{
    const auto scanned = scanPdfValue(dictionary, 0);
    QByteArray changed = dictionary;
    if (scanned && scanned->entries.contains(key)) {
        const QByteArrayView old = scanned->entries.value(key);
        const qsizetype at = old.data() - dictionary.constData();
        const qsizetype begin = changed.lastIndexOf('/' + key, at);
        changed.remove(begin, at + old.size() - begin);
    }
    return value.isEmpty() ? changed : changed.replace(changed.indexOf("<<"), 2, "<< /" + key + ' ' + value + ' ');
}

QByteArray streamOf(const QByteArray &entries, const QByteArray &data)
{
    return "<< " + entries + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

int numberOf(const QByteArray &reference)
{
    return reference.simplified().split(' ').first().toInt();
}

int pageId(const QByteArray &pdf, int page)
{
    const ForgedUpdate reader(pdf);
    const QByteArray tree = reader.body(numberOf(entryOf(reader.body(numberOf(reader.trailer("Root"))), "Pages")));
    const QList<QByteArray> words = entryOf(tree, "Kids").replace('[', ' ').replace(']', ' ').simplified().split(' ');
    return words.value(3 * (page - 1)).toInt();
}

int contentId(const QByteArray &pdf, int page)
{
    return numberOf(entryOf(ForgedUpdate(pdf).body(pageId(pdf, page)), "Contents"));
}

int catalogueId(const QByteArray &pdf)
{
    return numberOf(ForgedUpdate(pdf).trailer("Root"));
}

SignatureRequest furtherRequest(const QByteArray &pdf)
{
    SignatureRequest wanted = request();
    // What is certified takes signatures in its prepared places only; the first was signed by the auditor.
    if (pdf.contains("/DocMDP"))
        wanted.fieldName = pdf.contains("/T (centre)") && pdf.count("/SubFilter") > 1 ? QStringLiteral("reviewer")
                                                                                       : QStringLiteral("centre");
    return wanted;
}

QByteArray resigned(const QByteArray &pdf)
{
    return signedBytes(pdf, identity(), furtherRequest(pdf));
}

QByteArray plainReport()
{
    QByteArray pdf = handWrittenPdf({.annotationsByReference = true, .attachment = R"({"audit":"fictional"})"});
    pdf.replace("(record.json)", "(audit-record.json)");
    // The offsets moved; the first revision is written again around the same objects.
    QList<QByteArray> bodies;
    for (int id = 1; pdf.contains('\n' + QByteArray::number(id) + " 0 obj\n"); ++id) {
        const qsizetype at = pdf.indexOf('\n' + QByteArray::number(id) + " 0 obj\n");
        const qsizetype begin = pdf.indexOf('\n', at + 1) + 1;
        bodies.append(pdf.mid(begin, pdf.indexOf("\nendobj\n", begin) - begin));
    }
    QByteArray report("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    QByteArray table = "xref\n0 " + QByteArray::number(bodies.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        table += tableLine(report.size());
        report += QByteArray::number(i + 1) + " 0 obj\n" + bodies[i] + "\nendobj\n";
    }
    report = report + table + "trailer\n<< /Size " + QByteArray::number(bodies.size() + 1)
        + " /Root 1 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>\nstartxref\n"
        + QByteArray::number(report.size()) + "\n%%EOF\n";
    ForgedUpdate update(report);
    const QByteArray descriptor = update.add("<< /Type /FontDescriptor /FontName /AAAAAA+Fictional /FontFile2 "
        + update.add(streamOf({}, "not a font, but who looks")) + " >>");
    update.put(
        4, "<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Fictional /FontDescriptor " + descriptor + " >>");
    update.setTrailer("Info", update.add("<< /Title (Fictional report) >>"));
    const int second = pageId(report, 2);
    update.put(second,
        withEntry(
            update.body(second), "Contents", update.add(streamOf({}, "BT /F1 24 Tf 72 500 Td (Page two) Tj ET"))));
    return update.finish();
}

} // namespace cq::samples
