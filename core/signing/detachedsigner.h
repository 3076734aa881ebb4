// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/keymaterial.h"
#include "core/signing/timestamptoken.h"

#include <QByteArray>

namespace cq {

/// A detached CMS (DER) over content of the given SHA-256, in the CAdES form that PAdES baseline asks for: content
/// type, message digest, signing-certificate-v2, and no signing time. One operation with the key.
Result<QByteArray> signDetached(const KeyMaterial &material, const QByteArray &sha256);

/// The SHA-256 over the value of a signature: what its timestamp is to be made over (RFC 3161 appendix A).
Result<QByteArray> signatureValueDigest(const QByteArray &cms);

/// The same CMS with the token as its signature's unsigned attribute. Everything that is signed stays as it is.
Result<QByteArray> withTimestamp(const QByteArray &cms, const TimestampToken &token);

/// Bytes that the result of signDetached never exceeds; known before signing, so that room can be kept for it.
qsizetype detachedSizeLimit(const KeyMaterial &material);

} // namespace cq
