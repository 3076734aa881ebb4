// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <functional>

namespace cq {

/// Where a command says why the session refused it; the page shows it in place.
using Refusal = std::function<void(const Error &)>;

} // namespace cq
