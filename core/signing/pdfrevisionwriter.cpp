// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfrevisionwriter.h"

#include "core/signing/pdfdate.h"
#include "core/signing/pdfupdate.h"
#include "core/signing/signatureform.h"

#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <cmath>
#include <exception>
#include <optional>
#include <set>

namespace cq {

namespace {

constexpr int maxPageNodes = 200'000;
constexpr int byteRangeWidth = 48; ///< room for "[0 n n n]" with numbers of 12 digits
constexpr double sameSize = 0.5; ///< points; Qt rounds pages to whole ones

std::string textString(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString()).unparse();
}

std::string number(double value)
{
    return QByteArray::number(value, 'f', 2).toStdString();
}

/// What a certification allows (ISO 32000-1 12.8.2.2.2); nothing where the document is not certified, 0 where it cannot
/// be read.
std::optional<int> certifiedLevel(QPDFObjectHandle root)
{
    QPDFObjectHandle permissions = root.getKey("/Perms");
    if (!permissions.isDictionary() || !permissions.hasKey("/DocMDP"))
        return std::nullopt;
    QPDFObjectHandle signature = permissions.getKey("/DocMDP");
    QPDFObjectHandle references =
        signature.isDictionary() ? signature.getKey("/Reference") : QPDFObjectHandle::newNull();
    for (int i = 0; references.isArray() && i < references.getArrayNItems(); ++i) {
        QPDFObjectHandle reference = references.getArrayItem(i);
        if (!reference.isDictionary() || !reference.getKey("/TransformMethod").isNameAndEquals("/DocMDP"))
            continue;
        QPDFObjectHandle parameters = reference.getKey("/TransformParams");
        if (!parameters.isDictionary() || !parameters.hasKey("/P"))
            return 2; // ISO 32000-1 table 254
        QPDFObjectHandle level = parameters.getKey("/P");
        return level.isInteger() ? static_cast<int>(std::clamp<long long>(level.getIntValue(), 0, 9)) : 0;
    }
    return 0;
}

/// One revision that signs.
class Revision
{
public:
    Revision(const QByteArray &document, const SignatureRequest &request) : m_request(request), m_update(document) { }

    SignatureRevision build(qsizetype contentsBytes);

private:
    std::vector<QPDFObjectHandle> fields();
    QPDFObjectHandle namedField();
    void checkPermission(bool fillsPrepared);
    void fill(QPDFObjectHandle field);
    void add();
    QString freeFieldName();
    QPDFObjectHandle findPage();
    void addToPage(QPDFObjectHandle page, const std::string &field);
    void addToForm(const std::string &field);
    std::string putAppearance(QSizeF size);
    std::string signatureHead() const;
    std::string signatureTail() const;
    SignatureRevision putSignature(qsizetype contentsBytes);

    const SignatureRequest &m_request;
    PdfUpdate m_update;
    int m_signatureId = 0;
    QString m_fieldName;
    PdfUpdate::Entries m_rootEntries; ///< of the catalogue, which is written once at the end
};

std::vector<QPDFObjectHandle> Revision::fields()
{
    std::vector<QPDFObjectHandle> found;
    QPDFObjectHandle form = m_update.root().getKey("/AcroForm");
    QPDFObjectHandle list = form.isDictionary() ? form.getKey("/Fields") : QPDFObjectHandle::newNull();
    for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i)
        if (list.getArrayItem(i).isDictionary())
            found.push_back(list.getArrayItem(i));
    return found;
}

QPDFObjectHandle Revision::namedField()
{
    for (QPDFObjectHandle field : fields())
        if (!m_request.fieldName.isEmpty() && field.getKey("/T").isString()
            && QString::fromStdString(field.getKey("/T").getUTF8Value()) == m_request.fieldName)
            return field;
    return QPDFObjectHandle::newNull();
}

// Certification allows others to fill in what is there, never to add (ISO 32000-1 12.8.2.2.2). A document timestamp
// does not count as a change, whatever is allowed otherwise (ISO 32000-2 table 257, entry P).
void Revision::checkPermission(bool fillsPrepared)
{
    const std::optional<int> level = certifiedLevel(m_update.root());
    const bool isChange = m_request.kind != SignatureKind::DocumentTimestamp;
    if (level && (*level < 1 || (isChange && (!fillsPrepared || *level < 2))))
        refusePdf(ErrorCode::Refused, QStringLiteral("the document is certified against changes"));
    if (!m_request.certifies)
        return;
    if (level)
        refusePdf(ErrorCode::Conflict, QStringLiteral("the document is certified already"));
    for (QPDFObjectHandle field : fields())
        if (field.getKey("/FT").isNameAndEquals("/Sig") && field.hasKey("/V"))
            refusePdf(ErrorCode::Conflict, QStringLiteral("only the first signature can certify"));
}

