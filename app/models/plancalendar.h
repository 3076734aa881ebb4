// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/calendarentry.h"
#include "core/session/auditsession.h"

namespace cq {

/// The audit plan, in the window's words: where, who of the team, whom to meet.
QList<CalendarEntry> planCalendarOf(const AuditSession &session);

} // namespace cq
