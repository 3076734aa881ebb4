// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/signatureform.h"

#include <QFile>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <exception>

namespace cq {

namespace {

constexpr int maxFields = 1000;

SignatureForm formOf(QPDFObjectHandle root)
{
    SignatureForm found;
    if (root.getKey("/Lang").isString())
        found.language = QString::fromStdString(root.getKey("/Lang").getUTF8Value());
    QPDFObjectHandle form = root.getKey("/AcroForm");
    QPDFObjectHandle list = form.isDictionary() ? form.getKey("/Fields") : QPDFObjectHandle::newNull();
    for (int i = 0; list.isArray() && i < std::min(list.getArrayNItems(), maxFields); ++i) {
        QPDFObjectHandle field = list.getArrayItem(i);
        const std::optional<QRectF> rect = signatureFieldRect(field);
        if (rect && field.getKey("/T").isString())
            found.fields.append(
                {QString::fromStdString(field.getKey("/T").getUTF8Value()), *rect, field.hasKey("/V")});
    }
    return found;
}

} // namespace

std::optional<QRectF> signatureFieldRect(QPDFObjectHandle field)
{
    if (!field.isDictionary() || !field.getKey("/FT").isNameAndEquals("/Sig")
        || !field.getKey("/Subtype").isNameAndEquals("/Widget") || field.hasKey("/Kids")
        || !field.getKey("/Rect").isRectangle())
        return std::nullopt;
    const QPDFObjectHandle::Rectangle rect = field.getKey("/Rect").getArrayAsRectangle();
    return QRectF(rect.llx, rect.lly, rect.urx - rect.llx, rect.ury - rect.lly);
}

Result<SignatureForm> readSignatureForm(const QString &path)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processFile(QFile::encodeName(path).constData());
        return formOf(pdf.getRoot());
    } catch (const std::exception &fault) {
        return Error{ErrorCode::Malformed, QString::fromUtf8(fault.what()), {QStringLiteral("reading the form")}};
    }
}

} // namespace cq
