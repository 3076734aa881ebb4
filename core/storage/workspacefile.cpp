// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/workspacefile.h"

#include "core/storage/database.h"
#include "core/storage/durablefile.h"
#include "core/storage/migrations.h"
#include "core/storage/settingstore.h"
#include "core/storage/verifiedcopy.h"
#include "core/storage/workspacecheck.h"
#include "core/storage/workspacelock.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <SQLiteCpp/Backup.h>

#include <openssl/rand.h>
#include <sqlite3.h>

#include <array>

namespace cq {

struct WorkspaceFile::Private
{
    QString path;
    Migrations migrations;
    std::optional<WorkspaceLock> lock; ///< none while reading only; released after the connection is closed
    std::unique_ptr<Database> database;
    QStringList faults;
    int schemaVersion = 0;
};

namespace {

constexpr qsizetype headerSize = 100;
constexpr qsizetype applicationIdOffset = 68;

// SQLite is not asked to judge a file that is none of ours: sqlite.org/fileformat.html section 1.3.
Result<void> recogniseHeader(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, path, {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, QStringLiteral("%1: %2").arg(path, file.errorString()), {}};
    const QByteArray header = file.read(headerSize);
    if (header.size() < headerSize || !header.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return Error{ErrorCode::Malformed, QStringLiteral("%1 is not a workspace: no SQLite database").arg(path), {}};
    const auto found = qFromBigEndian<quint32>(header.constData() + applicationIdOffset);
    if (found != WorkspaceFile::applicationId)
        return Error{ErrorCode::Malformed,
            QStringLiteral("%1 is not a workspace: application id %2").arg(path, QString::number(found, 16)), {}};
    return {};
}

Result<QByteArray> randomKey()
{
    std::array<unsigned char, 32> key = {};
    if (RAND_bytes(key.data(), int(key.size())) != 1)
        return Error{ErrorCode::Internal, QStringLiteral("no random numbers"), {}};
    return QByteArray(reinterpret_cast<const char *>(key.data()), qsizetype(key.size()));
}

// Throws.
void writeEmpty(const QString &path, const Migrations &migrations, const QByteArray &key)
{
    Database database(path, Database::Access::Create);
    database.execute(QStringLiteral("PRAGMA application_id = %1").arg(WorkspaceFile::applicationId));
    migrations.run(database, 0);
    database.run("INSERT INTO setting (name, value) VALUES (?, ?)", SettingStore::digestKeyName(), key);
}

// Version of the schema, or why it cannot be used. Throws.
Result<int> usableVersion(Database &database, const Migrations &migrations)
{
    const qint64 version = database.number(QStringLiteral("PRAGMA user_version"));
    if (version < 1)
        return Error{ErrorCode::Malformed, QStringLiteral("not a workspace: schema %1").arg(version), {}};
    if (version > migrations.newest())
        return Error{ErrorCode::NewerVersion,
            QStringLiteral("schema %1; this program knows up to %2").arg(version).arg(migrations.newest()), {}};
    return int(version);
}

QString migrationBackupName(const QString &path, int version, const Timestamp &now)
{
    const QFileInfo file(path);
    QString stamp = now.utcText().left(19) + u'Z';
    stamp.remove(u'-').remove(u':');
    return QStringLiteral("%1/%2.schema%3-%4.%5")
        .arg(file.absolutePath(), file.completeBaseName())
        .arg(version)
        .arg(stamp, file.suffix().isEmpty() ? QStringLiteral("centrequal") : file.suffix());
}

// The same content in memory, where it can be migrated although the file must stay as it is. Throws.
std::unique_ptr<Database> inMemory(Database &source)
{
    auto copy = std::make_unique<Database>(source.path(), Database::Access::Memory);
    SQLite::Backup backup(copy->connection(), source.connection());
    if (const int code = backup.executeStep(-1); code != SQLITE_DONE)
        throw SQLite::Exception("the file was not read to its end", code);
    return copy;
}

} // namespace

/// The steps of opening, each on the parts gathered so far. All throw; open() guards them.
struct WorkspaceFile::Opener
{
    Private &parts;
    const Opening &opening;

