// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/finding.h"

namespace cq {

/// May these become one? At least two, all minor nonconformities that are not withdrawn, answered or closed.
bool mayMerge(const QList<Finding> &findings);

/// One major finding over all their criteria, not stored yet: statements and evidence one below the other with the
/// number they had, the facility where all name the same, a repeat where one was, and no further than Proposed, for
/// nobody has confirmed it.
Finding mergedFinding(const QList<Finding> &findings);

} // namespace cq
