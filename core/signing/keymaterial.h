// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/opensslhandle.h"

#include <vector>

namespace cq {

/// What a SigningIdentity holds: key, certificate, and the certificates above it. Only for this room.
struct KeyMaterial
{
    KeyHandle key;
    CertificateHandle certificate;
    std::vector<CertificateHandle> chain; ///< without the certificate itself
};

} // namespace cq
