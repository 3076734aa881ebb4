// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verifiedcopy.h"

#include "core/storage/database.h"
#include "core/storage/durablefile.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <SQLiteCpp/Backup.h>

#include <sqlite3.h>

namespace cq {

namespace {

/// One line for the rows of each table and the head of each trail.
QStringList summary(Database &database)
{
    QStringList lines;
    const QStringList tables =
        database.texts(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
    for (const QString &table : tables) {
        const QString name = QString(table).replace(u'"', QStringLiteral("\"\""));
        lines.append(QStringLiteral("%1: %2").arg(table).arg(
            database.number(QStringLiteral("SELECT count(*) FROM \"%1\"").arg(name))));
    }
    if (tables.contains(QStringLiteral("trail")))
        lines += database.texts(QStringLiteral(
            "SELECT subject || ' ' || max(sequence) || ' ' || digest FROM trail GROUP BY subject ORDER BY subject"));
    return lines;
}

// Throws.
void writeCopy(Database &source, const QString &path)
{
    Database copy(path, Database::Access::Create);
    SQLite::Backup backup(copy.connection(), source.connection());
    if (const int code = backup.executeStep(-1); code != SQLITE_DONE)
        throw SQLite::Exception("the copy was not finished", code);
}

// A closed workspace is one file that can be read on its own; the copy of a file in WAL mode has to be told so. Throws.
void leaveWal(const QString &path)
{
    Database copy(path, Database::Access::ReadWrite);
    copy.texts(QStringLiteral("PRAGMA journal_mode = DELETE"));
}

Result<void> verifyCopy(Database &source, const QString &path)
{
    return source.guarded("checking the copy", [&]() -> Result<void> {
        Database copy(path, Database::Access::ReadOnly);
        const QStringList faults = copy.texts(QStringLiteral("PRAGMA integrity_check(1)"));
        if (faults != QStringList{QStringLiteral("ok")})
            return Error{ErrorCode::Corrupt, faults.value(0), {}};
        if (summary(copy) != summary(source))
            return Error{ErrorCode::Corrupt, QStringLiteral("the copy differs from its source"), {}};
        return {};
    });
}

} // namespace

QString nameBeside(const QString &target)
{
    return QStringLiteral("%1.part-%2").arg(target, QUuid::createUuid().toString(QUuid::WithoutBraces).left(8));
}

Result<void> ensureFree(const QString &target)
{
    for (const QString &ending : {QString(), QStringLiteral("-wal"), QStringLiteral("-journal")})
        if (QFileInfo::exists(target + ending))
            return Error{ErrorCode::Conflict, QStringLiteral("%1 exists").arg(target + ending), {}};
    return {};
}

Result<void> copyVerified(Database &source, const QString &target)
{
    if (auto free = ensureFree(target); !free)
        return free;
    const QString part = nameBeside(target);
    auto copied = source.guarded("writing the copy", [&]() -> Result<void> {
        try {
            writeCopy(source, part);
            leaveWal(part);
        } catch (...) {
            // Which disk is full is asked of the target's.
            return Database::currentError(part);
        }
        return {};
    });
    if (copied)
        copied = flushFile(part);
    if (copied)
        copied = verifyCopy(source, part);
    if (copied)
        return publishFile(part, target);
    for (const QString &ending :
        {QString(), QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")})
        QFile::remove(part + ending);
    return copied;
}

} // namespace cq
