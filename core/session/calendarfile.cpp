// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/calendarfile.h"

#include "core/exchange/calendarwriter.h"

#include <QSaveFile>

namespace cq {

QString calendarUid(const PlanSlot &slot)
{
    return slot.id.text() + QStringLiteral("@centrequal");
}

Result<QByteArray> calendarFile(const QList<CalendarEntry> &entries, const Timestamp &stamp)
{
    return calendarBytes(entries, stamp);
}

Result<void> writeCalendarFile(const QString &path, const QList<CalendarEntry> &entries, const Timestamp &stamp)
{
    const auto bytes = calendarBytes(entries, stamp);
    if (!bytes)
        return bytes.error();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit()) {
        const bool isFull = file.error() == QFileDevice::ResourceError;
        return Error {isFull ? ErrorCode::DiskFull : ErrorCode::WriteFailed, file.errorString(),
            {QStringLiteral("writing %1").arg(path)}};
    }
    return {};
}

} // namespace cq
