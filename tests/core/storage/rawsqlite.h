// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include <sqlite3.h>

/// What somebody with SQLite's own tools and no manners can do to a file. Ends the program where the statement fails.
inline void runRaw(const QString &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    char *message = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &handle) != SQLITE_OK
        || sqlite3_exec(handle, sql, nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("raw SQL failed: %s", message ? message : sqlite3_errmsg(handle));
    sqlite3_close(handle);
}

/// The first value of a query on a file, as text.
inline QString askRaw(const QString &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    sqlite3_stmt *statement = nullptr;
    QString answer;
    if (sqlite3_open_v2(path.toUtf8().constData(), &handle, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK
        || sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) != SQLITE_OK)
        qFatal("raw query failed: %s", sqlite3_errmsg(handle));
    if (sqlite3_step(statement) == SQLITE_ROW)
        answer = QString::fromUtf8(
            static_cast<const char *>(sqlite3_column_blob(statement, 0)), sqlite3_column_bytes(statement, 0));
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return answer;
}

/// Overwrites bytes of a file in place.
inline void overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(offset) || file.write(bytes) != bytes.size())
        qFatal("cannot overwrite %s", qPrintable(path));
}
