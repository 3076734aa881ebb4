// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/signing/certificateinfo.h"
#include "core/signing/passphrase.h"
#include "core/signing/token.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace cq {

struct KeyMaterial;

enum class KeyAlgorithm { EcP256, Rsa3072 };

template <> struct EnumText<KeyAlgorithm>
{
    static constexpr std::pair<KeyAlgorithm, const char *> table[] = {
        {KeyAlgorithm::EcP256, "ec"},
        {KeyAlgorithm::Rsa3072, "rsa"},
    };
};

/// Who a new self-issued identity is for.
struct IdentityRequest
{
    QString name; ///< 1 to 64 characters
    QString organisation; ///< 0 to 64 characters
    KeyAlgorithm algorithm = KeyAlgorithm::EcP256;
};

/// A private key with its certificate and chain. The key leaves only as PKCS#12 under a passphrase.
class SigningIdentity
{
public:
    static constexpr qsizetype maxPkcs12Bytes = 1024 * 1024;
    static constexpr int minPassphraseLength = 8;
    static constexpr int validYears = 3;

    /// A new key and a self-issued certificate for it, marked as such. InvalidInput on names the format cannot hold.
    static Result<SigningIdentity> create(const IdentityRequest &request, const Timestamp &now);

    /// WrongPassphrase; Malformed; TooLarge; KeyUnusable (no key, other kind than EC P-256 or RSA 2048 to 8192, or the
    /// key does not belong to the certificate).
    static Result<SigningIdentity> fromPkcs12(const QByteArray &bytes, const Passphrase &passphrase);

    /// A certificate of a token with its private key, which stays there: the token is logged into once, and out when this
    /// goes away. WrongPassphrase for a wrong PIN; TokenLocked; TokenGone; KeyUnusable.
    static Result<SigningIdentity> fromToken(const Token &token, const QByteArray &certificateId, Passphrase pin);

    /// AES-256 under PBKDF2. KeyUnusable where the key stays on a token. InvalidInput where the passphrase is shorter than minPassphraseLength.
    Result<QByteArray> toPkcs12(const Passphrase &passphrase) const;

    /// KeyUnusable, with the reason, where the certificate does not allow signing at that moment.
    Result<void> usableAt(const Timestamp &moment) const;

    CertificateInfo certificate() const;

    SigningIdentity(SigningIdentity &&) noexcept;
    SigningIdentity &operator=(SigningIdentity &&) noexcept;
    SigningIdentity(const SigningIdentity &) = delete;
    SigningIdentity &operator=(const SigningIdentity &) = delete;
    ~SigningIdentity();

    /// For the other classes of this room.
    const KeyMaterial &material() const { return *m_material; }

private:
    explicit SigningIdentity(std::unique_ptr<KeyMaterial> material);

    std::unique_ptr<KeyMaterial> m_material;
};

} // namespace cq
