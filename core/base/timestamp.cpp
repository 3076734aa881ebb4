// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"

#include <QDateTime>
#include <QTimeZone>

#include <cstdlib>

namespace cq {

QString Timestamp::utcText() const
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString Timestamp::offsetText() const
{
    const int minutes = std::abs(offsetMinutes);
    return QStringLiteral("%1%2:%3")
        .arg(offsetMinutes < 0 ? QLatin1Char('-') : QLatin1Char('+'))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QDate Timestamp::localDate() const
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::OffsetFromUTC, offsetMinutes * 60).date();
}

Result<Timestamp> Timestamp::fromText(const QString &utc, const QString &offset)
{
    const QDateTime moment = QDateTime::fromString(utc, Qt::ISODateWithMs);
    const QTime distance = QTime::fromString(offset.mid(1), QStringLiteral("hh:mm"));
    const int minutes = distance.hour() * 60 + distance.minute();
    const Timestamp stamp{
        moment.isValid() ? moment.toMSecsSinceEpoch() : 0, offset.startsWith(u'-') ? -minutes : minutes};
    // Qt reads more forms than ours (no seconds, 24:00, no Z); one moment must have one text, or digests would differ.
    if (!moment.isValid() || stamp.utcText() != utc)
        return Error{ErrorCode::InvalidInput, QStringLiteral("not a UTC time: %1").arg(utc.left(40)), {}};
    if (!distance.isValid() || stamp.offsetText() != offset)
        return Error{ErrorCode::InvalidInput, QStringLiteral("not an offset from UTC: %1").arg(offset.left(40)), {}};
    return stamp;
}

} // namespace cq
