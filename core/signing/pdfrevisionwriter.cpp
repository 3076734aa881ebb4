// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfrevisionwriter.h"

#include "core/signing/opensslhandle.h"
#include "core/signing/pdfdate.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <openssl/evp.h>

#include <algorithm>
#include <exception>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cq {

namespace {

constexpr int maxObjects = 8'388'607; ///< ISO 32000-1 annex C
constexpr int maxPageNodes = 200'000;
constexpr int byteRangeWidth = 48; ///< room for "[0 n n n]" with numbers of 12 digits

/// Refusals inside the adapter; end in buildSignatureRevision.
struct Refusal
{
    Error error;
};

[[noreturn]] void refuse(ErrorCode code, const QString &detail)
{
    throw Refusal{Error{code, detail, {}}};
}

struct LastCrossReference
{
    qint64 offset = 0;
    bool isTable = false;
};

LastCrossReference lastCrossReference(const QByteArray &document)
{
    const qsizetype keyword = document.lastIndexOf("startxref");
    if (keyword < 0 || keyword < document.size() - 2048)
        refuse(ErrorCode::Malformed, QStringLiteral("the document has no startxref at its end"));
    const QByteArray rest = document.mid(keyword + 9, 64).trimmed();
    const auto digits = std::find_if(rest.cbegin(), rest.cend(), [](char c) { return c < '0' || c > '9'; });
    LastCrossReference found;
    found.offset = rest.first(digits - rest.cbegin()).toLongLong();
    if (found.offset <= 0 || found.offset >= document.size())
        refuse(ErrorCode::Malformed, QStringLiteral("the document's startxref leads nowhere"));
    found.isTable = document.mid(found.offset, 32).trimmed().startsWith("xref");
    return found;
}

std::string textString(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString()).unparse();
}

std::string number(double value)
{
    return QByteArray::number(value, 'f', 2).toStdString();
}

/// Collects the changed and new objects of one revision and writes them.
class Revision
{
public:
    Revision(const QByteArray &document, const SignatureRequest &request) : m_document(document), m_request(request) { }

    SignatureRevision build(qsizetype contentsBytes);

private:
    void open();
    QPDFObjectHandle findPage();
    void addToPage(QPDFObjectHandle page);
    void addToForm();
    QString chooseFieldName(QPDFObjectHandle fields);
    std::string fieldBody(QPDFObjectHandle page) const;
    std::string appearanceBody() const;
    std::string signatureHead() const;
    std::string signatureTail() const;
    void put(int id, int generation, const std::string &body);
    void put(QPDFObjectHandle original, QPDFObjectHandle changed);
    std::string trailerEntries(int size) const;
    void writeTable();
    void writeStream();
    std::string reference(int id) const { return std::to_string(id) + " 0 R"; }
    qint64 position() const { return m_document.size() + m_out.size(); }

    const QByteArray &m_document;
    const SignatureRequest &m_request;
    QPDF m_pdf;
    LastCrossReference m_previous;
    int m_signatureId = 0;
    int m_fieldId = 0;
    int m_appearanceId = 0;
    int m_nextId = 0;
    QString m_fieldName;
    QByteArray m_out;
    std::map<QPDFObjGen, qint64> m_offsets;
};

void Revision::open()
{
    if (!m_document.startsWith("%PDF-"))
        refuse(ErrorCode::Malformed, QStringLiteral("the document does not begin with a PDF header"));
    m_pdf.setSuppressWarnings(true);
    m_pdf.setAttemptRecovery(false);
    m_pdf.processMemoryFile("document", m_document.constData(), static_cast<size_t>(m_document.size()));
    m_previous = lastCrossReference(m_document);
    if (m_pdf.isEncrypted())
        refuse(ErrorCode::Refused, QStringLiteral("the document is encrypted"));
    QPDFObjectHandle root = m_pdf.getRoot();
    if (!root.isDictionary() || !root.isIndirect())
        refuse(ErrorCode::Malformed, QStringLiteral("the document has no catalogue"));
    if (root.getKey("/Perms").isDictionary() && root.getKey("/Perms").hasKey("/DocMDP"))
        refuse(ErrorCode::Refused, QStringLiteral("the document is certified against changes"));
    long long highest = 0;
    for (const auto &entry : m_pdf.getXRefTable())
        highest = std::max<long long>(highest, entry.first.getObj());
    QPDFObjectHandle size = m_pdf.getTrailer().getKey("/Size");
    if (size.isInteger())
        highest = std::max(highest, size.getIntValue() - 1);
    if (highest > maxObjects - 4)
        refuse(ErrorCode::TooLarge, QStringLiteral("the document has too many objects"));
    m_signatureId = static_cast<int>(highest) + 1;
    m_fieldId = m_signatureId + 1;
    m_appearanceId = m_signatureId + 2;
    m_nextId = m_signatureId + 3;
}

