// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QString>

namespace cq {

/// A moment: milliseconds since 1970-01-01T00:00:00Z, and how far the clock on the wall stood from UTC (minutes east).
/// A laptop's clock can be wrong, so files keep both (domain.md section 10, "Time").
struct Timestamp
{
    qint64 utcMs = 0;
    int offsetMinutes = 0;

    /// "2026-11-22T13:05:09.123Z"
    [[nodiscard]] QString utcText() const;
    /// "+01:00"
    [[nodiscard]] QString offsetText() const;
    /// The calendar day on the wall where it happened.
    [[nodiscard]] QDate localDate() const;

    /// Reads what utcText() and offsetText() wrote. InvalidInput otherwise.
    static Result<Timestamp> fromText(const QString &utc, const QString &offset);

    bool operator==(const Timestamp &) const = default;
};

} // namespace cq
