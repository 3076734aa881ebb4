// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include "core/storage/database.h"

#include <QDir>

#include <SQLiteCpp/Column.h>

namespace cq {

namespace {

// What was created, by name, as its own statement tells. Tables SQLite keeps for itself are left out.
QMap<QString, QString> schemaOf(Database &database)
{
    SQLite::Statement statement(database.connection(),
        "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE "
        "'\\'");
    QMap<QString, QString> schema;
    while (statement.executeStep())
        schema.insert(
            QString::fromUtf8(statement.getColumn(0).getText()), QString::fromUtf8(statement.getColumn(1).getText()));
    return schema;
}

} // namespace

Result<Migrations> Migrations::read(const QString &folder)
{
    Migrations migrations;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        const int number = name.section(u'-', 0, 0).toInt();
        if (number != migrations.newest() + 1)
            return Error{ErrorCode::Internal, QStringLiteral("migration %1 is out of order").arg(name), {}};
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Internal, QStringLiteral("migration %1: %2").arg(name, file.errorString()), {}};
        migrations.m_scripts.append(file.readAll());
    }
    if (migrations.m_scripts.isEmpty())
        return Error{ErrorCode::Internal, QStringLiteral("no migrations in %1").arg(folder), {}};
    return migrations;
}

void Migrations::run(Database &database, int from) const
{
    SQLite::Database &connection = database.connection();
    database.forgetStatements();
    // A script may rebuild a table others refer to, so references are checked at the end instead of at each step.
    connection.exec("PRAGMA foreign_keys = OFF");
    try {
        connection.exec("BEGIN EXCLUSIVE");
        for (int number = from; number < newest(); ++number)
            connection.exec(m_scripts[number].constData());
        database.execute(QStringLiteral("PRAGMA user_version = %1").arg(newest()));
        if (const QStringList broken = database.texts(QStringLiteral("PRAGMA foreign_key_check")); !broken.isEmpty())
            throw BrokenRow{QStringLiteral("references of table %1 break in the migration").arg(broken.first())};
        connection.exec("COMMIT");
    } catch (...) {
        connection.tryExec("ROLLBACK");
        connection.tryExec("PRAGMA foreign_keys = ON");
        throw;
    }
    connection.exec("PRAGMA foreign_keys = ON");
}

QStringList Migrations::differences(Database &database) const
{
    Database model(QString(), Database::Access::Memory);
    run(model, 0);
    const QMap<QString, QString> expected = schemaOf(model);
    QMap<QString, QString> found = schemaOf(database);
    QStringList differences;
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        if (!found.contains(it.key()))
            differences.append(QStringLiteral("schema: %1 is missing").arg(it.key()));
        else if (found.take(it.key()) != it.value())
            differences.append(QStringLiteral("schema: %1 was altered").arg(it.key()));
    }
    for (auto it = found.begin(); it != found.end(); ++it)
        differences.append(QStringLiteral("schema: %1 is foreign").arg(it.key()));
    return differences;
}

} // namespace cq
