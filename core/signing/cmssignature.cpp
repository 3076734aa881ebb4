// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/cmssignature.h"

#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/evp.h>
#include <openssl/objects.h>

namespace cq {

namespace {

constexpr int onlyOne = -3; ///< OpenSSL: the attribute must be there once, with one value

Error malformed(const QString &detail)
{
    ERR_clear_error();
    return Error{ErrorCode::Malformed, detail, {}};
}

template <class T> struct EssDeleter;
template <> struct EssDeleter<ESS_SIGNING_CERT>
{
    void operator()(ESS_SIGNING_CERT *value) const noexcept { ESS_SIGNING_CERT_free(value); }
};
template <> struct EssDeleter<ESS_SIGNING_CERT_V2>
{
    void operator()(ESS_SIGNING_CERT_V2 *value) const noexcept { ESS_SIGNING_CERT_V2_free(value); }
};

// Nothing where the attribute is not there exactly once or cannot be read.
template <class T, T *(*decode)(T **, const unsigned char **, long)>
std::unique_ptr<T, EssDeleter<T>> essAttribute(const CMS_SignerInfo *signer, int nid)
{
    const auto *value = static_cast<const ASN1_STRING *>(
        CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(nid), onlyOne, V_ASN1_SEQUENCE));
    if (!value)
        return nullptr;
    const unsigned char *position = ASN1_STRING_get0_data(value);
    return std::unique_ptr<T, EssDeleter<T>>(decode(nullptr, &position, ASN1_STRING_length(value)));
}

bool hasAttribute(const CMS_SignerInfo *signer, int nid)
{
    return CMS_signed_get_attr_by_NID(signer, nid, -1) >= 0;
}

} // namespace

Result<CmsSignature> CmsSignature::parse(const QByteArray &contents)
{
    return parse(contents, NID_pkcs7_data);
}

Result<CmsSignature> CmsSignature::parseTimestampToken(const QByteArray &contents)
{
    return parse(contents, NID_id_smime_ct_TSTInfo);
}

Result<CmsSignature> CmsSignature::parse(const QByteArray &contents, int contentType)
{
    const bool isDetached = contentType == NID_pkcs7_data;
    if (contents.size() > maxBytes)
        return Error{ErrorCode::TooLarge, QStringLiteral("the signature is over 1 MiB"), {}};
    const auto *const begin = reinterpret_cast<const unsigned char *>(contents.constData());
    const unsigned char *position = begin;
    CmsSignature result;
    result.m_cms.reset(d2i_CMS_ContentInfo(nullptr, &position, static_cast<long>(contents.size())));
    if (!result.m_cms || OBJ_obj2nid(CMS_get0_type(result.m_cms.get())) != NID_pkcs7_signed)
        return malformed(QStringLiteral("the signature is not signed CMS data"));
    result.m_derLength = position - begin;
    ASN1_OCTET_STRING **content = CMS_get0_content(result.m_cms.get());
    if (!content || isDetached == (*content != nullptr)
        || OBJ_obj2nid(CMS_get0_eContentType(result.m_cms.get())) != contentType)
        return malformed(isDetached ? QStringLiteral("the signature is not detached")
                                    : QStringLiteral("the signature is no timestamp"));
    result.m_contentType = contentType;
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(result.m_cms.get());
    if (sk_CMS_SignerInfo_num(signers) != 1)
        return malformed(QStringLiteral("the signature does not have exactly one signer"));
    result.m_signerInfo = sk_CMS_SignerInfo_value(signers, 0);
    CMS_set1_signers_certs(result.m_cms.get(), nullptr, 0);
    X509_ALGOR *digest = nullptr;
    CMS_SignerInfo_get0_algs(result.m_signerInfo, nullptr, &result.m_signer, &digest, nullptr);
    if (!result.m_signer)
        return malformed(QStringLiteral("the signature does not carry its signer's certificate"));
    result.m_digest = acceptedDigest(digest);
    if (!result.m_digest)
        return malformed(QStringLiteral("the digest algorithm of the signature is not accepted"));
    ERR_clear_error();
    return result;
}

