// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/certificateinfo.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace cq {

/// A certificate on a token that could sign.
struct TokenCertificate
{
    QByteArray id; ///< CKA_ID, shared with its private key
    QString label;
    CertificateInfo info;
};

/// A card or token as it is seen before anybody types a PIN.
struct Token
{
    QString modulePath;
    unsigned long slot = 0; ///< as long as the token stays in
    QString label;
    QString manufacturer;
    QString model;
    QString serial;
    bool isPinLocked = false;
    bool isLastTry = false; ///< one more wrong PIN locks it
    bool hasPinPad = false; ///< the PIN is typed at the reader
    QList<TokenCertificate> certificates;
};

/// The initialised tokens that a module sees. What Pkcs11Module::load() says, and TokenGone where one goes meanwhile.
Result<QList<Token>> tokensOf(const QString &modulePath);

} // namespace cq
