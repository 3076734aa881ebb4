// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>

#include <sqlite3.h>

#include <new>

namespace cq {

namespace {

constexpr int busyTimeoutMs = 500;

int openFlags(Database::Access access)
{
    switch (access) {
    case Database::Access::ReadWrite:
        return SQLite::OPEN_READWRITE;
    case Database::Access::ReadOnly:
        return SQLite::OPEN_READONLY;
    case Database::Access::Create:
    case Database::Access::Memory:
        return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    }
    return SQLite::OPEN_READONLY;
}

std::string nameFor(const QString &path, Database::Access access)
{
    return access == Database::Access::Memory ? std::string(":memory:") : path.toUtf8().toStdString();
}

void configure(sqlite3 *handle, int option, int value)
{
    if (const int code = sqlite3_db_config(handle, option, value, nullptr); code != SQLITE_OK)
        throw SQLite::Exception(handle, code);
}

// A full disk reaches us as SQLITE_FULL from a plain write, but as an I/O error from flushing or mapping.
bool isDiskFull(const QString &path)
{
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    return storage.isValid() && storage.bytesAvailable() < 64 * 1024;
}

ErrorCode constraintCode(int extended)
{
    switch (extended) {
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_ROWID:
        return ErrorCode::Conflict;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
    case SQLITE_CONSTRAINT_TRIGGER:
        return ErrorCode::Refused;
    default:
        return ErrorCode::InvalidInput;
    }
}

ErrorCode ioErrorCode(int extended, const QString &path)
{
    switch (extended) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_FSTAT:
        return ErrorCode::Unreadable;
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA:
        return ErrorCode::Corrupt;
    default:
        return isDiskFull(path) ? ErrorCode::DiskFull : ErrorCode::WriteFailed;
    }
}

ErrorCode codeOf(const SQLite::Exception &exception, const QString &path)
{
    switch (exception.getErrorCode() & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_IOERR:
        return ioErrorCode(exception.getExtendedErrorCode(), path);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
        return ErrorCode::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Locked;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::ReadOnly;
    case SQLITE_CANTOPEN:
        return isDiskFull(path) ? ErrorCode::DiskFull : ErrorCode::Unreadable;
    case SQLITE_CONSTRAINT:
        return constraintCode(exception.getExtendedErrorCode());
    case SQLITE_TOOBIG:
        return ErrorCode::TooLarge;
    default:
        return ErrorCode::Internal;
    }
}

} // namespace

Database::Database(const QString &path, Access access)
    : m_path(path)
    , m_isReadOnly(access == Access::ReadOnly)
    , m_connection(nameFor(path, access), openFlags(access), busyTimeoutMs)
{
    sqlite3 *handle = m_connection.getHandle();
    configure(handle, SQLITE_DBCONFIG_DEFENSIVE, 1);
    configure(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    configure(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    configure(handle, SQLITE_DBCONFIG_DQS_DML, 0);
    configure(handle, SQLITE_DBCONFIG_DQS_DDL, 0);
    configure(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1);
    m_connection.exec("PRAGMA cell_size_check = ON");
    m_connection.exec("PRAGMA synchronous = FULL");
}

void Database::setReadOnly()
{
    m_connection.exec("PRAGMA query_only = ON");
    m_isReadOnly = true;
}

bool Database::inTransaction()
{
    return sqlite3_get_autocommit(m_connection.getHandle()) == 0;
}

void Database::execute(const QString &sql)
{
    m_connection.exec(sql.toUtf8().toStdString());
}

QStringList Database::texts(const QString &sql)
{
    SQLite::Statement statement(m_connection, sql.toUtf8().toStdString());
    QStringList texts;
    while (statement.executeStep()) {
        const SQLite::Column column = statement.getColumn(0);
        texts.append(QString::fromUtf8(column.getText(), column.getBytes()));
    }
    return texts;
}

qint64 Database::number(const QString &sql)
{
    SQLite::Statement statement(m_connection, sql.toUtf8().toStdString());
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

SQLite::Statement &Database::prepared(Sql sql)
{
    auto place = m_statements.find(sql.text);
    if (place == m_statements.end())
        place = m_statements.emplace(sql.text, SQLite::Statement(m_connection, sql.text)).first;
    return place->second;
}

std::optional<Error> Database::refusedWrite()
{
    if (m_isReadOnly)
        return Error{ErrorCode::ReadOnly, QStringLiteral("%1 is open for reading only").arg(m_path), {}};
    if (!inTransaction())
        return Error{ErrorCode::Internal, QStringLiteral("a write outside a transaction"), {}};
    return std::nullopt;
}

Error Database::currentError(const QString &path)
{
    try {
        throw;
    } catch (const BrokenRow &broken) {
        return Error{ErrorCode::Corrupt, broken.detail, {}};
    } catch (const SQLite::Exception &exception) {
        const QString detail = QStringLiteral("%1 [SQLite %2]")
                                   .arg(QString::fromUtf8(exception.what()))
                                   .arg(exception.getExtendedErrorCode());
        return Error{codeOf(exception, path), detail, {}};
    } catch (const std::bad_alloc &) {
        return Error{ErrorCode::TooLarge, QStringLiteral("not enough memory"), {}};
    } catch (const std::exception &exception) {
        return Error{ErrorCode::Internal, QString::fromUtf8(exception.what()), {}};
    }
}

void Database::bind(SQLite::Statement &statement, int &place, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    statement.bind(++place, std::string(utf8.constData(), size_t(utf8.size())));
}

void Database::bind(SQLite::Statement &statement, int &place, const QByteArray &bytes)
{
    // A null pointer would bind NULL; an empty value is still a value.
    statement.bind(++place, bytes.isNull() ? "" : bytes.constData(), int(bytes.size()));
}

void Database::bind(SQLite::Statement &statement, int &place, const std::optional<QString> &text)
{
    if (text)
        bind(statement, place, *text);
    else
        statement.bind(++place);
}

void Database::bind(SQLite::Statement &statement, int &place, const QDate &day)
{
    if (day.isValid())
        bind(statement, place, day.toString(Qt::ISODate));
    else
        statement.bind(++place);
}

void Database::bind(SQLite::Statement &statement, int &place, const Timestamp &moment)
{
    bind(statement, place, moment.utcText());
    bind(statement, place, moment.offsetMinutes);
}

void Database::bind(SQLite::Statement &statement, int &place, qint64 number)
{
    statement.bind(++place, int64_t(number));
}

} // namespace cq
