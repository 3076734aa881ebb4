// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"
#include "core/signing/certificateinfo.h"

namespace cq {

/// A moment at which something was there already, in the word of a timestamp authority (RFC 3161) whose token holds.
/// What the word is worth depends on the authority: told apart.
struct ProvenTime
{
    Timestamp at; ///< UTC
    CertificateInfo authority;
    bool authorityTrusted = false; ///< by the user's trusted certificates, and fit for timestamps

    bool operator==(const ProvenTime &) const = default;
};

} // namespace cq
