// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/surroundings.h"

#include <chrono>

namespace cq {

SteadyClock systemSteadyClock()
{
    return [] {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        return qint64 {std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
    };
}

} // namespace cq
