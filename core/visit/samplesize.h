// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cq {

/// How many cases to look at so that, when none of them fails, the failure rate lies at or under `tolerableRate` with the
/// given confidence (discovery sampling). The smallest n for which a sample without failure has a probability of at most
/// 100 % less the confidence although one case more than tolerable fails among the population: the hypergeometric
/// distribution (W. Feller, An Introduction to Probability Theory and Its Applications, vol. 1, 3rd ed., 1968,
/// section II.6). For a population that is not known (0) the binomial distribution takes its place.
/// Both numbers are percent, 1 to 99; they come from the worksheet. Never more than the population.
int proposedSampleSize(int population, int confidence, int tolerableRate);

} // namespace cq
