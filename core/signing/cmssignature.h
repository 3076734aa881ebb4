// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/opensslhandle.h"

#include <QByteArray>

namespace cq {

/// One CMS signature with exactly one signer, read from foreign bytes: detached, or of a timestamp token, which holds
/// what it signs. Knows nothing of PDF and of trust.
class CmsSignature
{
public:
    /// What signing-certificate(-v2) says: it ties the signature to one certificate (RFC 5035).
    enum class CertificateBinding { Absent, Matches, Differs };

    static constexpr qsizetype maxBytes = 1024 * 1024;

    /// Malformed where it is not such a CMS, or relies on a digest that is not collision resistant.
    static Result<CmsSignature> parse(const QByteArray &contents);
    /// The same for the signature of a timestamp token (RFC 3161 section 2.4.2).
    static Result<CmsSignature> parseTimestampToken(const QByteArray &contents);

    /// Length of the CMS itself; what follows in contents is padding.
    qsizetype derLength() const { return m_derLength; }
    /// The digest that digestOf() is to use over the content.
    const evp_md_st *digestAlgorithm() const { return m_digest; }
    /// Nothing wrong gives success; the error says which check failed.
    Result<void> holdsFor(const QByteArray &contentDigest) const;
    CertificateBinding certificateBinding() const;
    bool hasSigningCertificateV2() const;
    bool hasSigningTime() const;

    /// What a timestamp token says; empty for a detached signature.
    QByteArray content() const;
    /// What a timestamp of this signature is made over (RFC 3161 appendix A).
    QByteArray signatureValue() const;
    bool hasTimestamp() const;
    /// The token in the unsigned attribute; empty where there is none, or more than one.
    QByteArray timestampToken() const;

    x509_st *signer() const { return m_signer; }
    /// Every certificate the CMS carries, the signer's first.
    CertificateStackHandle certificates() const;

private:
    CmsSignature() = default;
    static Result<CmsSignature> parse(const QByteArray &contents, int contentType);

    OpenSslHandle<CMS_ContentInfo_st> m_cms;
    CMS_SignerInfo_st *m_signerInfo = nullptr; ///< owned by m_cms
    x509_st *m_signer = nullptr; ///< owned by m_cms
    const evp_md_st *m_digest = nullptr;
    qsizetype m_derLength = 0;
    int m_contentType = 0; ///< OpenSSL's number
};

} // namespace cq
