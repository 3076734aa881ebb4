// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/row.h"

#include "core/storage/database.h"

#include <SQLiteCpp/Column.h>

#include <sqlite3.h>

#include <limits>

namespace cq {

namespace {

// Digits of a fixed-width field, or -1. QDateTime::fromString costs ten times as much, and audits hold thousands of
// times.
int digits(QStringView text, qsizetype from, qsizetype count)
{
    int value = 0;
    for (const QChar c : text.sliced(from, count)) {
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

// "2026-11-22"; null where it is none.
QDate dayFrom(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return {};
    const int year = digits(text, 0, 4);
    return year < 1 ? QDate() : QDate(year, digits(text, 5, 2), digits(text, 8, 2)); // QDate knows years before Christ
}

// "13:05:09.123Z"; null where it is none.
QTime timeFrom(QStringView text)
{
    if (text.size() != 13 || text[2] != u':' || text[5] != u':' || text[8] != u'.' || text[12] != u'Z')
        return {};
    return QTime(digits(text, 0, 2), digits(text, 3, 2), digits(text, 6, 2), digits(text, 9, 3));
}

} // namespace

void Row::fail(const QString &why, int column) const
{
    const auto key = m_statement.getColumn(0);
    throw BrokenRow{QStringLiteral("table %1, row %2, column %3: %4")
                        .arg(QString::fromLatin1(m_table), QString::fromUtf8(key.getText(), key.getBytes()),
                            QString::fromUtf8(m_statement.getColumnName(column)), why)};
}

bool Row::nextIsNull() const
{
    return m_statement.getColumn(m_column).isNull();
}

bool Row::nextIsInteger() const
{
    return m_statement.getColumn(m_column).isInteger();
}

SQLite::Column Row::take(int expectedType, const char *typeName)
{
    SQLite::Column column = m_statement.getColumn(m_column);
    if (column.getType() != expectedType)
        fail(QStringLiteral("not %1").arg(QLatin1String(typeName)), m_column);
    ++m_column;
    return column;
}

QString Row::text()
{
    const SQLite::Column column = take(SQLITE_TEXT, "text");
    return QString::fromUtf8(column.getText(), column.getBytes());
}

QByteArray Row::bytes()
{
    const SQLite::Column column = take(SQLITE_BLOB, "bytes");
    return QByteArray(static_cast<const char *>(column.getBlob()), column.getBytes());
}

qint64 Row::integer()
{
    return take(SQLITE_INTEGER, "an integer").getInt64();
}

int Row::number()
{
    const qint64 value = integer();
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max())
        reject(QStringLiteral("out of range"));
    return int(value);
}

bool Row::flag()
{
    const qint64 value = integer();
    if (value != 0 && value != 1)
        reject(QStringLiteral("neither 0 nor 1"));
    return value == 1;
}

QDate Row::day()
{
    if (nextIsNull()) {
        skip();
        return {};
    }
    const QDate day = dayFrom(text());
    if (!day.isValid())
        reject(QStringLiteral("not a day"));
    return day;
}

Timestamp Row::moment()
{
    const QString utc = text();
    const QDate day = dayFrom(QStringView(utc).left(10));
    const QTime time = timeFrom(QStringView(utc).mid(11));
    if (!day.isValid() || !time.isValid() || utc[10] != u'T')
        reject(QStringLiteral("not a UTC time"));
    // 1970-01-01 is day 2440588 of the Julian calendar that QDate counts by.
    const qint64 utcMs = (day.toJulianDay() - 2440588) * 86400000 + time.msecsSinceStartOfDay();
    const int offset = number();
    if (offset <= -24 * 60 || offset >= 24 * 60)
        reject(QStringLiteral("not an offset from UTC"));
    return Timestamp{utcMs, offset};
}

} // namespace cq
