// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/idsource.h"

#include <functional>

namespace cq {

/// Milliseconds since some fixed moment, from a clock that nobody can set.
using SteadyClock = std::function<qint64()>;
SteadyClock systemSteadyClock();

/// What a session takes from outside: time and new ids. Fixed in tests and for demonstration data.
struct Surroundings
{
    Clock clock = systemClock();
    SteadyClock steadyClock = systemSteadyClock(); ///< tells when the clock above was set
    IdSource newId = randomIds();
};

} // namespace cq
