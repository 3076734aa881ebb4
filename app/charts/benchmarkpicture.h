// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/picture.h"
#include "core/analytics/benchmark.h"

namespace cq {

/// Where this centre stands among others, which are not named: a box for the middle half of them, lines to the lowest and
/// the highest, and the own centre as a mark. `others`: how many there are; where they are too few, it says so.
Picture centreBenchmark(const QList<BenchmarkBand> &bands, int others);

} // namespace cq
