// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/picture.h"
#include "core/findings/finding.h"

namespace cq {

/// How many nonconformities stand in each cell of the harm and scope grid; its table names them.
Picture harmScopeGrid(const QList<Finding> &findings);

} // namespace cq