// Without recursion, and without libqpdf's own list of pages, which may repair the tree and so change other objects.
QPDFObjectHandle Revision::findPage()
{
    std::vector<QPDFObjectHandle> open{m_update.root().getKey("/Pages")};
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
        refusePdf(ErrorCode::InvalidInput, QStringLiteral("the document has no page %1").arg(m_request.page));
    return last;
}

void Revision::addToPage(QPDFObjectHandle page, const std::string &field)
{
    QPDFObjectHandle annotations = page.getKey("/Annots");
    const std::string changed = PdfUpdate::withItem(annotations, field);
    if (annotations.isArray() && annotations.isIndirect())
        m_update.replace(annotations, changed);
    else
        m_update.replace(page, PdfUpdate::withEntries(page, {{"/Annots", changed}}));
}

QString Revision::freeFieldName()
{
    std::set<QString> taken;
    for (QPDFObjectHandle field : fields())
        if (field.getKey("/T").isString())
            taken.insert(QString::fromStdString(field.getKey("/T").getUTF8Value()));
    for (int i = 1;; ++i) {
        const QString candidate = QStringLiteral("Signature%1").arg(i);
        if (taken.count(candidate) == 0)
            return candidate;
    }
}

void Revision::addToForm(const std::string &field)
{
    QPDFObjectHandle form = m_update.root().getKey("/AcroForm");
    if (!form.isDictionary())
        form = QPDFObjectHandle::newDictionary();
    QPDFObjectHandle list = form.getKey("/Fields");
    PdfUpdate::Entries entries;
    if (list.isArray() && list.isIndirect())
        m_update.replace(list, PdfUpdate::withItem(list, field));
    else
        entries["/Fields"] = PdfUpdate::withItem(list, field);
    // SignaturesExist and AppendOnly (ISO 32000-1 12.7.2).
    QPDFObjectHandle flags = form.getKey("/SigFlags");
    entries["/SigFlags"] = std::to_string((flags.isInteger() ? flags.getIntValue() : 0) | 3);
    if (form.isIndirect())
        m_update.replace(form, PdfUpdate::withEntries(form, entries));
    else
        m_rootEntries["/AcroForm"] = PdfUpdate::withEntries(form, entries);
}

// The one page of the appearance as a form XObject. Its box is the field's, so that nothing is scaled.
std::string Revision::putAppearance(QSizeF size)
{
    const int id = m_update.newId();
    const std::string head = "<< /Type /XObject /Subtype /Form /BBox [0 0 " + number(size.width()) + ' '
        + number(size.height()) + "] /Resources ";
    if (m_request.appearance.isEmpty()) {
        m_update.put(id, head + "<< >> /Length 0 >>\nstream\n\nendstream");
        return PdfUpdate::reference(id);
    }
    QPDF painted;
    painted.setSuppressWarnings(true);
    painted.processMemoryFile(
        "appearance", m_request.appearance.constData(), static_cast<size_t>(m_request.appearance.size()));
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(painted).getAllPages();
    if (pages.size() != 1)
        refusePdf(ErrorCode::InvalidInput, QStringLiteral("what a signature shows is not one page"));
    const QPDFObjectHandle::Rectangle box = pages.front().getMediaBox().getArrayAsRectangle();
    if (box.llx != 0 || box.lly != 0 || std::abs(box.urx - size.width()) > sameSize
        || std::abs(box.ury - size.height()) > sameSize)
        refusePdf(ErrorCode::InvalidInput, QStringLiteral("what a signature shows is not of the size of its field"));
    Pl_Buffer buffer("appearance");
    pages.front().pipeContents(&buffer);
    const auto data = buffer.getBufferSharedPointer();
    const QByteArray packed =
        qCompress(data->getBuffer(), static_cast<int>(data->getSize()), 9).mid(4); // without Qt's length in front
    m_update.put(id,
        head + m_update.imported(pages.front().getAttribute("/Resources", false)) + " /Filter /FlateDecode /Length "
            + std::to_string(packed.size()) + " >>\nstream\n" + packed.toStdString() + "\nendstream");
    return PdfUpdate::reference(id);
}