// Without recursion, and without libqpdf's own list of pages, which may repair the tree and so change other objects.
QPDFObjectHandle Revision::findPage()
{
    std::vector<QPDFObjectHandle> open{m_pdf.getRoot().getKey("/Pages")};
    std::set<QPDFObjGen> seen;
    QPDFObjectHandle last = QPDFObjectHandle::newNull();
    int page = 0;
    for (int visited = 0; !open.empty() && visited < maxPageNodes; ++visited) {
        QPDFObjectHandle node = open.back();
        open.pop_back();
        if (!node.isDictionary() || !node.isIndirect() || !seen.insert(node.getObjGen()).second)
            continue;
        QPDFObjectHandle kids = node.getKey("/Kids");
        if (kids.isArray()) {
            for (int i = kids.getArrayNItems(); i-- > 0;)
                open.push_back(kids.getArrayItem(i));
            continue;
        }
        last = node;
        if (++page == m_request.page)
            return node;
    }
    if (m_request.page != 0 || !last.isDictionary())
        refuse(ErrorCode::InvalidInput, QStringLiteral("the document has no page %1").arg(m_request.page));
    return last;
}

void Revision::put(int id, int generation, const std::string &body)
{
    m_offsets[QPDFObjGen(id, generation)] = position();
    m_out += QByteArray::number(id) + ' ' + QByteArray::number(generation) + " obj\n";
    m_out += QByteArray::fromStdString(body) + "\nendobj\n";
}

void Revision::put(QPDFObjectHandle original, QPDFObjectHandle changed)
{
    put(original.getObjectID(), original.getGeneration(), changed.unparse());
}

void Revision::addToPage(QPDFObjectHandle page)
{
    QPDFObjectHandle annotations = page.getKey("/Annots");
    QPDFObjectHandle changed = annotations.isArray() ? annotations.shallowCopy() : QPDFObjectHandle::newArray();
    changed.appendItem(m_pdf.getObject(m_fieldId, 0));
    if (annotations.isArray() && annotations.isIndirect()) {
        put(annotations, changed);
        return;
    }
    QPDFObjectHandle changedPage = page.shallowCopy();
    changedPage.replaceKey("/Annots", changed);
    put(page, changedPage);
}

QString Revision::chooseFieldName(QPDFObjectHandle fields)
{
    std::set<QString> taken;
    for (int i = 0; fields.isArray() && i < fields.getArrayNItems(); ++i) {
        QPDFObjectHandle field = fields.getArrayItem(i);
        if (field.isDictionary() && field.getKey("/T").isString())
            taken.insert(QString::fromStdString(field.getKey("/T").getUTF8Value()));
    }
    if (!m_request.fieldName.isEmpty()) {
        if (taken.count(m_request.fieldName) != 0)
            refuse(ErrorCode::Conflict, QStringLiteral("the document has a field %1 already").arg(m_request.fieldName));
        return m_request.fieldName;
    }
    for (int i = 1;; ++i) {
        const QString candidate = QStringLiteral("Signature%1").arg(i);
        if (taken.count(candidate) == 0)
            return candidate;
    }
}

void Revision::addToForm()
{
    QPDFObjectHandle root = m_pdf.getRoot();
    QPDFObjectHandle form = root.getKey("/AcroForm");
    QPDFObjectHandle fields = form.isDictionary() ? form.getKey("/Fields") : QPDFObjectHandle::newNull();
    m_fieldName = chooseFieldName(fields);
    QPDFObjectHandle changedFields = fields.isArray() ? fields.shallowCopy() : QPDFObjectHandle::newArray();
    changedFields.appendItem(m_pdf.getObject(m_fieldId, 0));
    QPDFObjectHandle changedForm = form.isDictionary() ? form.shallowCopy() : QPDFObjectHandle::newDictionary();
    if (fields.isArray() && fields.isIndirect())
        put(fields, changedFields);
    else
        changedForm.replaceKey("/Fields", changedFields);
    // SignaturesExist and AppendOnly (ISO 32000-1 12.7.2).
    QPDFObjectHandle flags = changedForm.getKey("/SigFlags");
    changedForm.replaceKey(
        "/SigFlags", QPDFObjectHandle::newInteger((flags.isInteger() ? flags.getIntValue() : 0) | 3));
    if (form.isDictionary() && form.isIndirect()) {
        put(form, changedForm);
        return;
    }
    QPDFObjectHandle changedRoot = root.shallowCopy();
    changedRoot.replaceKey("/AcroForm", changedForm);
    put(root, changedRoot);
}

std::string Revision::fieldBody(QPDFObjectHandle page) const
{
    const QRectF &r = m_request.rect;
    const bool visible = r.width() > 0 && r.height() > 0;
    const std::string rect = visible ? number(r.left()) + ' ' + number(r.top()) + ' ' + number(r.left() + r.width())
            + ' ' + number(r.top() + r.height())
                                     : std::string("0 0 0 0");
    // Print and Locked: PDF/A wants every annotation printable (ISO 19005-1 6.5.3).
    return "<< /Type /Annot /Subtype /Widget /FT /Sig /T " + textString(m_fieldName) + " /V " + reference(m_signatureId)
        + " /F 132 /Rect [" + rect + "] /P " + page.unparse() + " /AP << /N " + reference(m_appearanceId) + " >> >>";
}

