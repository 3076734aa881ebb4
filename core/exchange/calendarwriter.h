// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/calendarentry.h"
#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <QByteArray>
#include <QList>

namespace cq {

/// The entries as an iCalendar file (RFC 5545): all-day events that block no time, and events of some hours that do, in the
/// order given, lines folded, stamped in UTC. Hours are written as local time without a zone ("floating", section 3.3.5),
/// because the wall clock they belong to is known and its distance from UTC on that day is not. The same entries and stamp
/// give the same bytes. InvalidInput for an entry without uid or day, or that ends before it begins; the bytes are read
/// back before they are handed out.
Result<QByteArray> calendarBytes(const QList<CalendarEntry> &entries, const Timestamp &stamp);

} // namespace cq
