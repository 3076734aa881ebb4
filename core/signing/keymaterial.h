// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/opensslhandle.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace cq {

/// What a SigningIdentity holds: key, certificate, and the certificates above it. Only for this room.
struct KeyMaterial
{
    KeyHandle key; ///< of a token the public half alone
    CertificateHandle certificate;
    std::vector<CertificateHandle> chain; ///< without the certificate itself
    /// Where the private key lives on a token: what sign() asks it to do. Empty for a key in this process.
    std::function<Result<QByteArray>(const QByteArray &bytes)> signOnToken;

    /// The bytes' signature over SHA-256: PKCS#1 v1.5 of an RSA key, ECDSA in DER. SigningFailed, and of a token
    /// whatever it says.
    Result<QByteArray> sign(const QByteArray &bytes) const;
};

} // namespace cq
