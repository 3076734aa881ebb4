// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/base/id.h"
#include "core/base/timestamp.h"

#include <QByteArray>
#include <QDate>

namespace SQLite {
class Column;
class Statement;
} // namespace SQLite

namespace cq {

/// One row of a result, read from left to right. What does not hold the type or the word that is asked for throws
/// BrokenRow with table, row (its first column) and column. Private to this room.
class Row
{
public:
    Row(SQLite::Statement &statement, const char *table) : m_statement(statement), m_table(table) { }

    bool nextIsNull() const;
    bool nextIsInteger() const;
    void skip() { ++m_column; }

    QString text();
    QByteArray bytes();
    qint64 integer();
    int number(); ///< an integer that fits
    bool flag();
    QDate day(); ///< null where the column is
    Timestamp moment(); ///< two columns: UTC text, offset in minutes
    QByteArray hexDigest() { return text().toLatin1(); }

    template <class I> I id() { return I(text()); }
    template <class I> I idOrEmpty()
    {
        if (!nextIsNull())
            return I(text());
        skip();
        return I();
    }
    template <class E> E word()
    {
        const QString found = text();
        const auto value = fromText<E>(found);
        if (!value)
            fail(QStringLiteral("unknown word \"%1\"").arg(found), m_column - 1);
        return *value;
    }

    /// Throws BrokenRow for the column last read.
    [[noreturn]] void reject(const QString &why) const { fail(why, m_column - 1); }

private:
    SQLite::Column take(int expectedType, const char *typeName);
    [[noreturn]] void fail(const QString &why, int column) const;

    SQLite::Statement &m_statement;
    const char *m_table;
    int m_column = 0;
};

} // namespace cq
