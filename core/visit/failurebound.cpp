// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/failurebound.h"

#include <cmath>

namespace cq {

namespace {

constexpr int certain = 10000; // hundredths of a percent

// Probability of at most `failures` among `cases` at a rate; by logarithms, so that no factor runs out of range.
double atMost(int failures, int cases, double rate)
{
    const double all = std::lgamma(cases + 1.0);
    double sum = 0;
    for (int i = 0; i <= failures; ++i)
        sum += std::exp(all - std::lgamma(i + 1.0) - std::lgamma(cases - i + 1.0) + i * std::log(rate)
            + (cases - i) * std::log1p(-rate));
    return sum;
}

} // namespace

int failureBound(int failures, int cases, int confidence)
{
    if (failures >= cases)
        return certain;
    // A little more than the doubt itself: none of 1 is 0.05 exactly, and the logarithms must not lift it over.
    const double doubt = (100 - confidence) / 100.0 * (1 + 1e-9);
    int low = 0; // too probable still
    int high = certain;
    while (high - low > 1) {
        const int middle = (low + high) / 2;
        (atMost(failures, cases, middle / double(certain)) > doubt ? low : high) = middle;
    }
    return high;
}

} // namespace cq
