// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/scoresheet.h"

namespace cq {

QString engineVersion()
{
    return QStringLiteral("1.0.0");
}

} // namespace cq
