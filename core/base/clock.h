// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <functional>

namespace cq {

/// Where the time comes from. Injected, so that tests and deterministic reports can fix it.
using Clock = std::function<Timestamp()>;

/// The computer's clock, with its local offset from UTC.
Clock systemClock();

} // namespace cq
