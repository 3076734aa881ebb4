// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDateTime>

namespace cq {

Clock systemClock()
{
    return [] {
        const QDateTime now = QDateTime::currentDateTime();
        return Timestamp{now.toMSecsSinceEpoch(), now.offsetFromUtc() / 60};
    };
}

} // namespace cq
