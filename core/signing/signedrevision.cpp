// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/signedrevision.h"

#include "core/signing/pdfsigner.h"
#include "core/signing/pdfverifier.h"

#include <QFile>

namespace cq {

namespace {

Result<QByteArray> readDocument(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {file.exists() ? ErrorCode::Unreadable : ErrorCode::NotFound, file.errorString(), {path}};
    if (file.size() > maxPdfBytes)
        return Error {ErrorCode::TooLarge, QStringLiteral("the document is over 512 MiB"), {path}};
    return file.readAll();
}

Result<void> writeNew(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Error {
            file.exists() ? ErrorCode::Conflict : ErrorCode::WriteFailed, file.errorString(), {path}};
    if (file.write(bytes.data(), bytes.size()) == bytes.size() && file.flush())
        return {};
    const QString reason = file.errorString();
    file.remove();
    return Error {ErrorCode::WriteFailed, reason, {path}};
}

} // namespace

Result<SignatureVerdict> writeSignedRevision(
    const QString &document, int number, const QString &output, const Timestamp &now)
{
    const auto bytes = readDocument(document);
    if (!bytes)
        return bytes.error();
    const auto verdict = verifyPdf(*bytes, {}, now);
    if (!verdict)
        return verdict.error().withContext(document);
    if (number < 1 || number > verdict->signatures.size())
        return Error {ErrorCode::NotFound,
            QStringLiteral("there is no signature %1; there are %2").arg(number).arg(verdict->signatures.size()), {document}};
    SignatureVerdict signature = verdict->signatures[number - 1];
    if (signature.signedEnd == 0)
        return Error {ErrorCode::Refused,
            QStringLiteral("signature %1 does not hold, so it vouches for no state of the document").arg(number), {document}};
    if (const auto written = writeNew(output, QByteArrayView(*bytes).first(signature.signedEnd)); !written)
        return written.error();
    return signature;
}

} // namespace cq