Result<void> CmsSignature::holdsFor(const QByteArray &contentDigest) const
{
    const auto *type = static_cast<const ASN1_OBJECT *>(
        CMS_signed_get0_data_by_OBJ(m_signerInfo, OBJ_nid2obj(NID_pkcs9_contentType), onlyOne, V_ASN1_OBJECT));
    const auto *digest = static_cast<const ASN1_OCTET_STRING *>(
        CMS_signed_get0_data_by_OBJ(m_signerInfo, OBJ_nid2obj(NID_pkcs9_messageDigest), onlyOne, V_ASN1_OCTET_STRING));
    if (!type || OBJ_obj2nid(type) != m_contentType || !digest)
        return malformed(QStringLiteral("the signed attributes lack content type or message digest"));
    if (contentDigest.isEmpty() || ASN1_STRING_length(digest) != contentDigest.size()
        || CRYPTO_memcmp(
               ASN1_STRING_get0_data(digest), contentDigest.constData(), static_cast<size_t>(contentDigest.size()))
            != 0)
        return malformed(QStringLiteral("the signed bytes were changed"));
    if (CMS_SignerInfo_verify(m_signerInfo) != 1)
        return malformed(QStringLiteral("the signature does not belong to its certificate's key"));
    if (certificateBinding() == CertificateBinding::Differs)
        return malformed(QStringLiteral("the signature was made for another certificate"));
    ERR_clear_error();
    return {};
}

CmsSignature::CertificateBinding CmsSignature::certificateBinding() const
{
    const bool hasV1 = hasAttribute(m_signerInfo, NID_id_smime_aa_signingCertificate);
    const bool hasV2 = hasSigningCertificateV2();
    if (!hasV1 && !hasV2)
        return CertificateBinding::Absent;
    const auto v1 =
        essAttribute<ESS_SIGNING_CERT, d2i_ESS_SIGNING_CERT>(m_signerInfo, NID_id_smime_aa_signingCertificate);
    const auto v2 =
        essAttribute<ESS_SIGNING_CERT_V2, d2i_ESS_SIGNING_CERT_V2>(m_signerInfo, NID_id_smime_aa_signingCertificateV2);
    const bool readable = hasV1 == (v1 != nullptr) && hasV2 == (v2 != nullptr);
    const CertificateStackHandle all = certificates();
    const bool matches = readable && OSSL_ESS_check_signing_certs(v1.get(), v2.get(), all.get(), 1) == 1;
    ERR_clear_error();
    return matches ? CertificateBinding::Matches : CertificateBinding::Differs;
}

bool CmsSignature::hasSigningCertificateV2() const
{
    return hasAttribute(m_signerInfo, NID_id_smime_aa_signingCertificateV2);
}

bool CmsSignature::hasSigningTime() const
{
    return hasAttribute(m_signerInfo, NID_pkcs9_signingTime);
}

QByteArray CmsSignature::content() const
{
    ASN1_OCTET_STRING **content = CMS_get0_content(m_cms.get());
    return content && *content ? bytesOf(*content) : QByteArray();
}

QByteArray CmsSignature::signatureValue() const
{
    return bytesOf(CMS_SignerInfo_get0_signature(m_signerInfo));
}

bool CmsSignature::hasTimestamp() const
{
    return CMS_unsigned_get_attr_by_NID(m_signerInfo, NID_id_smime_aa_timeStampToken, -1) >= 0;
}

QByteArray CmsSignature::timestampToken() const
{
    const auto *value = static_cast<const ASN1_STRING *>(CMS_unsigned_get0_data_by_OBJ(
        m_signerInfo, OBJ_nid2obj(NID_id_smime_aa_timeStampToken), onlyOne, V_ASN1_SEQUENCE));
    ERR_clear_error();
    return value ? bytesOf(value) : QByteArray();
}

CertificateStackHandle CmsSignature::certificates() const
{
    const CertificateStackHandle carried(CMS_get1_certs(m_cms.get()));
    CertificateStackHandle ordered(sk_X509_new_null());
    if (!ordered || X509_add_cert(ordered.get(), m_signer, X509_ADD_FLAG_UP_REF) != 1)
        return ordered;
    X509_add_certs(ordered.get(), carried.get(), X509_ADD_FLAG_UP_REF | X509_ADD_FLAG_NO_DUP);
    return ordered;
}

} // namespace cq
