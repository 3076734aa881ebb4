// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/contentsignature.h"

#include "core/base/sha256.h"
#include "core/signing/certificatereading.h"
#include "core/signing/cmssignature.h"
#include "core/signing/detachedsigner.h"
#include "core/signing/signerstanding.h"

namespace cq {

ContentSignature judgeContentSignature(
    const QByteArray &content, const QByteArray &signature, const TrustStore &trust, const Timestamp &moment)
{
    ContentSignature judged;
    const auto cms = CmsSignature::parse(signature);
    if (!cms) {
        judged.problem = cms.error().detail;
        return judged;
    }
    if (cms->derLength() != signature.size()) {
        judged.problem = QStringLiteral("something follows the signature");
        return judged;
    }
    const auto holds = cms->holdsFor(digestOf({content}, cms->digestAlgorithm()));
    judged.integrity = holds ? Integrity::Intact : Integrity::Altered;
    if (!holds)
        judged.problem = holds.error().detail;
    judged.signer = certificateInfo(cms->signer());
    const CertificateStackHandle carried = cms->certificates();
    judged.trust = signerStanding(cms->signer(), carried.get(), trust, moment);
    return judged;
}

Result<QByteArray> signContent(const QByteArray &content, const SigningIdentity &identity, const Timestamp &now)
{
    if (auto usable = identity.usableAt(now); !usable)
        return usable.error();
    const auto cms = signDetached(identity.material(), QByteArray::fromHex(sha256Hex(content)));
    if (!cms)
        return cms;
    const ContentSignature judged = judgeContentSignature(content, *cms, {}, now);
    if (judged.integrity != Integrity::Intact)
        return Error{ErrorCode::SigningFailed, judged.problem, {QStringLiteral("checking the new signature")}};
    return cms;
}

} // namespace cq
