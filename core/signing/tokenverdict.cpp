// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/tokenverdict.h"

#include "core/signing/certificatepath.h"
#include "core/signing/certificatereading.h"
#include "core/signing/signerstanding.h"
#include "core/signing/timestamptoken.h"

namespace cq {

TokenVerdict judgeToken(const QByteArray &token, const QList<QByteArrayView> &stamped, const TrustStore &trust,
    const ValidationEvidence &evidence, const Timestamp &moment)
{
    TokenVerdict verdict;
    const auto read = TimestampToken::parse(token);
    if (!read) {
        verdict.problem = read.error().withContext(QStringLiteral("the timestamp")).text();
        return verdict;
    }
    verdict.derLength = read->der().size();
    verdict.authority = certificateInfo(read->authority());
    verdict.certificates = read->certificates();
    verdict.trust = authorityStanding(read->authority(), verdict.certificates.get(), trust, moment);
    const CertificatePath path = CertificatePath::from(verdict.certificates.get(), evidence, trust.endsOfTimestamp());
    if (verdict.trust == Trust::UnknownSigner)
        verdict.trust = authorityStanding(read->authority(), path.issuers().get(), trust, moment);
    verdict.revocation = path.revocationAt(evidence, moment);
    if (verdict.trust == Trust::Trusted && verdict.revocation.revocation == Revocation::Revoked)
        verdict.trust = Trust::Revoked;
    const auto holds = read->holdsFor(digestOf(stamped, read->digestAlgorithm()));
    verdict.integrity = holds ? Integrity::Intact : Integrity::Altered;
    if (holds)
        verdict.time = ProvenTime{read->time(), verdict.authority, verdict.trust == Trust::Trusted};
    else
        verdict.problem = holds.error().text();
    return verdict;
}

} // namespace cq
