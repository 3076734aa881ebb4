// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/certificateinfo.h"
#include "core/signing/opensslhandle.h"

#include <optional>

struct asn1_string_st;

namespace cq {

/// OpenSSL's for chains: at least 112 bits, so no SHA-1 and no RSA under 2048 bits.
inline constexpr int authLevel = 2;

/// The organisational unit that marks certificates made by SigningIdentity::create.
QString selfIssuedMark();

/// A name out of a foreign file as it may be shown to people and written to terminals: without control and formatting
/// characters, which could forge what is read; at most 256 characters.
QString withoutControls(const QString &text);

/// What people are told of a certificate; does not judge it.
CertificateInfo certificateInfo(x509_st *certificate);

/// A time of ASN.1, of either kind, in whole seconds; 1970 where it cannot be read.
Timestamp momentOf(const asn1_string_st *time);

QByteArray derOf(x509_st *certificate);

/// Reads one certificate and nothing behind it.
CertificateHandle certificateFromDer(const QByteArray &der);

/// Why this certificate must not be used for signing documents; nothing where it may (RFC 5280 4.2.1.3: without a key
/// usage everything is allowed).
std::optional<QString> signingForbidden(x509_st *certificate);

/// Why this program does not sign with keys of this kind; nothing for EC P-256 and RSA of 2048 to 8192 bits.
std::optional<QString> unsupportedKey(evp_pkey_st *key);

/// "ECDSA P-256", "RSA 3072" and the like.
QString algorithmText(evp_pkey_st *key);

} // namespace cq
