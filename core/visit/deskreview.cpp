// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/deskreview.h"

#include <algorithm>

namespace cq {

bool isDeskReviewable(const Criterion &criterion)
{
    return !criterion.methods.isEmpty()
        && std::all_of(criterion.methods.begin(), criterion.methods.end(),
            [](AssessmentMethod method) { return method == AssessmentMethod::DocumentReview; });
}

} // namespace cq
