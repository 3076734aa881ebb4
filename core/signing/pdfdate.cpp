// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfdate.h"

#include <QDateTime>
#include <QRegularExpression>

#include <cstdlib>

namespace cq {

QByteArray pdfDate(const Timestamp &moment)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment.utcMs, Qt::OffsetFromUTC, moment.offsetMinutes * 60);
    const int minutes = std::abs(moment.offsetMinutes);
    const auto twoDigits = [](int value) { return QByteArray::number(value).rightJustified(2, '0'); };
    return "D:" + local.toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + (moment.offsetMinutes < 0 ? '-' : '+')
        + twoDigits(minutes / 60) + '\'' + twoDigits(minutes % 60) + '\'';
}

std::optional<Timestamp> momentOfPdfDate(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^D:(\\d{4})(?:(\\d\\d)(?:(\\d\\d)(?:(\\d\\d)(?:(\\d\\d)(?:("
                                                        "\\d\\d))?)?)?)?)?(?:Z|([+-])(\\d\\d)(?:'(\\d\\d)?)?)?"));
    const QRegularExpressionMatch match = form.match(text.left(64));
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&match](int index, int least) {
        const QString digits = match.captured(index);
        return digits.isEmpty() ? least : digits.toInt();
    };
    const QDate date(part(1, 0), part(2, 1), part(3, 1));
    const QTime time(part(4, 0), part(5, 0), part(6, 0));
    const int minutes = part(8, 0) * 60 + part(9, 0);
    if (!date.isValid() || !time.isValid() || minutes > 18 * 60)
        return std::nullopt;
    const int offset = match.captured(7) == QStringLiteral("-") ? -minutes : minutes;
    const qint64 wall = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    return Timestamp{wall - offset * 60'000LL, offset};
}

} // namespace cq
