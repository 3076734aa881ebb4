// SPDX-License-Identifier: GPL-3.0-or-later
// A signing identity whose key stays on its token.
#include "core/signing/certificatereading.h"
#include "core/signing/keymaterial.h"
#include "core/signing/pkcs11session.h"
#include "core/signing/signingidentity.h"

#include <openssl/evp.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace cq {

namespace {

/// What signing needs for as long as the identity lives: the open session, the key, and the PIN for keys that ask again.
struct TokenKey
{
    std::unique_ptr<Pkcs11Session> session;
    Pkcs11Session::Object key;
    bool isRsa;
    Passphrase pin;
    bool hasPinPad;
};

// Certificates of authorities lie beside the signer's; the signature carries them so that others can build the chain.
std::vector<CertificateHandle> authorities(const QList<Pkcs11Session::StoredCertificate> &stored)
{
    std::vector<CertificateHandle> chain;
    for (const auto &entry : stored)
        if (CertificateHandle certificate = certificateFromDer(entry.der))
            if (X509_check_ca(certificate.get()) > 0)
                chain.push_back(std::move(certificate));
    return chain;
}

} // namespace

Result<SigningIdentity> SigningIdentity::fromToken(const Token &token, const QByteArray &certificateId, Passphrase pin)
{
    if (token.isPinLocked)
        return Error{ErrorCode::TokenLocked, QStringLiteral("the token \"%1\" says so").arg(token.label), {}};
    const auto module = Pkcs11Module::load(token.modulePath);
    if (!module)
        return module.error();
    auto session = Pkcs11Session::open(*module, token.slot);
    if (!session)
        return session.error();
    const auto stored = (*session)->certificates();
    if (!stored)
        return stored.error();
    const auto entry = std::find_if(stored->cbegin(), stored->cend(),
        [&](const Pkcs11Session::StoredCertificate &candidate) { return candidate.id == certificateId; });
    auto material = std::make_unique<KeyMaterial>();
    if (entry != stored->cend())
        material->certificate = certificateFromDer(entry->der);
    if (!material->certificate)
        return Error{ErrorCode::TokenGone, QStringLiteral("the certificate is not on the token any more"), {}};
    material->key.reset(X509_get_pubkey(material->certificate.get()));
    if (const auto reason = unsupportedKey(material->key.get()))
        return Error{ErrorCode::KeyUnusable, *reason, {}};
    material->chain = authorities(*stored);
    if (auto done = (*session)->logIn(pin, token.hasPinPad); !done)
        return done.error();
    const auto key = (*session)->privateKey(certificateId);
    if (!key)
        return key.error();
    const auto held = std::make_shared<TokenKey>(TokenKey{std::move(*session), *key,
        EVP_PKEY_is_a(material->key.get(), "RSA") == 1, std::move(pin), token.hasPinPad});
    material->signOnToken = [held](const QByteArray &bytes) {
        return held->session->sign(held->key, held->isRsa, bytes, held->pin, held->hasPinPad);
    };
    return SigningIdentity(std::move(material));
}

} // namespace cq
