// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/samplesize.h"

namespace cq {

int proposedSampleSize(int population, int confidence, int tolerableRate)
{
    // A little more than the doubt itself, so that what equals it is not lifted over by rounding.
    const double doubt = (100 - confidence) / 100.0 * (1 + 1e-9);
    // Whole numbers until the last step: the first count of failures that is over the tolerable rate.
    const int failing = population * tolerableRate / 100 + 1;
    double unseen = 1; // probability that none of those drawn so far fails
    int size = 0;
    while (unseen > doubt && (population == 0 || size < population)) {
        unseen *= population == 0 ? 1 - tolerableRate / 100.0
                                  : double(population - failing - size) / double(population - size);
        ++size;
    }
    return size;
}

} // namespace cq
