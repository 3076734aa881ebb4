// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <memory>

struct _CK_FUNCTION_LIST;

namespace cq {

/// A PKCS#11 module: the driver of cards and tokens that their maker or the system brings. p11-kit manages it, so that
/// several may use one at the same time without ending it for each other.
class Pkcs11Module
{
public:
    /// Unreadable where the library cannot be loaded as a module of PKCS#11, or does not start.
    static Result<std::shared_ptr<Pkcs11Module>> load(const QString &path);

    /// Paths of the modules that the system and this person have set up (pkcs11.conf(5)), without those that hold no keys
    /// but lists of authorities.
    static QStringList installed();

    ~Pkcs11Module();
    Pkcs11Module(const Pkcs11Module &) = delete;
    Pkcs11Module &operator=(const Pkcs11Module &) = delete;

    _CK_FUNCTION_LIST &calls() const { return *m_calls; }

private:
    explicit Pkcs11Module(_CK_FUNCTION_LIST *calls);

    _CK_FUNCTION_LIST *m_calls;
};

/// What a call of PKCS#11 refused, as an error of ours: TokenGone, TokenLocked, WrongPassphrase for a wrong PIN,
/// Cancelled on a PIN pad, SigningFailed for everything else; the detail names call and code.
Error pkcs11Error(const char *call, unsigned long code);

} // namespace cq
