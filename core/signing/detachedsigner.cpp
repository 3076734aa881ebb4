// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/detachedsigner.h"

#include "core/signing/certificatereading.h"
#include "core/signing/cmssignature.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/objects.h>

#include <algorithm>
#include <vector>

namespace cq {

namespace {

constexpr unsigned int partialFlags = CMS_PARTIAL | CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP;
/// Object identifiers, algorithm names, digests and the frame around them; measured at under 400 bytes.
constexpr qsizetype frameBytes = 1024;

Error signingFailed(const QString &step)
{
    return Error{ErrorCode::SigningFailed, openSslReason(), {step}};
}

QByteArray encodedAttribute(const X509_ATTRIBUTE *attribute)
{
    unsigned char *der = nullptr;
    const int length = i2d_X509_ATTRIBUTE(attribute, &der);
    if (length <= 0)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    return bytes;
}

QByteArray derLength(qsizetype length)
{
    QByteArray digits;
    for (qsizetype rest = length; rest > 0; rest >>= 8)
        digits.prepend(static_cast<char>(rest & 0xFF));
    if (length < 0x80)
        return QByteArray(1, static_cast<char>(length));
    return char(0x80 | int(digits.size())) + digits;
}

// What is signed: the attributes as SET OF in DER, that is sorted by their encodings (RFC 5652 5.4).
QByteArray attributesAsSet(CMS_SignerInfo *signer)
{
    std::vector<QByteArray> encoded;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i)
        encoded.push_back(encodedAttribute(CMS_signed_get_attr(signer, i)));
    std::sort(encoded.begin(), encoded.end(), [](const QByteArray &a, const QByteArray &b) {
        return std::lexicographical_compare(a.cbegin(), a.cend(), b.cbegin(), b.cend(),
            [](char x, char y) { return static_cast<unsigned char>(x) < static_cast<unsigned char>(y); });
    });
    QByteArray content;
    for (const QByteArray &attribute : encoded)
        content += attribute;
    return char(0x31) + derLength(content.size()) + content;
}

bool addAttributes(CMS_SignerInfo *signer, const QByteArray &sha256)
{
    return CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1)
        == 1
        && CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, sha256.constData(),
               static_cast<int>(sha256.size()))
        == 1;
}

// By hand instead of CMS_final, which always adds a signing time: PAdES baseline wants it in /M alone.
Result<void> signAttributes(CMS_SignerInfo *signer, const KeyMaterial &material)
{
    const auto signature = material.sign(attributesAsSet(signer));
    if (!signature)
        return signature.error();
    if (ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), signature->constData(), static_cast<int>(signature->size()))
        != 1)
        return Error{ErrorCode::SigningFailed, openSslReason(), {}};
    return {};
}

Result<QByteArray> encoded(CMS_ContentInfo *cms)
{
    unsigned char *der = nullptr;
    const int length = i2d_CMS_ContentInfo(cms, &der);
    if (length <= 0)
        return signingFailed(QStringLiteral("encoding the CMS"));
    const QByteArray bytes(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    return bytes;
}

} // namespace

Result<QByteArray> signDetached(const KeyMaterial &material, const QByteArray &sha256)
{
    ERR_clear_error();
    const CertificateStackHandle chain(sk_X509_new_null());
    for (const CertificateHandle &above : material.chain)
        if (!chain || X509_add_cert(chain.get(), above.get(), X509_ADD_FLAG_UP_REF) != 1)
            return signingFailed(QStringLiteral("collecting the chain"));
    const OpenSslHandle<CMS_ContentInfo_st> cms(CMS_sign(nullptr, nullptr, chain.get(), nullptr, partialFlags));
    if (!cms)
        return signingFailed(QStringLiteral("starting the CMS"));
    CMS_SignerInfo *signer = CMS_add1_signer(
        cms.get(), material.certificate.get(), material.key.get(), EVP_sha256(), partialFlags | CMS_CADES);
    if (!signer || !addAttributes(signer, sha256))
        return signingFailed(QStringLiteral("adding the signer"));
    if (const auto signedNow = signAttributes(signer, material); !signedNow)
        return signedNow.error().withContext(QStringLiteral("signing the attributes"));
    return encoded(cms.get());
}

Result<QByteArray> signatureValueDigest(const QByteArray &cms)
{
    const auto signature = CmsSignature::parse(cms);
    if (!signature)
        return signature.error();
    return digestOf({signature->signatureValue()}, EVP_sha256());
}

Result<QByteArray> withTimestamp(const QByteArray &cms, const TimestampToken &token)
{
    ERR_clear_error();
    const auto *position = reinterpret_cast<const unsigned char *>(cms.constData());
    const OpenSslHandle<CMS_ContentInfo_st> read(
        d2i_CMS_ContentInfo(nullptr, &position, static_cast<long>(cms.size())));
    STACK_OF(CMS_SignerInfo) *signers = read ? CMS_get0_SignerInfos(read.get()) : nullptr;
    if (sk_CMS_SignerInfo_num(signers) != 1
        || CMS_unsigned_add1_attr_by_NID(sk_CMS_SignerInfo_value(signers, 0), NID_id_smime_aa_timeStampToken,
               V_ASN1_SEQUENCE, token.der().constData(), static_cast<int>(token.der().size()))
            != 1)
        return signingFailed(QStringLiteral("adding the timestamp"));
    return encoded(read.get());
}

qsizetype detachedSizeLimit(const KeyMaterial &material)
{
    // The signer's issuer name and serial stand twice more: in the signer's identifier and in signing-certificate-v2.
    qsizetype bytes = 3 * derOf(material.certificate.get()).size() + EVP_PKEY_get_size(material.key.get());
    for (const CertificateHandle &above : material.chain)
        bytes += derOf(above.get()).size();
    return bytes + frameBytes;
}

} // namespace cq
