// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/storage/row.h"

#include <QDate>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <unordered_map>

namespace cq {

/// A statement as a literal, so that it is known by its address.
struct Sql
{
    template <size_t N> consteval Sql(const char (&literal)[N]) : text(literal) { }
    const char *text;
};

/// A row could not be understood; ends at Database::guarded() as Corrupt.
struct BrokenRow
{
    QString detail;
};

/// One run of a cached statement; resets it at the end, so that no read stays open.
class Query
{
public:
    Query(SQLite::Statement &statement, const char *table) : m_statement(statement), m_table(table) { }
    ~Query() { m_statement.tryReset(); }
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    bool next() { return m_statement.executeStep(); }
    Row row() { return Row(m_statement, m_table); }

private:
    SQLite::Statement &m_statement;
    const char *m_table;
};

/// The adapter to SQLite: one connection with its prepared statements. Everything here throws; guarded() and write()
/// are where exceptions end and errors as values begin. Private to this room.
class Database
{
public:
    enum class Access { ReadWrite, ReadOnly, Create, Memory };

    /// Opens with all guards on: foreign keys, defensive mode, no trusted schema, cell size check. Throws.
    Database(const QString &path, Access access);

    const QString &path() const { return m_path; }
    bool isReadOnly() const { return m_isReadOnly; }
    void setReadOnly(); ///< from now on nothing is written
    SQLite::Database &connection() { return m_connection; }
    bool inTransaction();

    /// Runs a SELECT; table names what a broken row belongs to. Arguments are bound in order.
    template <class... A> Query select(const char *table, Sql sql, const A &...arguments)
    {
        return Query(bound(sql, arguments...), table);
    }
    /// Runs a statement without rows; gives how many rows it changed.
    template <class... A> int run(Sql sql, const A &...arguments)
    {
        SQLite::Statement &statement = bound(sql, arguments...);
        const Query reset(statement, "");
        return statement.exec();
    }
    /// Text that is not a literal: pragmas with values, names of tables. Not cached.
    void execute(const QString &sql);
    /// First column of every row of a statement that is not cached.
    QStringList texts(const QString &sql);
    qint64 number(const QString &sql);

    /// Drops the prepared statements, so that the connection can be closed or its schema changed.
    void forgetStatements() { m_statements.clear(); }

    /// The work's result, or its exception as an error.
    template <class F> auto guarded(const char *step, F &&work) -> decltype(work())
    {
        try {
            return work();
        } catch (...) {
            return currentError(m_path).withContext(QString::fromLatin1(step));
        }
    }
    /// The same for work that writes: ReadOnly, or Internal outside a transaction.
    template <class F> auto write(const char *step, F &&work) -> decltype(work())
    {
        if (auto refusal = refusedWrite())
            return refusal->withContext(QString::fromLatin1(step));
        return guarded(step, std::forward<F>(work));
    }

    /// The exception being handled as an error; only inside a catch block.
    static Error currentError(const QString &path);

private:
    std::optional<Error> refusedWrite();
    SQLite::Statement &prepared(Sql sql);

    template <class... A> SQLite::Statement &bound(Sql sql, const A &...arguments)
    {
        SQLite::Statement &statement = prepared(sql);
        [[maybe_unused]] int place = 0; // unused where nothing is bound
        (bind(statement, place, arguments), ...);
        return statement;
    }

    static void bind(SQLite::Statement &statement, int &place, const QString &text);
    static void bind(SQLite::Statement &statement, int &place, const QByteArray &bytes);
    static void bind(SQLite::Statement &statement, int &place, const std::optional<QString> &text);
    static void bind(SQLite::Statement &statement, int &place, const QDate &day);
    static void bind(SQLite::Statement &statement, int &place, const Timestamp &moment); ///< two places: UTC, offset
    static void bind(SQLite::Statement &statement, int &place, qint64 number);
    static void bind(SQLite::Statement &statement, int &place, int number) { bind(statement, place, qint64(number)); }
    static void bind(SQLite::Statement &statement, int &place, bool flag) { bind(statement, place, qint64(flag)); }
    template <class Tag> static void bind(SQLite::Statement &statement, int &place, const Id<Tag> &id)
    {
        bind(statement, place, id.text());
    }
    template <class E, class = decltype(EnumText<E>::table)>
    static void bind(SQLite::Statement &statement, int &place, const E &value)
    {
        bind(statement, place, textOf(value));
    }

    QString m_path;
    bool m_isReadOnly;
    SQLite::Database m_connection;
    std::unordered_map<const char *, SQLite::Statement> m_statements;
};

/// A reference that may be empty, as SQL has it.
template <class Tag> std::optional<QString> nullIfEmpty(const Id<Tag> &id)
{
    return id.isEmpty() ? std::nullopt : std::optional<QString>(id.text());
}

} // namespace cq
