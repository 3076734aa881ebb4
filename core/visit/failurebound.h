// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cq {

/// The one-sided upper bound of the true failure rate when `failures` of `cases` sampled cases failed, by Clopper and
/// Pearson (Biometrika 1934; 26: 404-413): the rate p at which so few failures have a probability of 100 % less the
/// confidence, exact from the binomial distribution. In hundredths of a percent, rounded up, so that it never promises
/// too much: none of 8 at 95 % gives 3124, all of any give 10000.
/// Expects 0 <= failures <= cases, 1 <= cases <= 100000, confidence in percent 50 to 99.
int failureBound(int failures, int cases, int confidence = 95);

} // namespace cq
