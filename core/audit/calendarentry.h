// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace cq {

/// A day in somebody's calendar. The words are the caller's.
struct CalendarEntry
{
    QString uid; ///< stable: the same thing, exported again, replaces itself in a calendar
    QDate day;
    QString summary;
    QString description;
    bool isTentative = false; ///< may still be taken back
    bool operator==(const CalendarEntry &) const = default;
};

} // namespace cq
