// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/calendarentry.h"
#include "core/session/dueaction.h"

namespace cq {

/// What is due, in the window's words; findings nobody has confirmed are tentative.
QList<CalendarEntry> calendarOf(const QList<DueAction> &due);

} // namespace cq
