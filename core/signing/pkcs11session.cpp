// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pkcs11session.h"

#include "core/signing/opensslhandle.h"

#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <p11-kit/pkcs11.h>

#include <array>

namespace cq {

namespace {

/// Room for an RSA signature of 8192 bits, the longest key that is taken.
constexpr int maxSignatureBytes = 1024;
/// SHA-256's DigestInfo without the digest (RFC 8017 9.2, note 1), for tokens that only know the bare RSA mechanism.
constexpr std::array<unsigned char, 19> sha256Frame{0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03,
    0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20};

CK_BYTE *writable(const QByteArray &bytes)
{
    // PKCS#11 takes what it only reads as not const.
    return const_cast<CK_BYTE *>(reinterpret_cast<const CK_BYTE *>(bytes.constData()));
}

// Tokens give r and s side by side, CMS wants them as a DER sequence (RFC 5753 2.1.1).
QByteArray ecdsaInDer(const QByteArray &raw)
{
    const int half = static_cast<int>(raw.size() / 2);
    const auto *bytes = reinterpret_cast<const unsigned char *>(raw.constData());
    ECDSA_SIG *pair = ECDSA_SIG_new();
    BIGNUM *r = BN_bin2bn(bytes, half, nullptr);
    BIGNUM *s = BN_bin2bn(bytes + half, half, nullptr);
    if (!pair || !r || !s || ECDSA_SIG_set0(pair, r, s) != 1) {
        BN_free(r);
        BN_free(s);
        ECDSA_SIG_free(pair);
        return {};
    }
    unsigned char *der = nullptr;
    const int length = i2d_ECDSA_SIG(pair, &der);
    const QByteArray result = length > 0 ? QByteArray(reinterpret_cast<const char *>(der), length) : QByteArray();
    OPENSSL_free(der);
    ECDSA_SIG_free(pair);
    return result;
}

} // namespace

Result<std::unique_ptr<Pkcs11Session>> Pkcs11Session::open(const std::shared_ptr<Pkcs11Module> &module, Slot slot)
{
    CK_SESSION_HANDLE handle = 0;
    const CK_RV opened = module->calls().C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &handle);
    if (opened != CKR_OK)
        return pkcs11Error("C_OpenSession", opened);
    return std::unique_ptr<Pkcs11Session>(new Pkcs11Session(module, handle));
}

Pkcs11Session::Pkcs11Session(std::shared_ptr<Pkcs11Module> module, unsigned long handle)
    : m_module(std::move(module))
    , m_handle(handle)
{
}

Pkcs11Session::~Pkcs11Session()
{
    if (m_isLoggedIn)
        m_module->calls().C_Logout(m_handle);
    m_module->calls().C_CloseSession(m_handle);
}

Result<QList<Pkcs11Session::Object>> Pkcs11Session::find(unsigned long objectClass, const QByteArray &id) const
{
    CK_FUNCTION_LIST &calls = m_module->calls();
    CK_OBJECT_CLASS wanted = objectClass;
    std::array<CK_ATTRIBUTE, 2> pattern{CK_ATTRIBUTE{CKA_CLASS, &wanted, sizeof wanted},
        CK_ATTRIBUTE{CKA_ID, writable(id), static_cast<CK_ULONG>(id.size())}};
    if (const CK_RV begun = calls.C_FindObjectsInit(m_handle, pattern.data(), id.isEmpty() ? 1 : 2); begun != CKR_OK)
        return pkcs11Error("C_FindObjectsInit", begun);
    QList<Object> objects;
    CK_RV found = CKR_OK;
    while (objects.size() < maxObjects) {
        CK_OBJECT_HANDLE object = 0;
        CK_ULONG count = 0;
        found = calls.C_FindObjects(m_handle, &object, 1, &count);
        if (found != CKR_OK || count == 0)
            break;
        objects.append(object);
    }
    calls.C_FindObjectsFinal(m_handle);
    if (found != CKR_OK)
        return pkcs11Error("C_FindObjects", found);
    return objects;
}

