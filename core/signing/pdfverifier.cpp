// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfverifier.h"

#include "core/signing/certificatepath.h"
#include "core/signing/certificatereading.h"
#include "core/signing/cmssignature.h"
#include "core/signing/pdfdate.h"
#include "core/signing/pdfdraft.h"
#include "core/signing/pdfrevisionreader.h"
#include "core/signing/pdfsigner.h"
#include "core/signing/revisionpolicy.h"
#include "core/signing/signatureclaim.h"
#include "core/signing/signerstanding.h"
#include "core/signing/tokenverdict.h"

#include <QMap>

#include <algorithm>

namespace cq {

namespace {

struct Judged
{
    SignatureVerdict verdict;
    qint64 end = 0; ///< of the revision it was made for
};

/// A timestamp that holds: beside a signature, or of the document.
struct Proof
{
    ProvenTime time;
    std::shared_ptr<stack_st_X509> certificates; ///< the authority's first
    qint64 end = 0; ///< of the revision it stands in
};

/// One run over one file. Holds the revisions that were read, by their ends.
class Verification
{
public:
    Verification(const QByteArray &file, const TrustStore &trust, const Timestamp &now)
        : m_file(file), m_trust(trust), m_now(now)
    {
    }

    Result<PdfVerdict> run();
    Result<QList<SignatureVerdict>> runOverSignatures();

private:
    Result<QList<Judged>> judgeAll();
    const Result<PdfRevisionReader> &revision(qint64 end);
    const ValidationEvidence &evidence(qint64 end);
    Result<QList<SignatureClaim>> collectClaims();
    Judged judge(const SignatureClaim &found);
    void judgeSignature(SignatureVerdict &verdict, const SignatureClaim &claim, const ByteRange &range, bool exactGap);
    void judgeDocumentTimestamp(
        SignatureVerdict &verdict, const SignatureClaim &claim, const ByteRange &range, bool exactGap);
    std::optional<Proof> proofOf(const CmsSignature &cms, qint64 end, QString &problem);
    void judgeSigner(SignatureVerdict &verdict, const CmsSignature &cms);
    SignatureLevel levelOver(const CmsSignature &cms, const Proof &proof);
    bool isOutweighed(const ProvenTime &earlier) const;
    Timestamp authorityMoment() const;
    qint64 endOf(const SignatureClaim &claim) const;
    QList<QByteArrayView> coveredBytes(const ByteRange &range) const;
    std::optional<SignatureClaim> claimWhenSigned(const SignatureClaim &found, const ByteRange &range);
    Coverage coverageOf(const ByteRange &range) const;
    void judgeRest(PdfVerdict &verdict, qint64 firstEnd, qint64 covered);

