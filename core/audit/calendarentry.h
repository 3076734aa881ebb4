// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace cq {

/// A day in somebody's calendar, or some hours of it. The words are the caller's.
struct CalendarEntry
{
    /// Minutes after midnight on the clock on the wall where it happens: from 0..1439, to later than that, up to 1440.
    struct Hours
    {
        int fromMinute = 0;
        int toMinute = 0;
        bool operator==(const Hours &) const = default;
    };

    QString uid; ///< stable: the same thing, exported again, replaces itself in a calendar
    QDate day;
    QString summary;
    QString description;
    bool isTentative = false; ///< may still be taken back
    std::optional<Hours> hours = std::nullopt; ///< nothing: the whole day
    QString location = {};
    bool operator==(const CalendarEntry &) const = default;
};

} // namespace cq
