// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/passphrase.h"
#include "core/signing/signingidentity.h"

namespace cq {

/// Makes a self-issued identity and keeps it as PKCS#12, readable by its owner only. Never overwrites: Conflict.
Result<CertificateInfo> createIdentityFile(
    const QString &path, const IdentityRequest &request, const Passphrase &passphrase, const Timestamp &now);

/// Reads a PKCS#12 file. Unreadable, TooLarge before reading, and what SigningIdentity::fromPkcs12 says.
Result<SigningIdentity> openIdentityFile(const QString &path, const Passphrase &passphrase);

} // namespace cq
