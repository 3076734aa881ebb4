// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace cq {

/// Which `size` of `population` cases to look at: places in the centre's list, counted from 1, ascending, each set of
/// them equally probable. The same seed gives the same cases on every machine and in every later version:
/// std::mt19937 is fixed by the C++ standard ([rand.predef]); what is made of its numbers is fixed here, because
/// std::uniform_int_distribution is not. Steps: the list 1..population is shuffled from its front, `size` times, each
/// time with one of those left; the one is the generator's number modulo those left, and numbers at or over the largest
/// multiple of those left in 2^32 are drawn again.
/// Expects 0 <= size <= population <= 1000000.
QList<int> chooseCases(quint32 seed, int population, int size);

} // namespace cq
