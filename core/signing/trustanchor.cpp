// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/trustanchor.h"

#include "core/signing/certificatereading.h"
#include "core/signing/signerstanding.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

namespace cq {

namespace {

Error unfit(const QString &reason)
{
    return Error{ErrorCode::KeyUnusable, reason, {}};
}

// Of a person's certificate.
std::optional<QString> signaturesForbidden(X509 *certificate)
{
    if (auto reason = signingForbidden(certificate))
        return reason;
    // Without an extended key usage everything is allowed (RFC 5280 4.2.1.12).
    const bool isLimited = (X509_get_extension_flags(certificate) & EXFLAG_XKUSAGE) != 0;
    if (isLimited && X509_get_extended_key_usage(certificate) == XKU_TIMESTAMP)
        return QStringLiteral("the certificate is meant for timestamps, not for signatures of people");
    return std::nullopt;
}

} // namespace

Result<TrustAnchor> trustAnchor(const QByteArray &der, TrustUse use)
{
    if (der.size() > maxAnchorBytes)
        return Error{ErrorCode::TooLarge, QStringLiteral("a certificate of %1 bytes").arg(der.size()), {}};
    const CertificateHandle certificate = certificateFromDer(der);
    ERR_clear_error();
    if (!certificate)
        return Error{ErrorCode::Malformed, QStringLiteral("no certificate could be read"), {}};
    TrustAnchor anchor;
    anchor.der = der;
    anchor.certificate = certificateInfo(certificate.get());
    const bool isAuthority = X509_check_ca(certificate.get()) != 0;
    if (use == TrustUse::Timestamps) {
        if (!isAuthority && timestampingForbidden(certificate.get()))
            return unfit(QStringLiteral("the certificate is neither meant for timestamps nor of an authority"));
        anchor.purpose = TrustPurpose::TimestampAuthority;
        return anchor;
    }
    if (isAuthority) {
        anchor.purpose = anchor.certificate.selfIssued ? TrustPurpose::Root : TrustPurpose::Issuer;
        return anchor;
    }
    if (const auto reason = signaturesForbidden(certificate.get()))
        return unfit(*reason);
    anchor.purpose = TrustPurpose::Person;
    return anchor;
}

Result<TrustAnchor> trustAnchor(const QByteArray &der, TrustPurpose purpose)
{
    const bool isForTime = purpose == TrustPurpose::TimestampAuthority;
    auto anchor = trustAnchor(der, isForTime ? TrustUse::Timestamps : TrustUse::Signatures);
    if (!anchor || anchor->purpose == purpose)
        return anchor;
    // A root is an authority as well, and lists name some of them as issuers.
    if (purpose != TrustPurpose::Issuer || anchor->purpose != TrustPurpose::Root)
        return unfit(QStringLiteral("the certificate does not suit the purpose \"%1\"").arg(textOf(purpose)));
    anchor->purpose = purpose;
    return anchor;
}

} // namespace cq
