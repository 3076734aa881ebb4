// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/signedrevision.h"

#include "core/base/newfile.h"
#include "core/signing/pdfdraft.h"
#include "core/signing/pdfverifier.h"

namespace cq {

Result<SignatureVerdict> writeSignedRevision(
    const QString &document, int number, const QString &output, const Timestamp &now)
{
    const auto bytes = readPdf(document);
    if (!bytes)
        return bytes.error();
    const auto signatures = verifySignatures(*bytes, {}, now);
    if (!signatures)
        return signatures.error().withContext(document);
    if (number < 1 || number > signatures->size())
        return Error {ErrorCode::NotFound,
            QStringLiteral("there is no signature %1; there are %2").arg(number).arg(signatures->size()), {document}};
    SignatureVerdict signature = signatures->at(number - 1);
    if (signature.signedEnd == 0)
        return Error {ErrorCode::Refused,
            QStringLiteral("signature %1 does not hold, so it vouches for no state of the document").arg(number), {document}};
    if (const auto written = writeNew(output, QByteArrayView(*bytes).first(signature.signedEnd)); !written)
        return written.error();
    return signature;
}

} // namespace cq
