// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/idsource.h"

namespace cq {

/// What a session takes from outside: time and new ids. Fixed in tests and for demonstration data.
struct Surroundings
{
    Clock clock = systemClock();
    IdSource newId = randomIds();
};

} // namespace cq