QByteArray Pkcs11Session::attribute(Object object, unsigned long type) const
{
    CK_ATTRIBUTE wanted{type, nullptr, 0};
    CK_FUNCTION_LIST &calls = m_module->calls();
    if (calls.C_GetAttributeValue(m_handle, object, &wanted, 1) != CKR_OK
        || wanted.ulValueLen > static_cast<CK_ULONG>(maxObjectBytes)) // also where it is unavailable: all bits set
        return {};
    QByteArray value(static_cast<qsizetype>(wanted.ulValueLen), '\0');
    wanted.pValue = value.data();
    if (calls.C_GetAttributeValue(m_handle, object, &wanted, 1) != CKR_OK
        || wanted.ulValueLen > static_cast<CK_ULONG>(value.size()))
        return {};
    value.truncate(static_cast<qsizetype>(wanted.ulValueLen));
    return value;
}

Result<QList<Pkcs11Session::StoredCertificate>> Pkcs11Session::certificates() const
{
    const auto objects = find(CKO_CERTIFICATE, {});
    if (!objects)
        return objects.error();
    QList<StoredCertificate> certificates;
    for (const Object object : *objects) {
        const QByteArray der = attribute(object, CKA_VALUE);
        if (!der.isEmpty())
            certificates.append(
                {attribute(object, CKA_ID), QString::fromUtf8(attribute(object, CKA_LABEL)).trimmed(), der});
    }
    return certificates;
}

unsigned long Pkcs11Session::logInAs(unsigned long user, const Passphrase &pin, bool hasPinPad) const
{
    auto *digits = const_cast<char *>(pin.data());
    return hasPinPad ? m_module->calls().C_Login(m_handle, user, nullptr, 0)
                     : m_module->calls().C_Login(m_handle, user, reinterpret_cast<CK_BYTE *>(digits),
                         static_cast<CK_ULONG>(qstrlen(digits)));
}

Result<void> Pkcs11Session::logIn(const Passphrase &pin, bool hasPinPad)
{
    const CK_RV done = logInAs(CKU_USER, pin, hasPinPad);
    if (done == CKR_USER_ALREADY_LOGGED_IN) // another session of this program; whoever began it ends it
        return {};
    if (done != CKR_OK)
        return pkcs11Error("C_Login", done);
    m_isLoggedIn = true;
    return {};
}

Result<QByteArray> Pkcs11Session::signWith(
    unsigned long mechanism, Object key, const QByteArray &bytes, const Passphrase &pin, bool hasPinPad)
{
    CK_FUNCTION_LIST &calls = m_module->calls();
    CK_MECHANISM how{mechanism, nullptr, 0};
    if (const CK_RV begun = calls.C_SignInit(m_handle, &how, key); begun != CKR_OK)
        return pkcs11Error("C_SignInit", begun);
    if (attribute(key, CKA_ALWAYS_AUTHENTICATE) == QByteArray(1, char(CK_TRUE)))
        if (const CK_RV asked = logInAs(CKU_CONTEXT_SPECIFIC, pin, hasPinPad); asked != CKR_OK)
            return pkcs11Error("C_Login", asked);
    QByteArray signature(maxSignatureBytes, '\0');
    CK_ULONG length = maxSignatureBytes;
    const CK_RV done = calls.C_Sign(m_handle, writable(bytes), static_cast<CK_ULONG>(bytes.size()),
        reinterpret_cast<CK_BYTE *>(signature.data()), &length);
    if (done != CKR_OK)
        return pkcs11Error("C_Sign", done);
    signature.truncate(static_cast<qsizetype>(length));
    return signature;
}

Result<Pkcs11Session::Object> Pkcs11Session::privateKey(const QByteArray &id) const
{
    const auto keys = find(CKO_PRIVATE_KEY, id);
    if (!keys)
        return keys.error();
    if (keys->isEmpty())
        return Error{ErrorCode::KeyUnusable, QStringLiteral("the token holds no private key for this certificate"), {}};
    return keys->first();
}

Result<QByteArray> Pkcs11Session::sign(
    Object key, bool isRsa, const QByteArray &bytes, const Passphrase &pin, bool hasPinPad)
{
    const QByteArray digest = digestOf({bytes}, EVP_sha256());
    if (isRsa) {
        const QByteArray framed = QByteArray(reinterpret_cast<const char *>(sha256Frame.data()), sha256Frame.size()) + digest;
        return signWith(CKM_RSA_PKCS, key, framed, pin, hasPinPad);
    }
    const auto raw = signWith(CKM_ECDSA, key, digest, pin, hasPinPad);
    if (!raw)
        return raw.error();
    const QByteArray der = ecdsaInDer(*raw);
    if (der.isEmpty())
        return Error{ErrorCode::SigningFailed, openSslReason(), {}};
    return der;
}

} // namespace cq
