// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"
#include "core/signing/pdfverdict.h"
#include "core/signing/truststore.h"

struct stack_st_X509;
struct x509_st;

namespace cq {

/// What is known of a signer at a moment, from the certificates the user trusts for signatures alone. Revocation is told
/// apart, from what the document carries (validationevidence.h): the program works offline (domain.md 1.9).
Trust signerStanding(x509_st *signer, stack_st_X509 *carried, const TrustStore &trust, const Timestamp &moment);

/// The same of a timestamp authority, from those trusted for timestamps; its own must be meant for them and nothing else.
Trust authorityStanding(x509_st *authority, stack_st_X509 *carried, const TrustStore &trust, const Timestamp &moment);

/// Whether this certificate must not be used for timestamps (RFC 3161 section 2.3: extended key usage time stamping,
/// critical, alone).
bool timestampingForbidden(x509_st *authority);

} // namespace cq
