// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/findinglabel.h"

namespace cq {

QString findingLabel(int number)
{
    return QStringLiteral("F-%1").arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace cq
