// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/signingidentity.h"

#include <QString>

namespace cq {

/// Opens what --sign names: a PKCS#12 file, asking for its passphrase, or a certificate on a token by its PKCS#11 URI,
/// asking for its PIN.
Result<SigningIdentity> openIdentity(const QString &reference);

} // namespace cq
