// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/verdictline.h"
#include "core/session/packsignature.h"

#include <optional>

namespace cq {

/// What the signature of a criteria pack is worth, for people who know nothing of cryptography. Nothing: it is not
/// signed.
VerdictLine packSignatureLine(const std::optional<ContentSignature> &signature);

} // namespace cq