    Result<void> forWriting()
    {
        parts.database = std::make_unique<Database>(parts.path, Database::Access::ReadWrite);
        if (sqlite3_db_readonly(parts.database->connection().getHandle(), "main") != 0)
            return Error{ErrorCode::ReadOnly, QStringLiteral("%1 must not be written").arg(parts.path), {}};
        if (auto done = look(); !done)
            return done;
        if (parts.faults.isEmpty() && parts.schemaVersion < parts.migrations.newest())
            if (auto migrated = migrate(); !migrated)
                return migrated;
        lookAtSchema();
        if (!parts.faults.isEmpty()) {
            parts.database.reset();
            parts.lock.reset();
            return forReading();
        }
        parts.database->texts(QStringLiteral("PRAGMA journal_mode = WAL"));
        return {};
    }

    Result<void> forReading()
    {
        parts.faults.clear();
        parts.database = std::make_unique<Database>(parts.path, Database::Access::ReadOnly);
        if (auto done = look(); !done)
            return done;
        migrateInMemory();
        lookAtSchema();
        return canBeRead();
    }

    Result<void> beside()
    {
        parts.database = std::make_unique<Database>(parts.path, Database::Access::ReadOnly);
        const auto version = usableVersion(*parts.database, parts.migrations);
        if (!version)
            return version.error();
        parts.schemaVersion = *version;
        migrateInMemory();
        return {};
    }

private:
    void migrateInMemory()
    {
        if (parts.schemaVersion == parts.migrations.newest())
            return;
        parts.database = inMemory(*parts.database);
        parts.migrations.run(*parts.database, parts.schemaVersion);
        parts.database->setReadOnly();
        parts.schemaVersion = parts.migrations.newest();
    }

    // The schema is read first: where even that is broken, nothing can be shown and the exception tells why.
    Result<void> look()
    {
        const auto version = usableVersion(*parts.database, parts.migrations);
        if (!version)
            return version.error();
        parts.schemaVersion = *version;
        parts.faults = structureFaults(*parts.database);
        return {};
    }

    void lookAtSchema()
    {
        if (parts.schemaVersion == parts.migrations.newest())
            parts.faults += parts.migrations.differences(*parts.database);
    }

    Result<void> migrate()
    {
        const QString backup = migrationBackupName(parts.path, parts.schemaVersion, opening.clock());
        if (auto copied = copyVerified(*parts.database, backup); !copied)
            return copied.error().withContext(QStringLiteral("backing up before the migration"));
        parts.migrations.run(*parts.database, parts.schemaVersion);
        parts.schemaVersion = parts.migrations.newest();
        return {};
    }

