// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/passphrase.h"
#include "core/signing/pkcs11module.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace cq {

/// A session with one token, closed when it goes away. Reads what is public; signs once logged in.
class Pkcs11Session
{
public:
    using Slot = unsigned long;
    using Object = unsigned long;

    /// A certificate as it lies on the token: its CKA_ID, which the key shares, its label and its DER form.
    struct StoredCertificate
    {
        QByteArray id;
        QString label;
        QByteArray der;
    };

    static constexpr int maxObjects = 1000;
    static constexpr qsizetype maxObjectBytes = 1024 * 1024;

    static Result<std::unique_ptr<Pkcs11Session>> open(const std::shared_ptr<Pkcs11Module> &module, Slot slot);

    ~Pkcs11Session();
    Pkcs11Session(const Pkcs11Session &) = delete;
    Pkcs11Session &operator=(const Pkcs11Session &) = delete;

    /// At most maxObjects; those without a value or over maxObjectBytes are left out.
    Result<QList<StoredCertificate>> certificates() const;

    /// What pkcs11Error() says. hasPinPad: the PIN is typed at the reader and `pin` is not looked at.
    Result<void> logIn(const Passphrase &pin, bool hasPinPad);

    /// The private key of that CKA_ID; seen once logged in. KeyUnusable where there is none.
    Result<Object> privateKey(const QByteArray &id) const;

    /// The signature over SHA-256 of the bytes, as KeyMaterial::sign() gives it. The PIN goes to keys that want it for each
    /// signature.
    Result<QByteArray> sign(Object key, bool isRsa, const QByteArray &bytes, const Passphrase &pin, bool hasPinPad);

private:
    Pkcs11Session(std::shared_ptr<Pkcs11Module> module, unsigned long handle);

    Result<QList<Object>> find(unsigned long objectClass, const QByteArray &id) const;
    QByteArray attribute(Object object, unsigned long type) const;
    unsigned long logInAs(unsigned long user, const Passphrase &pin, bool hasPinPad) const;
    Result<QByteArray> signWith(unsigned long mechanism, Object key, const QByteArray &bytes, const Passphrase &pin, bool hasPinPad);

    std::shared_ptr<Pkcs11Module> m_module;
    unsigned long m_handle;
    bool m_isLoggedIn = false;
};

} // namespace cq
