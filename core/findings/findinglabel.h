// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cq {

/// "F-01": how a finding is named by its number within its audit, in the trail and wherever no language is spoken.
QString findingLabel(int number);

} // namespace cq
