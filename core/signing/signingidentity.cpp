// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/signingidentity.h"

#include "core/signing/certificatereading.h"
#include "core/signing/keymaterial.h"

#include <QDateTime>

#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdlib>

namespace cq {

namespace {

constexpr int pbkdf2Rounds = 300'000;
constexpr long maxMacRounds = 10'000'000; ///< a file asking for more would hang the program

Error keyUnusable(const QString &detail)
{
    return Error{ErrorCode::KeyUnusable, detail, {}};
}

bool addNamePart(X509_NAME *name, int nid, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8,
               reinterpret_cast<const unsigned char *>(utf8.constData()), static_cast<int>(utf8.size()), -1, 0)
        == 1;
}

bool addExtension(X509 *certificate, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    const bool added = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

// 159 random bits: positive, and at most 20 bytes (RFC 5280 4.1.2.2).
bool setRandomSerial(X509 *certificate)
{
    BIGNUM *number = BN_new();
    const bool done = number && BN_rand(number, 159, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1
        && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    return done;
}

bool setValidity(X509 *certificate, const Timestamp &now)
{
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(now.utcMs, Qt::UTC);
    const auto from = static_cast<time_t>(begin.toSecsSinceEpoch());
    const auto until = static_cast<time_t>(begin.addYears(SigningIdentity::validYears).toSecsSinceEpoch());
    return ASN1_TIME_set(X509_getm_notBefore(certificate), from)
        && ASN1_TIME_set(X509_getm_notAfter(certificate), until);
}

bool fillSelfIssued(X509 *certificate, EVP_PKEY *key, const IdentityRequest &request, const Timestamp &now)
{
    X509_NAME *name = X509_get_subject_name(certificate);
    return X509_set_version(certificate, X509_VERSION_3) == 1 && setRandomSerial(certificate)
        && setValidity(certificate, now)
        && (request.organisation.isEmpty() || addNamePart(name, NID_organizationName, request.organisation))
        && addNamePart(name, NID_organizationalUnitName, selfIssuedMark())
        && addNamePart(name, NID_commonName, request.name) && X509_set_issuer_name(certificate, name) == 1
        && X509_set_pubkey(certificate, key) == 1
        && addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(certificate, NID_key_usage, "critical,digitalSignature,nonRepudiation")
        && addExtension(certificate, NID_subject_key_identifier, "hash")
        && X509_sign(certificate, key, EVP_sha256()) > 0;
}

EVP_PKEY *newKey(KeyAlgorithm algorithm)
{
    switch (algorithm) {
    case KeyAlgorithm::EcP256:
        return EVP_EC_gen("P-256");
    case KeyAlgorithm::Rsa3072:
        return EVP_RSA_gen(3072);
    }
    return nullptr;
}

Result<OpenSslHandle<PKCS12_st>> openContainer(const QByteArray &bytes)
{
    const auto *position = reinterpret_cast<const unsigned char *>(bytes.constData());
    const unsigned char *const end = position + bytes.size();
    OpenSslHandle<PKCS12_st> container(d2i_PKCS12(nullptr, &position, static_cast<long>(bytes.size())));
    ERR_clear_error();
    if (!container || position != end)
        return Error{ErrorCode::Malformed, QStringLiteral("not a PKCS#12 file"), {}};
    if (PKCS12_mac_present(container.get()) != 1)
        return Error{ErrorCode::Malformed, QStringLiteral("the PKCS#12 file has no integrity check"), {}};
    const ASN1_INTEGER *rounds = nullptr;
    PKCS12_get0_mac(nullptr, nullptr, nullptr, &rounds, container.get());
    if (rounds && (ASN1_INTEGER_get(rounds) < 1 || ASN1_INTEGER_get(rounds) > maxMacRounds))
        return Error{ErrorCode::Malformed, QStringLiteral("the PKCS#12 file asks for too many rounds"), {}};
    return container;
}

Error parseError()
{
    const unsigned long code = ERR_peek_last_error();
    const bool macFailed = ERR_GET_LIB(code) == ERR_LIB_PKCS12 && ERR_GET_REASON(code) == PKCS12_R_MAC_VERIFY_FAILURE;
    const QString reason = openSslReason();
    if (macFailed)
        return Error{ErrorCode::WrongPassphrase, QStringLiteral("the passphrase does not open the PKCS#12 file"), {}};
    return keyUnusable(QStringLiteral("the PKCS#12 file cannot be decrypted: %1").arg(reason));
}

} // namespace

SigningIdentity::SigningIdentity(std::unique_ptr<KeyMaterial> material) : m_material(std::move(material)) { }

SigningIdentity::SigningIdentity(SigningIdentity &&) noexcept = default;
SigningIdentity &SigningIdentity::operator=(SigningIdentity &&) noexcept = default;
SigningIdentity::~SigningIdentity() = default;

Result<SigningIdentity> SigningIdentity::create(const IdentityRequest &request, const Timestamp &now)
{
    if (request.name.trimmed().isEmpty() || request.name.size() > 64)
        return Error{ErrorCode::InvalidInput, QStringLiteral("the name needs 1 to 64 characters"), {}};
    if (request.organisation.size() > 64)
        return Error{ErrorCode::InvalidInput, QStringLiteral("the organisation needs at most 64 characters"), {}};
    auto material = std::make_unique<KeyMaterial>();
    material->key.reset(newKey(request.algorithm));
    material->certificate.reset(X509_new());
    if (!material->key || !material->certificate
        || !fillSelfIssued(material->certificate.get(), material->key.get(), request, now))
        return Error{ErrorCode::SigningFailed, openSslReason(), {QStringLiteral("making an identity")}};
    // Read back, so that the extensions are in the form every reader sees.
    material->certificate = certificateFromDer(derOf(material->certificate.get()));
    if (!material->certificate)
        return Error{ErrorCode::SigningFailed, openSslReason(), {QStringLiteral("reading the new certificate")}};
    return SigningIdentity(std::move(material));
}

Result<SigningIdentity> SigningIdentity::fromPkcs12(const QByteArray &bytes, const Passphrase &passphrase)
{
    if (bytes.size() > maxPkcs12Bytes)
        return Error{ErrorCode::TooLarge, QStringLiteral("the PKCS#12 file is over 1 MiB"), {}};
    const auto container = openContainer(bytes);
    if (!container)
        return container.error();
    if (passphrase.hasEmbeddedZero())
        return Error{ErrorCode::WrongPassphrase, QStringLiteral("the passphrase holds a zero character"), {}};
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *others = nullptr;
    if (PKCS12_parse(container->get(), passphrase.data(), &key, &certificate, &others) != 1)
        return parseError();
    ERR_clear_error(); // parsing tries several ways and notes each that did not fit
    auto material = std::make_unique<KeyMaterial>();
    material->key.reset(key);
    material->certificate.reset(certificate);
    const CertificateStackHandle rest(others);
    if (!key)
        return keyUnusable(QStringLiteral("the PKCS#12 file holds no private key"));
    if (!certificate || X509_check_private_key(certificate, key) != 1) {
        ERR_clear_error();
        return keyUnusable(QStringLiteral("no certificate in the PKCS#12 file belongs to its private key"));
    }
    if (const auto reason = unsupportedKey(key))
        return keyUnusable(*reason);
    while (sk_X509_num(rest.get()) > 0)
        material->chain.emplace_back(sk_X509_shift(rest.get()));
    return SigningIdentity(std::move(material));
}

Result<QByteArray> SigningIdentity::toPkcs12(const Passphrase &passphrase) const
{
    if (passphrase.length() < minPassphraseLength || passphrase.hasEmbeddedZero())
        return Error{ErrorCode::InvalidInput, QStringLiteral("the passphrase needs at least 8 characters"), {}};
    if (m_material->signOnToken)
        return keyUnusable(QStringLiteral("the private key does not leave its token"));
    const CertificateStackHandle chain(sk_X509_new_null());
    for (const CertificateHandle &above : m_material->chain)
        if (!chain || X509_add_cert(chain.get(), above.get(), X509_ADD_FLAG_UP_REF) != 1)
            return Error{ErrorCode::SigningFailed, openSslReason(), {QStringLiteral("packing a chain")}};
    const QByteArray label = certificate().subjectName.toUtf8();
    const OpenSslHandle<PKCS12_st> container(PKCS12_create(passphrase.data(), label.constData(), m_material->key.get(),
        m_material->certificate.get(), chain.get(), NID_aes_256_cbc, NID_aes_256_cbc, pbkdf2Rounds, pbkdf2Rounds, 0));
    unsigned char *der = nullptr;
    const int length = container ? i2d_PKCS12(container.get(), &der) : -1;
    if (length <= 0)
        return Error{ErrorCode::SigningFailed, openSslReason(), {QStringLiteral("packing an identity")}};
    const QByteArray bytes(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    return bytes;
}

Result<void> SigningIdentity::usableAt(const Timestamp &moment) const
{
    const CertificateInfo info = certificate();
    // Certificates count whole seconds.
    const qint64 second = moment.utcMs - moment.utcMs % 1000;
    if (second < info.notBefore.utcMs)
        return keyUnusable(QStringLiteral("the certificate is valid only from %1").arg(info.notBefore.utcText()));
    if (second > info.notAfter.utcMs)
        return keyUnusable(QStringLiteral("the certificate expired at %1").arg(info.notAfter.utcText()));
    if (const auto reason = signingForbidden(m_material->certificate.get()))
        return keyUnusable(*reason);
    return {};
}

CertificateInfo SigningIdentity::certificate() const
{
    return certificateInfo(m_material->certificate.get());
}

} // namespace cq
