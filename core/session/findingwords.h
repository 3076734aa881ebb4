// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/finding.h"

#include <QString>

namespace cq {

/// A finding in one line, as the trail tells it.
QString findingInWords(const Finding &finding);

} // namespace cq