void Revision::fill(QPDFObjectHandle field)
{
    const std::optional<QRectF> rect = signatureFieldRect(field);
    if (!rect || !field.isIndirect() || field.hasKey("/V"))
        refusePdf(ErrorCode::Conflict,
            QStringLiteral("the field %1 is there already and is no empty place for a signature")
                .arg(m_request.fieldName));
    m_fieldName = m_request.fieldName;
    PdfUpdate::Entries entries{{"/V", PdfUpdate::reference(m_signatureId)}};
    if (!m_request.appearance.isEmpty())
        entries["/AP"] = "<< /N " + putAppearance(rect->size()) + " >>";
    m_update.replace(field, PdfUpdate::withEntries(field, entries));
}

void Revision::add()
{
    const int id = m_update.newId();
    m_fieldName = m_request.fieldName.isEmpty() ? freeFieldName() : m_request.fieldName;
    QPDFObjectHandle page = findPage();
    addToPage(page, PdfUpdate::reference(id));
    addToForm(PdfUpdate::reference(id));
    const QRectF &r = m_request.rect;
    const bool visible = r.width() > 0 && r.height() > 0;
    const std::string rect = visible ? number(r.left()) + ' ' + number(r.top()) + ' ' + number(r.left() + r.width())
            + ' ' + number(r.top() + r.height())
                                     : std::string("0 0 0 0");
    const std::string shown = putAppearance({std::max(r.width(), 0.0), std::max(r.height(), 0.0)});
    // Print and Locked: PDF/A wants every annotation printable (ISO 19005-1 6.5.3).
    m_update.put(id,
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T " + textString(m_fieldName) + " /V "
            + PdfUpdate::reference(m_signatureId) + " /F 132 /Rect [" + rect + "] /P " + page.unparse() + " /AP << /N "
            + shown + " >> >>");
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
    // Filling in forms and signing is allowed from now on, nothing else (ISO 32000-1 12.8.2.2).
    if (m_request.certifies)
        tail += " /Reference [ << /Type /SigRef /TransformMethod /DocMDP /TransformParams"
                " << /Type /TransformParams /P 2 /V /1.2 >> >> ]";
    return tail + " >>";
}

SignatureRevision Revision::putSignature(qsizetype contentsBytes)
{
    const std::string head = signatureHead();
    SignatureRevision revision;
    revision.fieldName = m_fieldName;
    const qsizetype rangeBegin = m_update.bodyBegin(m_signatureId) + static_cast<qsizetype>(head.size());
    revision.gapBegin = rangeBegin + byteRangeWidth + qsizetype(sizeof(" /Contents ")) - 1;
    revision.gapEnd = revision.gapBegin + 2 * contentsBytes + 2;
    m_update.put(m_signatureId,
        head + std::string(byteRangeWidth, ' ') + " /Contents <"
            + std::string(static_cast<size_t>(2 * contentsBytes), '0') + '>' + signatureTail());
    return revision;
}

SignatureRevision Revision::build(qsizetype contentsBytes)
{
    QPDFObjectHandle field = namedField();
    checkPermission(field.isDictionary());
    m_signatureId = m_update.newId();
    if (field.isDictionary())
        fill(field);
    else
        add();
    if (m_request.certifies) {
        QPDFObjectHandle permissions = m_update.root().getKey("/Perms");
        m_rootEntries["/Perms"] =
            PdfUpdate::withEntries(permissions.isDictionary() ? permissions : QPDFObjectHandle::newDictionary(),
                {{"/DocMDP", PdfUpdate::reference(m_signatureId)}});
    }
    if (!m_rootEntries.empty())
        m_update.replace(m_update.root(), PdfUpdate::withEntries(m_update.root(), m_rootEntries));
    SignatureRevision revision = putSignature(contentsBytes);
    revision.bytes = m_update.finish();
    const qint64 before = m_update.documentSize();
    const QByteArray range = "[0 " + QByteArray::number(before + revision.gapBegin) + ' '
        + QByteArray::number(before + revision.gapEnd) + ' '
        + QByteArray::number(revision.bytes.size() - revision.gapEnd) + ']';
    revision.bytes.replace(
        revision.gapBegin - byteRangeWidth - qsizetype(sizeof(" /Contents ")) + 1, range.size(), range);
    return revision;
}

} // namespace

Result<SignatureRevision> buildSignatureRevision(
    const QByteArray &document, const SignatureRequest &request, qsizetype contentsBytes)
{
    try {
        return Revision(document, request).build(contentsBytes);
    } catch (const PdfRefusal &refusal) {
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
