// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfprolonger.h"

#include "core/signing/cmssignature.h"
#include "core/signing/documenttimestamp.h"
#include "core/signing/dssrevision.h"
#include "core/signing/pdfdraft.h"
#include "core/signing/pdfrevisionreader.h"
#include "core/signing/pdfverifier.h"
#include "core/signing/validationcollector.h"

#include <QFileInfo>

#include <algorithm>

namespace cq {

namespace {

bool isApproval(const SignatureVerdict &signature)
{
    return signature.kind == SignatureKind::Approval;
}

/// Everybody who spoke in one entry of the form: its signer, or the authority of a timestamp.
Result<ValidationData> dataOf(const SignatureClaim &claim, ValidationCollector &collector)
{
    if (claim.subFilter == "/ETSI.RFC3161") {
        const auto token = TimestampToken::parse(claim.contents);
        return token ? collector.dataForAuthority(token->certificates().get()) : Result<ValidationData>(token.error());
    }
    const auto cms = CmsSignature::parse(claim.contents);
    if (!cms)
        return cms.error();
    auto data = collector.dataFor(cms->certificates().get());
    if (!data || !cms->hasTimestamp())
        return data;
    const auto token = TimestampToken::parse(cms->timestampToken());
    if (!token)
        return token.error();
    const auto more = collector.dataForAuthority(token->certificates().get());
    if (!more)
        return more.error();
    data->add(*more);
    return data;
}

Result<QByteArray> withValidationData(const QByteArray &document, ValidationCollector &collector)
{
    const auto reader = PdfRevisionReader::open(document);
    if (!reader)
        return reader.error();
    const auto claims = reader->signatureClaims();
    if (!claims)
        return claims.error();
    QMap<QByteArray, ValidationData> bySignature;
    for (const SignatureClaim &claim : *claims) {
        const auto data = dataOf(claim, collector);
        if (!data)
            return data.error().withContext(claim.fieldName);
        bySignature.insert(validationName(claim.contents), *data);
    }
    const auto revision = buildDssRevision(document, bySignature);
    if (!revision)
        return revision.error();
    return document + *revision;
}

/// With a proven time for every signature, or why not.
Result<QByteArray> withProvenTimes(
    const QByteArray &document, const TrustStore &trust, const Timestamp &now, const TimestampSource &timestamps)
{
    const auto all = verifySignatures(document, trust, now);
    if (!all)
        return all.error();
    if (std::none_of(all->cbegin(), all->cend(), isApproval))
        return Error{ErrorCode::NotFound, QStringLiteral("nobody signed the document"), {}};
    const bool isProven = std::all_of(all->cbegin(), all->cend(),
        [](const SignatureVerdict &signature) { return !isApproval(signature) || signature.provenTime; });
    if (isProven)
        return document;
    if (timestamps)
        return withDocumentTimestamp(document, timestamps);
    return Error{ErrorCode::Refused,
        QStringLiteral(
            "a signature has no proven time, and no timestamp service was named: nobody could tell later whether "
            "its certificate was good then"),
        {}};
}

// The draft is judged as the user would, from the disk.
Result<void> checkDraft(const QString &path, const TrustStore &trust, const Timestamp &now, SignatureLevel wanted)
{
    const auto verdict = verifyPdf(path, trust, now);
    if (!verdict)
        return verdict.error().withContext(QStringLiteral("verifying the new file"));
    for (const SignatureVerdict &signature : verdict->signatures) {
        if (!isApproval(signature) || signature.level >= wanted)
            continue;
        const QString when = signature.revokedAt ? signature.revokedAt->utcText() : QString();
        return Error{ErrorCode::Refused,
            signature.revocation == Revocation::Revoked
                ? QStringLiteral("the certificate of %1 was revoked on %2").arg(signature.name, when)
                : QStringLiteral("the signature of %1 reaches only %2").arg(signature.name, textOf(signature.level)),
            {path}};
    }
    const auto isForbidden = [](const RevisionVerdict &revision) {
        return revision.change == RevisionChange::Forbidden;
    };
    if (verdict->laterChanges || std::any_of(verdict->revisions.cbegin(), verdict->revisions.cend(), isForbidden))
        return Error{ErrorCode::Refused, QStringLiteral("the document was changed after it was signed"), {path}};
    return {};
}

} // namespace

Result<void> prolongPdf(const QString &input, const QString &output, const TrustStore &trust, const Timestamp &now,
    const TimestampSource &timestamps, const std::atomic_bool *cancelled)
{
    if (QFileInfo::exists(output))
        return Error{ErrorCode::Conflict, QStringLiteral("the file exists already"), {output}};
    auto document = readPdf(input);
    if (document)
        document = withProvenTimes(*document, trust, now, timestamps);
    ValidationCollector collector(trust, now, cancelled);
    if (document)
        document = withValidationData(*document, collector);
    if (document && timestamps)
        document = withDocumentTimestamp(*document, timestamps);
    if (!document)
        return document.error().withContext(input);
    PdfDraft draft(output);
    if (const auto written = draft.write({QByteArrayView(*document)}); !written)
        return written.error();
    document->clear(); // it is read a second time now
    const auto wanted = timestamps ? SignatureLevel::BaselineLTA : SignatureLevel::BaselineLT;
    if (const auto sound = checkDraft(draft.path(), trust, now, wanted); !sound)
        return sound.error().withContext(input);
    return draft.publish();
}

} // namespace cq
