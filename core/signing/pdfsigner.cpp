// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfsigner.h"

#include "core/signing/detachedsigner.h"
#include "core/signing/pdfdraft.h"
#include "core/signing/pdfrevisionwriter.h"
#include "core/signing/pdfverifier.h"
#include "core/signing/timestamprequest.h"

#include <QFileInfo>

#include <openssl/evp.h>

#include <cmath>

namespace cq {

namespace {

constexpr int maxTextLength = 2000;
constexpr double maxCoordinate = 14'400; ///< ISO 32000-1 annex C: the largest page
constexpr qsizetype attributeBytes = 64; ///< around a token in a signature; measured at under 40

Error invalid(const QString &detail)
{
    return Error{ErrorCode::InvalidInput, detail, {QStringLiteral("asking for a signature")}};
}

Result<void> checkRequest(const SignatureRequest &request)
{
    if (request.name.trimmed().isEmpty())
        return invalid(QStringLiteral("a signature needs the signer's printed name"));
    for (const QString &text :
        {request.name, request.meaning, request.location, request.contactInfo, request.fieldName})
        if (text.size() > maxTextLength)
            return invalid(QStringLiteral("a text of the signature is over %1 characters").arg(maxTextLength));
    if (request.fieldName.contains(u'.'))
        return invalid(QStringLiteral("a field name must not hold a full stop"));
    if (request.page < 0)
        return invalid(QStringLiteral("pages count from 1"));
    const QRectF &r = request.rect;
    for (const double value : {r.x(), r.y(), r.width(), r.height()})
        if (!std::isfinite(value) || std::abs(value) > maxCoordinate)
            return invalid(QStringLiteral("the rectangle of the signature lies on no page"));
    return {};
}

/// Asks the source for a token over the signature; a failure is noted, and the signature stays as it is.
Result<QByteArray> timestamped(
    const QByteArray &signature, const TimestampSource &timestamps, std::optional<Error> &failure)
{
    const auto value = signatureValueDigest(signature);
    if (!value)
        return value.error();
    const auto token = timestamps(*value);
    if (token)
        return withTimestamp(signature, *token);
    if (token.error().code == ErrorCode::Cancelled)
        return token.error();
    failure = token.error();
    return signature;
}

Result<SignatureRevision> signedRevision(const QByteArray &document, const SigningIdentity &identity,
    const SignatureRequest &request, const TimestampSource &timestamps, std::optional<Error> &failure)
{
    const qsizetype room =
        detachedSizeLimit(identity.material()) + (timestamps ? TimestampRequest::maxTokenBytes + attributeBytes : 0);
    auto revision = buildSignatureRevision(document, request, room);
    if (!revision)
        return revision.error();
    const QByteArrayView added(revision->bytes);
    const QByteArray digest = digestOf(
        {QByteArrayView(document), added.first(revision->gapBegin), added.sliced(revision->gapEnd)}, EVP_sha256());
    auto signature = signDetached(identity.material(), digest);
    if (signature && timestamps)
        signature = timestamped(*signature, timestamps, failure);
    if (!signature)
        return signature.error();
    if (const auto filled = fillSignature(*revision, *signature); !filled)
        return filled.error();
    return revision;
}

// The draft is judged as a stranger would, from the disk.
Result<void> checkDraft(
    const QString &path, const QString &fieldName, const Timestamp &time, SignatureLevel wantedLevel)
{
    const auto bytes = readPdf(path);
    if (!bytes)
        return bytes.error();
    const auto signatures = verifySignatures(*bytes, TrustStore(), time);
    if (!signatures)
        return signatures.error().withContext(QStringLiteral("verifying the signed file"));
    for (const SignatureVerdict &signature : *signatures)
        if (signature.fieldName == fieldName && signature.integrity == Integrity::Intact
            && signature.coverage == Coverage::WholeFile && signature.level == wantedLevel)
            return {};
    const QString problem = signatures->isEmpty() ? QString() : signatures->last().problem;
    return Error{ErrorCode::SigningFailed, QStringLiteral("the signed file does not verify: %1").arg(problem), {path}};
}

} // namespace

Result<void> signPdf(
    const QString &input, const QString &output, const SigningIdentity &identity, const SignatureRequest &request)
{
    const auto done = signPdf(input, output, identity, request, {});
    if (!done)
        return done.error();
    return {};
}

Result<TimestampedSigning> signPdf(const QString &input, const QString &output, const SigningIdentity &identity,
    const SignatureRequest &request, const TimestampSource &timestamps)
{
    if (const auto checked = checkRequest(request); !checked)
        return checked.error();
    if (const auto usable = identity.usableAt(request.time); !usable)
        return usable.error();
    if (QFileInfo::exists(output))
        return Error{ErrorCode::Conflict, QStringLiteral("the file exists already"), {output}};
    auto document = readPdf(input);
    if (!document)
        return document.error();
    TimestampedSigning done;
    const auto revision = signedRevision(*document, identity, request, timestamps, done.withoutTimestamp);
    if (!revision)
        return revision.error().withContext(input);
    PdfDraft draft(output);
    if (const auto written = draft.write({QByteArrayView(*document), QByteArrayView(revision->bytes)}); !written)
        return written.error();
    document->clear(); // it is read a second time now
    const bool isTimestamped = timestamps && !done.withoutTimestamp;
    const auto wanted = isTimestamped ? SignatureLevel::BaselineT : SignatureLevel::BaselineB;
    if (const auto sound = checkDraft(draft.path(), revision->fieldName, request.time, wanted); !sound)
        return sound.error();
    if (const auto published = draft.publish(); !published)
        return published.error();
    return done;
}

} // namespace cq
