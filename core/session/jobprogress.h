// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>

namespace cq {

/// How a long job tells its progress and hears that it is not wanted any more. Both may be absent.
struct JobProgress
{
    std::function<void(int percent)> told; ///< called from the job's thread
    const std::atomic_bool *cancelled = nullptr;
};

} // namespace cq