    // A fault somewhere still leaves the rest; without the tables there is nothing to open.
    Result<void> canBeRead()
    {
        for (const char *table : {"setting", "pack", "centre", "audit", "response", "finding", "evidence", "trail"})
            parts.database->number(QStringLiteral("SELECT 1 FROM %1 LIMIT 1").arg(QLatin1String(table)));
        return {};
    }
};

Result<std::unique_ptr<WorkspaceFile>> WorkspaceFile::create(const QString &path, const Opening &opening)
{
    if (auto free = ensureFree(path); !free)
        return free.error();
    const auto migrations = Migrations::read(opening.migrations);
    if (!migrations)
        return migrations.error();
    const auto key = randomKey();
    if (!key)
        return key.error();
    const QString part = nameBeside(path);
    try {
        writeEmpty(part, *migrations, *key);
    } catch (...) {
        const Error error = Database::currentError(part);
        QFile::remove(part);
        QFile::remove(part + QStringLiteral("-journal"));
        return error.withContext(QStringLiteral("creating %1").arg(path));
    }
    if (auto published = publishFile(part, path); !published)
        return published.error().withContext(QStringLiteral("creating %1").arg(path));
    return open(path, Mode::ReadWrite, opening);
}

Result<std::unique_ptr<WorkspaceFile>> WorkspaceFile::open(const QString &path, Mode mode, const Opening &opening)
{
    if (auto recognised = recogniseHeader(path); !recognised)
        return recognised.error();
    auto migrations = Migrations::read(opening.migrations);
    if (!migrations)
        return migrations.error();
    auto parts = std::make_unique<Private>();
    parts->path = path;
    parts->migrations = *migrations;
    if (mode == Mode::ReadWrite) {
        auto lock = WorkspaceLock::take(path, opening.holder, opening.clock());
        if (!lock)
            return lock.error();
        parts->lock = std::move(*lock);
    }
    Opener opener{*parts, opening};
    try {
        const auto opened = mode == Mode::ReadWrite ? opener.forWriting() : opener.forReading();
        if (!opened)
            return opened.error().withContext(QStringLiteral("opening %1").arg(path));
    } catch (...) {
        return Database::currentError(path).withContext(QStringLiteral("opening %1").arg(path));
    }
    return std::unique_ptr<WorkspaceFile>(new WorkspaceFile(std::move(parts)));
}

Result<std::unique_ptr<WorkspaceFile>> WorkspaceFile::openBeside(const QString &path)
{
    // Not through recogniseHeader(): closing a second handle of the file would end the locks the first connection holds
    // (POSIX; sqlite.org/howtocorrupt.html section 2.2).
    const Opening opening;
    auto migrations = Migrations::read(opening.migrations);
    if (!migrations)
        return migrations.error();
    auto parts = std::make_unique<Private>();
    parts->path = path;
    parts->migrations = *migrations;
    try {
        if (const auto opened = Opener {*parts, opening}.beside(); !opened)
            return opened.error().withContext(QStringLiteral("reading %1").arg(path));
    } catch (...) {
        return Database::currentError(path).withContext(QStringLiteral("reading %1").arg(path));
    }
    return std::unique_ptr<WorkspaceFile>(new WorkspaceFile(std::move(parts)));
}

WorkspaceFile::WorkspaceFile(std::unique_ptr<Private> parts) : d(std::move(parts)) { }

WorkspaceFile::~WorkspaceFile()
{
    Database &database = *d->database;
    database.forgetStatements();
    if (database.isReadOnly())
        return;
    if (database.inTransaction())
        database.connection().tryExec("ROLLBACK");
    // Out of WAL mode the file can be read from a medium that nobody may write to. While another process reads, leaving
    // is refused; the journal is folded in and emptied all the same, so that the file alone holds everything.
    database.connection().tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
    database.connection().tryExec("PRAGMA journal_mode = DELETE");
}

const QString &WorkspaceFile::path() const
{
    return d->path;
}

bool WorkspaceFile::isReadOnly() const
{
    return d->database->isReadOnly();
}

const QStringList &WorkspaceFile::faults() const
{
    return d->faults;
}

int WorkspaceFile::schemaVersion() const
{
    return d->schemaVersion;
}

Result<Transaction> WorkspaceFile::begin()
{
    Database &database = *d->database;
    if (database.isReadOnly())
        return Error{ErrorCode::ReadOnly, QStringLiteral("%1 is open for reading only").arg(d->path), {}};
    if (database.inTransaction())
        return Error{ErrorCode::Internal, QStringLiteral("a transaction is running already"), {}};
    return database.guarded("starting a transaction", [&]() -> Result<Transaction> {
        database.run("BEGIN IMMEDIATE");
        return Transaction(database);
    });
}

Result<void> WorkspaceFile::backUpTo(const QString &target) const
{
    if (d->database->inTransaction())
        return Error{ErrorCode::Refused, QStringLiteral("no backup inside a transaction"), {}};
    auto copied = copyVerified(*d->database, target);
    if (!copied)
        return copied.error().withContext(QStringLiteral("backing up to %1").arg(target));
    return copied;
}

Result<QStringList> WorkspaceFile::check() const
{
    return allFaults(*this, d->migrations);
}

Database &WorkspaceFile::database() const
{
    return *d->database;
}

} // namespace cq
