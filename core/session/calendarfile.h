// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/calendarentry.h"
#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/visit/planslot.h"

#include <QByteArray>
#include <QList>

namespace cq {

/// The same for the same slot, whenever it is: an exported plan replaces its older entries.
QString calendarUid(const PlanSlot &slot);

/// The entries as an iCalendar file, stamped with this moment.
Result<QByteArray> calendarFile(const QList<CalendarEntry> &entries, const Timestamp &stamp);

/// Writes it whole or not at all; an older calendar of that name is replaced, as calendars are exported again and again.
/// WriteFailed, DiskFull.
Result<void> writeCalendarFile(const QString &path, const QList<CalendarEntry> &entries, const Timestamp &stamp);

} // namespace cq
