// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/identityexpiry.h"

#include <algorithm>

namespace cq {

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr int nearDays = 60;
constexpr int veryNearDays = 14;

} // namespace

IdentityExpiry expiryOf(const Timestamp &validUntil, const Timestamp &now)
{
    // Certificates count whole seconds.
    if (now.utcMs - now.utcMs % 1000 > validUntil.utcMs)
        return IdentityExpiry::Over;
    const qint64 left = validUntil.utcMs - now.utcMs;
    if (left <= veryNearDays * dayMs)
        return IdentityExpiry::VeryNear;
    return left <= nearDays * dayMs ? IdentityExpiry::Near : IdentityExpiry::Far;
}

int daysLeft(const Timestamp &validUntil, const Timestamp &now)
{
    return int(std::max<qint64>(0, (validUntil.utcMs - now.utcMs) / dayMs));
}

} // namespace cq