    const QByteArray &m_file;
    const TrustStore &m_trust;
    const Timestamp &m_now;
    QList<Proof> m_later; ///< document timestamps that hold, behind what is judged at the moment
    std::optional<Proof> m_provenLater; ///< the one of them that counts
    QMap<qint64, std::shared_ptr<Result<PdfRevisionReader>>> m_revisions;
    QMap<qint64, std::shared_ptr<ValidationEvidence>> m_evidence; ///< what each of them carries
};

void addProblem(SignatureVerdict &verdict, const QString &problem)
{
    if (!verdict.problem.isEmpty())
        verdict.problem += QStringLiteral("; ");
    verdict.problem += problem;
}

bool isZero(const QByteArray &bytes, qsizetype from)
{
    return std::all_of(bytes.cbegin() + from, bytes.cend(), [](char byte) { return byte == '\0'; });
}

// EN 319 142-1 section 6.3, as far as a reader can see it.
bool meetsBaseline(const SignatureClaim &claim, const CmsSignature &cms, const SignatureVerdict &verdict)
{
    return claim.subFilter == "/ETSI.CAdES.detached" && !claim.hasCertEntry && verdict.time
        && verdict.integrity == Integrity::Intact && verdict.coverage != Coverage::Partial && !cms.hasSigningTime()
        && cms.certificateBinding() == CmsSignature::CertificateBinding::Matches && cms.hasSigningCertificateV2();
}

const Result<PdfRevisionReader> &Verification::revision(qint64 end)
{
    auto &known = m_revisions[end];
    if (!known)
        known = std::make_shared<Result<PdfRevisionReader>>(PdfRevisionReader::open(QByteArrayView(m_file).first(end)));
    return *known;
}

const ValidationEvidence &Verification::evidence(qint64 end)
{
    auto &known = m_evidence[end];
    if (!known) {
        const Result<PdfRevisionReader> &reader = revision(end);
        known = std::make_shared<ValidationEvidence>(reader ? reader->validationData() : ValidationData());
    }
    return *known;
}

// From the form, and besides from the bytes: what is damaged must show as damaged, not as absent.
Result<QList<SignatureClaim>> Verification::collectClaims()
{
    QList<SignatureClaim> claims;
    const Result<PdfRevisionReader> &whole = revision(m_file.size());
    if (whole) {
        auto inForm = whole->signatureClaims();
        if (!inForm && inForm.error().code == ErrorCode::TooLarge)
            return inForm.error();
        if (inForm)
            claims = *inForm;
    }
    for (const QList<qint64> &numbers : byteRangesInBytes(m_file, PdfRevisionReader::maxSignatures + 1)) {
        const bool known = std::any_of(claims.cbegin(), claims.cend(),
            [&numbers](const SignatureClaim &claim) { return claim.byteRange == numbers; });
        if (!known) {
            SignatureClaim claim;
            claim.byteRange = numbers;
            claims.append(claim);
        }
    }
    if (claims.size() > PdfRevisionReader::maxSignatures)
        return Error{ErrorCode::TooLarge, QStringLiteral("the document has too many signatures"), {}};
    if (!whole && claims.isEmpty())
        return whole.error();
    return claims;
}

// Name, meaning and time as they stood when it was signed: a later revision can replace the dictionary around the same
// signature value.
std::optional<SignatureClaim> Verification::claimWhenSigned(const SignatureClaim &found, const ByteRange &range)
{
    const Result<PdfRevisionReader> &signedRevision = revision(range.end);
    if (!signedRevision)
        return std::nullopt;
    const auto claims = signedRevision->signatureClaims();
    if (!claims)
        return std::nullopt;
    for (const SignatureClaim &claim : *claims)
        if (claim.byteRange == found.byteRange)
            return claim;
    return std::nullopt;
}

Coverage Verification::coverageOf(const ByteRange &range) const
{
    if (range.end == m_file.size())
        return Coverage::WholeFile;
    QByteArrayView tail = QByteArrayView(m_file).first(range.end);
    tail = tail.last(std::min<qsizetype>(tail.size(), 16));
    while (!tail.isEmpty() && (tail.back() == '\n' || tail.back() == '\r'))
        tail.chop(1);
    return tail.endsWith("%%EOF") ? Coverage::EarlierRevision : Coverage::Partial;
}

qint64 Verification::endOf(const SignatureClaim &claim) const
{
    const auto range = ByteRange::from(claim.byteRange, m_file.size());
    return range ? range->end : 0;
}

QList<QByteArrayView> Verification::coveredBytes(const ByteRange &range) const
{
    const QByteArrayView file(m_file);
    return {
        file.sliced(range.begin, range.gapBegin - range.begin), file.sliced(range.gapEnd, range.end - range.gapEnd)};
}

void Verification::judgeSignature(
    SignatureVerdict &verdict, const SignatureClaim &claim, const ByteRange &range, bool exactGap)
{
    const auto cms = CmsSignature::parse(claim.contents);
    if (!cms) {
        addProblem(verdict, cms.error().detail);
        return;
    }
    const auto holds = cms->holdsFor(digestOf(coveredBytes(range), cms->digestAlgorithm()));
    verdict.integrity = holds ? Integrity::Intact : Integrity::Altered;
    if (!holds)
        addProblem(verdict, holds.error().detail);
    if (exactGap && isZero(claim.contents, cms->derLength()))
        verdict.coverage = coverageOf(range);
    else if (exactGap)
        addProblem(verdict, QStringLiteral("the padding of /Contents is not zero"));
    verdict.certificate = certificateInfo(cms->signer());
    verdict.certificateDer = derOf(cms->signer());
    if (!verdict.certificate.subjectName.isEmpty())
        verdict.name = verdict.certificate.subjectName;
    if (verdict.time && verdict.time->utcMs > m_now.utcMs + 24LL * 3600 * 1000)
        addProblem(verdict, QStringLiteral("the claimed time lies in the future"));
    std::optional<Proof> proof;
    if (holds && verdict.coverage != Coverage::Partial) {
        QString problem;
        proof = proofOf(*cms, range.end, problem);
        if (!problem.isEmpty())
            addProblem(verdict, problem);
    }
    if (proof)
        verdict.provenTime = proof->time;
    judgeSigner(verdict, *cms);
    if (meetsBaseline(claim, *cms, verdict))
        verdict.level = proof ? levelOver(*cms, *proof) : SignatureLevel::BaselineB;
}

// Who signed is judged as things stood at the proven time, and what became of it since is told apart.
void Verification::judgeSigner(SignatureVerdict &verdict, const CmsSignature &cms)
{
    const bool isProven = verdict.provenTime && verdict.provenTime->authorityTrusted;
    const Timestamp moment = isProven ? verdict.provenTime->at : verdict.time.value_or(m_now);
    const CertificateStackHandle carried = cms.certificates();
    const ValidationEvidence &known = evidence(m_file.size());
    const CertificatePath path = CertificatePath::from(carried.get(), known, m_trust.endsOfSigner(cms.signer()));
    const CertificateStackHandle issuers = path.issuers();
    const auto standing = [&](const Timestamp &at) {
        const Trust trust = signerStanding(cms.signer(), carried.get(), m_trust, at);
        return trust == Trust::UnknownSigner ? signerStanding(cms.signer(), issuers.get(), m_trust, at) : trust;
    };
    const Timestamp asked = verdict.provenTime ? verdict.provenTime->at : m_now;
    const RevocationVerdict revocation = path.revocationAt(known, asked);
    verdict.revocation = revocation.revocation;
    verdict.revokedAt = revocation.revokedAt;
    verdict.trust = standing(moment);
    if (verdict.trust != Trust::Trusted)
        return;
    if (revocation.revokedAt)
        verdict.trust =
            isProven && revocation.revocation != Revocation::Revoked ? Trust::RevokedLater : Trust::Revoked;
    else if (m_now.utcMs > moment.utcMs && standing(m_now) == Trust::NotValidAtTime)
        verdict.trust = isProven ? Trust::ExpiredSince : Trust::Expired;
}

// EN 319 142-1 section 6.3. A timestamp cannot keep what itself rests on, so B-LTA takes a later one than the proof.
SignatureLevel Verification::levelOver(const CmsSignature &cms, const Proof &proof)
{
    const CertificateStackHandle carried = cms.certificates();
    const auto isBackedBy = [&](const ValidationEvidence &data) {
        return !data.isEmpty()
            && CertificatePath::from(carried.get(), data, m_trust.endsOfSigner(cms.signer()))
                   .isBackedAt(data, proof.time.at)
            && CertificatePath::from(proof.certificates.get(), data, m_trust.endsOfTimestamp())
                   .isBackedAt(data, proof.time.at);
    };
    if (!isBackedBy(evidence(m_file.size())))
        return SignatureLevel::BaselineT;
    // The newest one knows what all the others know.
    const bool isKept =
        !m_later.isEmpty() && m_later.first().end > proof.end && isBackedBy(evidence(m_later.first().end));
    return isKept ? SignatureLevel::BaselineLTA : SignatureLevel::BaselineLT;
}

// Beside the signature, else behind it.
std::optional<Proof> Verification::proofOf(const CmsSignature &cms, qint64 end, QString &problem)
{
    if (!cms.hasTimestamp())
        return m_provenLater;
    const QByteArray value = cms.signatureValue();
    const TokenVerdict token =
        judgeToken(cms.timestampToken(), {value}, m_trust, evidence(m_file.size()), authorityMoment());
    problem = token.problem;
    if (!token.time || isOutweighed(*token.time))
        return m_provenLater;
    return Proof{*token.time, token.certificates, end};
}

// The earlier proof says more, unless only the later one is worth something.
bool Verification::isOutweighed(const ProvenTime &earlier) const
{
    return m_provenLater && m_provenLater->time.authorityTrusted && !earlier.authorityTrusted;
}

// What is known of an authority counts now, or when somebody trusted saw its timestamp.
Timestamp Verification::authorityMoment() const
{
    return m_provenLater && m_provenLater->time.authorityTrusted ? m_provenLater->time.at : m_now;
}

void Verification::judgeDocumentTimestamp(
    SignatureVerdict &verdict, const SignatureClaim &claim, const ByteRange &range, bool exactGap)
{
    verdict.kind = SignatureKind::DocumentTimestamp;
    verdict.time.reset(); // what a timestamp says of time stands in its token
    const TokenVerdict token =
        judgeToken(claim.contents, coveredBytes(range), m_trust, evidence(m_file.size()), authorityMoment());
    verdict.integrity = token.integrity;
    verdict.trust = token.trust;
    verdict.revocation = token.revocation.revocation;
    verdict.revokedAt = token.revocation.revokedAt;
    verdict.certificate = token.authority;
    if (!token.authority.subjectName.isEmpty())
        verdict.name = token.authority.subjectName;
    if (!token.problem.isEmpty())
        addProblem(verdict, token.problem);
    if (exactGap && isZero(claim.contents, token.derLength))
        verdict.coverage = coverageOf(range);
    else if (exactGap)
        addProblem(verdict, QStringLiteral("the padding of /Contents is not zero"));
    if (verdict.coverage == Coverage::Partial || !token.time)
        return;
    verdict.provenTime = token.time;
    m_later.append({*token.time, token.certificates, range.end});
    if (!isOutweighed(*token.time))
        m_provenLater = m_later.last();
}

Judged Verification::judge(const SignatureClaim &found)
{
    Judged judged;
    SignatureVerdict &verdict = judged.verdict;
    verdict.fieldName = found.fieldName;
    const auto range = ByteRange::from(found.byteRange, m_file.size());
    if (!range) {
        verdict.integrity = Integrity::Altered;
        verdict.name = found.name;
        addProblem(verdict, QStringLiteral("the byte range does not fit the file"));
        return judged;
    }
    judged.end = range->end;
    const auto inGap = contentsInGap(m_file, *range);
    const auto whenSigned = claimWhenSigned(found, *range);
    SignatureClaim claim = whenSigned.value_or(found);
    const bool exactGap = whenSigned && range->begin == 0 && inGap && *inGap == claim.contents;
    if (!whenSigned) {
        // What only a later revision says of it was not signed.
        claim.reason.clear();
        claim.date.clear();
        addProblem(verdict, QStringLiteral("no signature field of the signed revision holds it"));
    } else if (!exactGap) {
        addProblem(verdict, QStringLiteral("the byte range does not leave out exactly /Contents"));
    }
    if (inGap)
        claim.contents = *inGap;
    verdict.fieldName = claim.fieldName;
    verdict.name = claim.name;
    verdict.meaning = claim.reason;
    verdict.time = momentOfPdfDate(claim.date);
    if (claim.subFilter == "/ETSI.RFC3161")
        judgeDocumentTimestamp(verdict, claim, *range, exactGap);
    else
        judgeSignature(verdict, claim, *range, exactGap);
    if (verdict.integrity == Integrity::Intact && verdict.coverage != Coverage::Partial)
        verdict.signedEnd = range->end;
    return judged;
}

// What follows the first signature, and what the document is as a whole.
void Verification::judgeRest(PdfVerdict &verdict, qint64 firstEnd, qint64 covered)
{
    m_revisions.clear(); // each holds all objects that were looked at
    const Result<PdfRevisionReader> &whole = revision(m_file.size());
    verdict.formFaults = whole ? whole->formFaults()
                               : QList<FormFinding>{{FormFault::Unreadable, 0, whole.error().detail.left(200)}};
    m_revisions.clear();
    verdict.revisions = judgeRevisions(m_file, firstEnd);
    const bool onlyValidationData = !verdict.revisions.isEmpty()
        && std::all_of(verdict.revisions.cbegin(), verdict.revisions.cend(), [covered](const RevisionVerdict &revision) {
               return revision.change == RevisionChange::ValidationData
                   || (revision.end <= covered && revision.change != RevisionChange::Forbidden);
           });
    verdict.laterChanges = covered > 0 && covered < m_file.size() && !onlyValidationData;
}

Result<QList<Judged>> Verification::judgeAll()
{
    auto claims = collectClaims();
    if (!claims)
        return claims.error();
    // The last one first: a timestamp proves that what it covers was there already.
    std::stable_sort(claims->begin(), claims->end(),
        [this](const SignatureClaim &a, const SignatureClaim &b) { return endOf(a) > endOf(b); });
    QList<Judged> all;
    for (const SignatureClaim &claim : *claims)
        all.prepend(judge(claim));
    std::stable_sort(all.begin(), all.end(), [](const Judged &a, const Judged &b) { return a.end < b.end; });
    return all;
}

Result<QList<SignatureVerdict>> Verification::runOverSignatures()
{
    const auto all = judgeAll();
    if (!all)
        return all.error();
    QList<SignatureVerdict> verdicts;
    for (const Judged &one : *all)
        verdicts.append(one.verdict);
    return verdicts;
}

Result<PdfVerdict> Verification::run()
{
    const auto judged = judgeAll();
    if (!judged)
        return judged.error();
    const QList<Judged> &all = *judged;
    PdfVerdict verdict;
    qint64 firstEnd = 0;
    qint64 lastEnd = 0;
    qint64 lastIntactEnd = 0;
    qint64 filesFrom = all.isEmpty() ? m_file.size() : 0;
    const bool isSigned = std::any_of(
        all.cbegin(), all.cend(), [](const Judged &one) { return one.verdict.kind == SignatureKind::Approval; });
    for (const Judged &one : all) {
        verdict.signatures.append(one.verdict);
        firstEnd = firstEnd == 0 ? one.end : firstEnd; // they are in order; 0 is a byte range that fits no file
        lastEnd = std::max(lastEnd, one.end);
        if (one.verdict.integrity != Integrity::Intact)
            continue;
        lastIntactEnd = std::max(lastIntactEnd, one.end);
        // Anybody can have anything stamped: only who signed vouches for the files.
        const bool vouches = one.verdict.kind == SignatureKind::Approval || !isSigned;
        if (vouches && one.verdict.coverage != Coverage::Partial)
            filesFrom = std::max(filesFrom, one.end);
    }
    if (!all.isEmpty())
        judgeRest(verdict, firstEnd, lastIntactEnd > 0 ? lastIntactEnd : lastEnd);
    verdict.vouchedEnd = filesFrom;
    if (filesFrom > 0)
        if (const Result<PdfRevisionReader> &reader = revision(filesFrom))
            verdict.embeddedFiles = reader->embeddedFiles();
    return verdict;
}

} // namespace

Result<PdfVerdict> verifyPdf(const QString &path, const TrustStore &trust, const Timestamp &now)
{
    const auto bytes = readPdf(path);
    if (!bytes)
        return bytes.error();
    auto verdict = verifyPdf(*bytes, trust, now);
    if (!verdict)
        return verdict.error().withContext(path);
    return verdict;
}

Result<PdfVerdict> verifyPdf(const QByteArray &bytes, const TrustStore &trust, const Timestamp &now)
{
    if (bytes.size() > maxPdfBytes)
        return Error{ErrorCode::TooLarge, QStringLiteral("the document is over 512 MiB"), {}};
    return Verification(bytes, trust, now).run();
}

Result<QList<SignatureVerdict>> verifySignatures(
    const QByteArray &bytes, const TrustStore &trust, const Timestamp &now)
{
    return Verification(bytes, trust, now).runOverSignatures();
}

} // namespace cq
