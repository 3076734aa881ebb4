// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

namespace cq {

/// How near the end of an identity is. Who works with it is warned 60 days before, which leaves time for a new one to be
/// issued, and once more 14 days before.
enum class IdentityExpiry { Far, Near, VeryNear, Over };

IdentityExpiry expiryOf(const Timestamp &validUntil, const Timestamp &now);

/// Whole days that are left; 0 on the last one and when it is over.
int daysLeft(const Timestamp &validUntil, const Timestamp &now);

} // namespace cq
