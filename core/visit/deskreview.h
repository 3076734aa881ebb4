// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pack/criterion.h"

namespace cq {

/// May the criterion be judged before the visit? Where the pack names document review as the only way to assess it;
/// files to sample, people to ask and places to see wait for the visit.
bool isDeskReviewable(const Criterion &criterion);

} // namespace cq
