// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/identitydoor.h"

#include "app/cli/passphraseprompt.h"
#include "core/session/identityfile.h"
#include "core/signing/pkcs11module.h"
#include "core/signing/tokenuri.h"

namespace cq {

Result<SigningIdentity> openIdentity(const QString &reference)
{
    if (!isTokenUri(reference)) {
        const auto passphrase = askForPassphrase();
        return passphrase ? openIdentityFile(reference, *passphrase) : passphrase.error();
    }
    const auto choice = tokenChoice(reference, Pkcs11Module::installed());
    if (!choice)
        return choice.error();
    if (choice->token.hasPinPad)
        return SigningIdentity::fromToken(choice->token, choice->certificate.id, Passphrase(QByteArray()));
    auto pin = askForPin();
    if (!pin)
        return pin.error();
    return SigningIdentity::fromToken(choice->token, choice->certificate.id, std::move(*pin));
}

} // namespace cq
