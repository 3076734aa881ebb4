// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfrevisionreader.h"

#include "core/signing/embeddedfilereader.h"
#include "core/signing/plainform.h"
#include "core/signing/validationreader.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <exception>
#include <set>
#include <vector>

namespace cq {

namespace {

struct FormNode
{
    QPDFObjectHandle field;
    QString parentName;
    bool isSignature = false; ///< /FT is inherited
};

QString textAt(QPDFObjectHandle &dictionary, const char *key)
{
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isString() ? QString::fromStdString(value.getUTF8Value()).left(4000) : QString();
}

QList<qint64> integersOf(QPDFObjectHandle array)
{
    QList<qint64> numbers;
    if (!array.isArray() || array.getArrayNItems() > 16)
        return {};
    for (int i = 0; i < array.getArrayNItems(); ++i) {
        if (!array.getArrayItem(i).isInteger())
            return {};
        numbers.append(array.getArrayItem(i).getIntValue());
    }
    return numbers;
}

SignatureClaim claimOf(QPDFObjectHandle value, const QString &fieldName)
{
    SignatureClaim claim;
    claim.fieldName = fieldName;
    if (!value.isDictionary())
        return claim;
    claim.name = textAt(value, "/Name");
    claim.reason = textAt(value, "/Reason");
    claim.date = textAt(value, "/M");
    if (value.getKey("/SubFilter").isName())
        claim.subFilter = QByteArray::fromStdString(value.getKey("/SubFilter").getName());
    if (value.getKey("/Contents").isString())
        claim.contents = QByteArray::fromStdString(value.getKey("/Contents").getStringValue());
    claim.byteRange = integersOf(value.getKey("/ByteRange"));
    claim.hasCertEntry = value.hasKey("/Cert");
    return claim;
}

Error tooMany(const QString &what)
{
    return Error{ErrorCode::TooLarge, QStringLiteral("the document has too many %1").arg(what), {}};
}

void appendAll(std::vector<FormNode> &open, QPDFObjectHandle array, const QString &parentName, bool isSignature)
{
    if (!array.isArray())
        return;
    for (int i = std::min(array.getArrayNItems(), PdfRevisionReader::maxFormFields + 1); i-- > 0;)
        open.push_back({array.getArrayItem(i), parentName, isSignature});
}

// With a list of what is still open instead of recursion: the tree is foreign and may be deep or a ring.
Result<QList<SignatureClaim>> claimsInForm(QPDFObjectHandle form)
{
    QList<SignatureClaim> claims;
    std::vector<FormNode> open;
    std::set<QPDFObjGen> seen;
    appendAll(open, form.getKey("/Fields"), QString(), false);
    for (int visited = 0; !open.empty(); ++visited) {
        if (visited > PdfRevisionReader::maxFormFields || open.size() > 2 * PdfRevisionReader::maxFormFields)
            return tooMany(QStringLiteral("form fields"));
        FormNode node = open.back();
        open.pop_back();
        if (!node.field.isDictionary() || (node.field.isIndirect() && !seen.insert(node.field.getObjGen()).second))
            continue;
        const QString ownName = textAt(node.field, "/T");
        const QString name = node.parentName.isEmpty() || ownName.isEmpty() ? node.parentName + ownName
                                                                            : node.parentName + u'.' + ownName;
        QPDFObjectHandle type = node.field.getKey("/FT");
        const bool isSignature = type.isName() ? type.getName() == "/Sig" : node.isSignature;
        QPDFObjectHandle value = node.field.getKey("/V");
        if (isSignature && !value.isNull())
            claims.append(claimOf(value, name));
        if (claims.size() > PdfRevisionReader::maxSignatures)
            return tooMany(QStringLiteral("signatures"));
        appendAll(open, node.field.getKey("/Kids"), name.left(1000), isSignature);
    }
    return claims;
}

} // namespace

PdfRevisionReader::PdfRevisionReader(std::shared_ptr<QPDF> pdf) : m_pdf(std::move(pdf)) { }

Result<PdfRevisionReader> PdfRevisionReader::open(QByteArrayView revision)
{
    try {
        auto pdf = QPDF::create();
        pdf->setSuppressWarnings(true);
        pdf->setAttemptRecovery(false);
        pdf->processMemoryFile("document", revision.data(), static_cast<size_t>(revision.size()));
        if (!pdf->getRoot().isDictionary())
            return Error{ErrorCode::Malformed, QStringLiteral("the document has no catalogue"), {}};
        return PdfRevisionReader(std::move(pdf));
    } catch (const std::exception &fault) {
        return Error{ErrorCode::Malformed, QString::fromUtf8(fault.what()), {QStringLiteral("reading a PDF")}};
    }
}

Result<QList<SignatureClaim>> PdfRevisionReader::signatureClaims() const
{
    try {
        QPDFObjectHandle form = m_pdf->getRoot().getKey("/AcroForm");
        if (!form.isDictionary())
            return QList<SignatureClaim>{};
        return claimsInForm(form);
    } catch (const std::exception &fault) {
        return Error{ErrorCode::Malformed, QString::fromUtf8(fault.what()), {QStringLiteral("reading the form")}};
    }
}

QList<EmbeddedFile> PdfRevisionReader::embeddedFiles() const
{
    return readEmbeddedFiles(*m_pdf);
}

ValidationData PdfRevisionReader::validationData() const
{
    return readValidationData(*m_pdf);
}

QList<FormFinding> PdfRevisionReader::formFaults() const
{
    return cq::formFaults(*m_pdf);
}

} // namespace cq