std::string Revision::appearanceBody() const
{
    const std::string size =
        number(std::max(m_request.rect.width(), 0.0)) + ' ' + number(std::max(m_request.rect.height(), 0.0));
    return "<< /Type /XObject /Subtype /Form /BBox [0 0 " + size
        + "] /Resources << >> /Length 0 >>\nstream\n\nendstream";
}

std::string Revision::signatureHead() const
{
    if (m_request.kind == SignatureKind::DocumentTimestamp)
        return "<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 /ByteRange ";
    return "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ";
}

std::string Revision::signatureTail() const
{
    if (m_request.kind == SignatureKind::DocumentTimestamp)
        return " >>"; // who and when stand in the token (EN 319 142-1 section 5.4.3)
    std::string tail = " /M (" + pdfDate(m_request.time).toStdString() + ") /Name " + textString(m_request.name);
    if (!m_request.meaning.isEmpty())
        tail += " /Reason " + textString(m_request.meaning);
    if (!m_request.location.isEmpty())
        tail += " /Location " + textString(m_request.location);
    if (!m_request.contactInfo.isEmpty())
        tail += " /ContactInfo " + textString(m_request.contactInfo);
    return tail + " >>";
}

std::string Revision::trailerEntries(int size) const
{
    QPDFObjectHandle trailer = const_cast<QPDF &>(m_pdf).getTrailer();
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
    return entries + " /Prev " + std::to_string(m_previous.offset);
}

void Revision::writeTable()
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

void Revision::writeStream()
{
    const qint64 begin = position();
    m_offsets[QPDFObjGen(m_nextId, 0)] = begin; // the stream lists itself
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
    m_out += QByteArray::number(m_nextId) + " 0 obj\n<< /Type /XRef /W [1 4 2] /Index [" + index.trimmed()
        + "] /Length " + QByteArray::number(data.size()) + ' ' + QByteArray::fromStdString(trailerEntries(m_nextId + 1))
        + " >>\nstream\n" + data + "\nendstream\nendobj\nstartxref\n" + QByteArray::number(begin) + "\n%%EOF\n";
}

SignatureRevision Revision::build(qsizetype contentsBytes)
{
    open();
    if (!m_document.endsWith('\n'))
        m_out += '\n';
    QPDFObjectHandle page = findPage();
    addToPage(page);
    addToForm();
    put(m_fieldId, 0, fieldBody(page));
    put(m_appearanceId, 0, appearanceBody());

    SignatureRevision revision;
    revision.fieldName = m_fieldName;
    const std::string head = signatureHead();
    const auto objectHead = QByteArray::number(m_signatureId).size() + qsizetype(sizeof(" 0 obj\n")) - 1;
    const qsizetype rangeBegin = m_out.size() + objectHead + static_cast<qsizetype>(head.size());
    put(m_signatureId, 0,
        head + std::string(byteRangeWidth, ' ') + " /Contents <"
            + std::string(static_cast<size_t>(2 * contentsBytes), '0') + '>' + signatureTail());
    revision.gapBegin = rangeBegin + byteRangeWidth + qsizetype(sizeof(" /Contents ")) - 1;
    revision.gapEnd = revision.gapBegin + 2 * contentsBytes + 2;

    if (m_previous.isTable)
        writeTable();
    else
        writeStream();
    const qint64 before = m_document.size();
    const QByteArray range = "[0 " + QByteArray::number(before + revision.gapBegin) + ' '
        + QByteArray::number(before + revision.gapEnd) + ' ' + QByteArray::number(m_out.size() - revision.gapEnd) + ']';
    m_out.replace(rangeBegin, range.size(), range);
    revision.bytes = m_out;
    return revision;
}

} // namespace

Result<SignatureRevision> buildSignatureRevision(
    const QByteArray &document, const SignatureRequest &request, qsizetype contentsBytes)
{
    try {
        return Revision(document, request).build(contentsBytes);
    } catch (const Refusal &refusal) {
        return refusal.error;
    } catch (const std::exception &fault) {
        return Error{ErrorCode::Malformed, QString::fromUtf8(fault.what()), {QStringLiteral("reading a PDF to sign")}};
    }
}

Result<void> fillSignature(SignatureRevision &revision, const QByteArray &signature)
{
    const QByteArray digits = signature.toHex();
    if (digits.size() > revision.gapEnd - revision.gapBegin - 2)
        return Error{ErrorCode::Internal, QStringLiteral("the signature does not fit into its room"), {}};
    revision.bytes.replace(revision.gapBegin + 1, digits.size(), digits);
    return {};
}

} // namespace cq
