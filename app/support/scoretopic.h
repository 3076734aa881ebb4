// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cq {

/// What of a score can be explained.
enum class ScoreTopic { Graded, Strict, Completeness, Range, Outcome };

} // namespace cq
