// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/documenttimestamp.h"

#include "core/signing/pdfdraft.h"
#include "core/signing/pdfrevisionreader.h"
#include "core/signing/pdfrevisionwriter.h"
#include "core/signing/pdfverifier.h"
#include "core/signing/timestamprequest.h"

#include <QFileInfo>

#include <openssl/evp.h>

#include <algorithm>

namespace cq {

namespace {

// A document may be stamped again, before what the last timestamp rests on grows old.
Result<QString> freeFieldName(const QByteArray &document)
{
    const auto reader = PdfRevisionReader::open(document);
    if (!reader)
        return reader.error();
    const auto claims = reader->signatureClaims();
    if (!claims)
        return claims.error();
    QString name = documentTimestampField();
    const auto isTaken = [&name](const SignatureClaim &claim) { return claim.fieldName == name; };
    for (int number = 2; std::any_of(claims->cbegin(), claims->cend(), isTaken); ++number)
        name = QStringLiteral("%1-%2").arg(documentTimestampField()).arg(number);
    return name;
}

Result<SignatureRevision> stampedRevision(const QByteArray &document, const TimestampSource &timestamps)
{
    const auto name = freeFieldName(document);
    if (!name)
        return name.error();
    SignatureRequest request;
    request.kind = SignatureKind::DocumentTimestamp;
    request.fieldName = *name;
    auto revision = buildSignatureRevision(document, request, TimestampRequest::maxTokenBytes);
    if (!revision)
        return revision.error();
    const QByteArrayView added(revision->bytes);
    const auto token = timestamps(digestOf(
        {QByteArrayView(document), added.first(revision->gapBegin), added.sliced(revision->gapEnd)}, EVP_sha256()));
    if (!token)
        return token.error();
    if (const auto filled = fillSignature(*revision, token->der()); !filled)
        return filled.error();
    return revision;
}

// The draft is judged as a stranger would, from the disk. Nobody is trusted here, so no moment is needed.
Result<ProvenTime> checkDraft(const QString &path, const QString &fieldName)
{
    const auto bytes = readPdf(path);
    if (!bytes)
        return bytes.error();
    const auto signatures = verifySignatures(*bytes, TrustStore(), Timestamp());
    if (!signatures)
        return signatures.error().withContext(QStringLiteral("verifying the stamped file"));
    for (const SignatureVerdict &one : *signatures)
        if (one.fieldName == fieldName && one.kind == SignatureKind::DocumentTimestamp && one.provenTime
            && one.coverage == Coverage::WholeFile)
            return *one.provenTime;
    return Error{ErrorCode::SigningFailed, QStringLiteral("the timestamp does not hold in the new file"), {path}};
}

} // namespace

QString documentTimestampField()
{
    return QStringLiteral("document-timestamp");
}

Result<ProvenTime> addDocumentTimestamp(const QString &input, const QString &output, const TimestampSource &timestamps)
{
    if (QFileInfo::exists(output))
        return Error{ErrorCode::Conflict, QStringLiteral("the file exists already"), {output}};
    auto document = readPdf(input);
    if (!document)
        return document.error();
    const auto revision = stampedRevision(*document, timestamps);
    if (!revision)
        return revision.error().withContext(input);
    PdfDraft draft(output);
    if (const auto written = draft.write({QByteArrayView(*document), QByteArrayView(revision->bytes)}); !written)
        return written.error();
    document->clear(); // it is read a second time now
    const auto proven = checkDraft(draft.path(), revision->fieldName);
    if (!proven)
        return proven.error();
    if (const auto published = draft.publish(); !published)
        return published.error();
    return proven;
}

Result<QByteArray> withDocumentTimestamp(const QByteArray &document, const TimestampSource &timestamps)
{
    const auto revision = stampedRevision(document, timestamps);
    if (!revision)
        return revision.error();
    return document + revision->bytes;
}

} // namespace cq
