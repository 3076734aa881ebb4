// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/pdfverdict.h"
#include "core/signing/signingidentity.h"
#include "core/signing/truststore.h"

namespace cq {

/// What is to be said of a detached CMS in DER that stands beside what it signs. It tells no time (CAdES baseline
/// leaves the signing time to others), so the signer is judged at a moment the caller knows.
struct ContentSignature
{
    Integrity integrity = Integrity::Unreadable; ///< whether it was made over this content; says nothing on who signed
    Trust trust = Trust::UnknownSigner;
    CertificateInfo signer; ///< empty where it could not be read
    QString problem; ///< technical detail, empty where there is nothing to say

    /// Made over this content by somebody who is trusted.
    bool vouches() const { return integrity == Integrity::Intact && trust == Trust::Trusted; }
    bool operator==(const ContentSignature &) const = default;
};

ContentSignature judgeContentSignature(
    const QByteArray &content, const QByteArray &signature, const TrustStore &trust, const Timestamp &moment);

/// Signs the content and checks the result. What SigningIdentity::usableAt() says; SigningFailed; what a token says.
Result<QByteArray> signContent(const QByteArray &content, const SigningIdentity &identity, const Timestamp &now);

} // namespace cq
