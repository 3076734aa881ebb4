// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/certificatereading.h"

#include "core/base/sha256.h"

#include <QDateTime>

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>

namespace cq {

namespace {

QString namePart(const X509_NAME *name, int nid)
{
    const int index = X509_NAME_get_index_by_NID(name, nid, -1);
    if (index < 0)
        return {};
    const ASN1_STRING *value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index));
    unsigned char *utf8 = nullptr;
    const int length = ASN1_STRING_to_UTF8(&utf8, value);
    if (length < 0)
        return {};
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(utf8), length);
    OPENSSL_free(utf8);
    return withoutControls(text);
}

QString wholeName(const X509_NAME *name)
{
    const OpenSslHandle<bio_st> bio(BIO_new(BIO_s_mem()));
    if (!bio || X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) < 0)
        return {};
    char *data = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &data);
    return withoutControls(QString::fromUtf8(data, length));
}

QString shortName(const X509_NAME *name)
{
    const QString commonName = namePart(name, NID_commonName);
    return commonName.isEmpty() ? wholeName(name) : commonName;
}

QString serialOf(const X509 *certificate)
{
    BIGNUM *number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr);
    char *digits = number ? BN_bn2hex(number) : nullptr;
    const QString text = digits ? QString::fromLatin1(digits) : QString();
    OPENSSL_free(digits);
    BN_free(number);
    return text;
}

} // namespace

QString withoutControls(const QString &text)
{
    QString clean;
    for (const QChar c : text)
        if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
            clean.append(c);
    return clean.left(256);
}

QString selfIssuedMark()
{
    return QStringLiteral("made in CentreQual, self-issued");
}

Timestamp momentOf(const asn1_string_st *time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    const QDate date(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
    const QTime clock(parts.tm_hour, parts.tm_min, parts.tm_sec);
    return Timestamp{QDateTime(date, clock, Qt::UTC).toMSecsSinceEpoch(), 0};
}

CertificateInfo certificateInfo(x509_st *certificate)
{
    const X509_NAME *subject = X509_get_subject_name(certificate);
    CertificateInfo info;
    info.subjectName = shortName(subject);
    info.organisation = namePart(subject, NID_organizationName);
    info.issuerName = shortName(X509_get_issuer_name(certificate));
    info.serial = serialOf(certificate);
    info.sha256 = QString::fromLatin1(sha256Hex(derOf(certificate)));
    info.notBefore = momentOf(X509_get0_notBefore(certificate));
    info.notAfter = momentOf(X509_get0_notAfter(certificate));
    info.algorithm = algorithmText(X509_get0_pubkey(certificate));
    info.selfIssued = X509_self_signed(certificate, 1) == 1;
    info.madeInProgram = info.selfIssued && namePart(subject, NID_organizationalUnitName) == selfIssuedMark();
    return info;
}

QByteArray derOf(x509_st *certificate)
{
    unsigned char *der = nullptr;
    const int length = i2d_X509(certificate, &der);
    if (length <= 0)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    return bytes;
}

CertificateHandle certificateFromDer(const QByteArray &der)
{
    const auto *position = reinterpret_cast<const unsigned char *>(der.constData());
    const unsigned char *const end = position + der.size();
    CertificateHandle certificate(d2i_X509(nullptr, &position, static_cast<long>(der.size())));
    if (position != end)
        certificate.reset();
    return certificate;
}

std::optional<QString> signingForbidden(x509_st *certificate)
{
    if ((X509_get_extension_flags(certificate) & EXFLAG_INVALID) != 0)
        return QStringLiteral("an extension of the certificate is broken");
    const uint32_t usage = X509_get_key_usage(certificate); // all bits where there is none
    if ((usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0)
        return QStringLiteral("the key usage of the certificate does not include signatures");
    return std::nullopt;
}

QString algorithmText(evp_pkey_st *key)
{
    if (!key)
        return QStringLiteral("unknown");
    if (EVP_PKEY_is_a(key, "RSA") == 1 || EVP_PKEY_is_a(key, "RSA-PSS") == 1)
        return QStringLiteral("RSA %1").arg(EVP_PKEY_get_bits(key));
    std::array<char, 80> group{};
    size_t length = 0;
    if (EVP_PKEY_is_a(key, "EC") == 1 && EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) == 1) {
        const char *nist = EC_curve_nid2nist(OBJ_sn2nid(group.data()));
        return QStringLiteral("ECDSA %1").arg(QString::fromLatin1(nist ? nist : group.data()));
    }
    const char *name = EVP_PKEY_get0_type_name(key);
    return QString::fromLatin1(name ? name : "unknown");
}

std::optional<QString> unsupportedKey(EVP_PKEY *key)
{
    constexpr int minRsaBits = 2048;
    constexpr int maxRsaBits = 8192;
    const int bits = EVP_PKEY_get_bits(key);
    if (EVP_PKEY_is_a(key, "RSA") == 1 && bits >= minRsaBits && bits <= maxRsaBits)
        return std::nullopt;
    if (algorithmText(key) == QStringLiteral("ECDSA P-256"))
        return std::nullopt;
    return QStringLiteral("keys of the kind %1 are not supported").arg(algorithmText(key));
}

} // namespace cq
