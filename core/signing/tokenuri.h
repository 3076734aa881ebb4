// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/token.h"

#include <QStringList>

namespace cq {

/// A certificate and the token it lies on.
struct TokenChoice
{
    Token token;
    TokenCertificate certificate;
};

/// Whether the text means to be such a URI.
bool isTokenUri(const QString &text);

/// The URI that names this certificate wherever its token is plugged in; with a module where the system does not know it.
QString tokenUri(const TokenChoice &choice, const QString &modulePath = {});

/// The one certificate that a PKCS#11 URI names (RFC 7512: pkcs11:token=...;object=...;id=%01?module-path=...), among the
/// tokens of the modules, or of the module that the URI names itself. Malformed; NotFound; Conflict where several fit;
/// what tokensOf() says where the URI names the module.
Result<TokenChoice> tokenChoice(const QString &uri, const QStringList &modulePaths);

} // namespace cq
