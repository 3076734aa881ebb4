// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/redactionstore.h"

#include "core/base/sha256.h"
#include "core/storage/database.h"
#include "core/storage/snapshotstore.h"
#include "core/storage/workspacefile.h"

#include <sqlite3.h>

namespace cq {

namespace {

// SQL's own replace() knows one case of the letters only, so the statements below ask the redaction itself.
void applyInSql(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *redaction = static_cast<const Redaction *>(sqlite3_user_data(context));
    const QByteArray before(reinterpret_cast<const char *>(sqlite3_value_text(values[0])), sqlite3_value_bytes(values[0]));
    const QByteArray after = redaction->applied(QString::fromUtf8(before)).toUtf8();
    sqlite3_result_text(context, after.constData(), int(after.size()), SQLITE_TRANSIENT);
}

void isInSql(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *redaction = static_cast<const Redaction *>(sqlite3_user_data(context));
    const QByteArray text(reinterpret_cast<const char *>(sqlite3_value_text(values[0])), sqlite3_value_bytes(values[0]));
    sqlite3_result_int(context, redaction->isIn(QString::fromUtf8(text)) ? 1 : 0);
}

/// Makes redacted() and is_to_redact() known to SQL while it lives. Throws.
class SqlRedaction
{
public:
    SqlRedaction(Database &database, const Redaction &redaction) : m_database(database)
    {
        // SQLite keeps the address, not the object; both functions go before it does.
        void *address = const_cast<Redaction *>(&redaction);
        database.connection().createFunction("redacted", 1, true, address, applyInSql, nullptr, nullptr, nullptr);
        database.connection().createFunction("is_to_redact", 1, true, address, isInSql, nullptr, nullptr, nullptr);
    }
    ~SqlRedaction()
    {
        for (const char *name : {"redacted", "is_to_redact"})
            sqlite3_create_function(
                m_database.connection().getHandle(), name, 1, SQLITE_UTF8, nullptr, nullptr, nullptr, nullptr);
    }
    SqlRedaction(const SqlRedaction &) = delete;
    SqlRedaction &operator=(const SqlRedaction &) = delete;

private:
    Database &m_database;
};

// A table of an audit with the columns in which people write, and how its rows are told to be the audit's.
struct WrittenIn
{
    const char *table;
    QStringList columns;
    const char *ofAudit;
};

QList<WrittenIn> writtenIn()
{
    constexpr const char *own = "audit_id = ?";
    constexpr const char *ofFinding = "finding_id IN (SELECT id FROM finding WHERE audit_id = ?)";
    constexpr const char *ofSample = "sample_id IN (SELECT id FROM sample WHERE audit_id = ?)";
    const auto columns = [](const char *names) { return QString::fromLatin1(names).split(u' '); };
    return {
        {"audit", columns("activities"), "id = ?"},
        {"response", columns("note justification"), own},
        {"reminder", columns("content"), own},
        {"finding", columns("statement evidence requested_answer"), own},
        {"corrective_action", columns("containment correction root_cause action owner"), ofFinding},
        {"action_why", columns("why"), ofFinding},
        {"action_proof", columns("reference"), ofFinding},
        {"action_step", columns("remark"), ofFinding},
        {"effectiveness_check", columns("remark"), ofFinding},
        {"sample", columns("title"), own},
        {"sample_check", columns("content"), ofSample},
        {"sample_case", columns("label"), ofSample},
        {"plan_slot", columns("to_meet topic"), own},
        {"coi_declaration", columns("content"), own},
        {"information_request", columns("question answer"), own},
        {"issued_report", columns("path signers"), own},
        {"meeting", columns("attendance notes"), own},
    };
}

std::string statementFor(const WrittenIn &written)
{
    QStringList set;
    QStringList held;
    for (const QString &column : written.columns) {
        set.append(QStringLiteral("%1 = redacted(%1)").arg(column));
        held.append(QStringLiteral("is_to_redact(%1)").arg(column));
    }
    return QStringLiteral("UPDATE %1 SET %2 WHERE %3 AND (%4)")
        .arg(QLatin1String(written.table), set.join(QStringLiteral(", ")), QLatin1String(written.ofAudit),
            held.join(QStringLiteral(" OR ")))
        .toStdString();
}

} // namespace

RedactionStore::RedactionStore(const WorkspaceFile &file) : m_file(file), m_database(file.database()) { }

Result<int> RedactionStore::putContent(const AuditId &audit, const Redaction &redaction)
{
    return m_database.write("taking a text out", [&]() -> Result<int> {
        const SqlRedaction inSql(m_database, redaction);
        int rows = 0;
        for (const WrittenIn &written : writtenIn()) {
            SQLite::Statement statement(m_database.connection(), statementFor(written));
            statement.bind(1, audit.text().toStdString());
            rows += statement.exec();
        }
        return rows;
    });
}

Result<void> RedactionStore::putEntry(const QString &subject, const TrailEntry &entry, qint64 tombstone)
{
    return m_database.write("taking a text out of the trail", [&]() -> Result<void> {
        m_database.run("INSERT INTO redaction (subject, sequence, tombstone_sequence) VALUES (?, ?, ?)", subject,
            entry.sequence, tombstone);
        m_database.run("UPDATE trail SET old_value = ?, new_value = ?, reason = ? WHERE subject = ? AND sequence = ?",
            entry.oldValue, entry.newValue, entry.reason, subject, entry.sequence);
        return {};
    });
}

Result<void> RedactionStore::putRecord(
    const AuditId &audit, int number, const QByteArray &record, const QString &reason)
{
    return m_database.write("taking a text out of a sealed record", [&]() -> Result<void> {
        m_database.run("UPDATE seal SET record = ?, redacted_digest = ?, reason = ? WHERE audit_id = ? AND number = ?", record,
            QString::fromLatin1(sha256Hex(record)), reason, audit, number);
        return {};
    });
}

Result<int> RedactionStore::putSnapshots(const AuditId &audit, const Redaction &redaction)
{
    SnapshotStore snapshots(m_file);
    const auto lines = snapshots.list(audit);
    if (!lines)
        return lines.error();
    int held = 0;
    for (const SnapshotLine &line : *lines) {
        const auto before = snapshots.load(line.id);
        if (!before)
            return before.error();
        const AuditRecord after = redaction.applied(*before);
        if (after == *before)
            continue;
        ++held;
        auto removed = m_database.write("taking a text out of a snapshot", [&]() -> Result<void> {
            m_database.run("DELETE FROM snapshot WHERE id = ?", line.id);
            return {};
        });
        if (!removed)
            return removed.error();
        if (auto put = snapshots.put(line.milestone, line.takenAt, after); !put)
            return put.error();
    }
    return held;
}

Result<void> RedactionStore::wipe()
{
    return m_database.guarded("wiping unused parts of the file", [&]() -> Result<void> {
        m_database.forgetStatements();
        // The index keeps words of what is gone until it is merged.
        m_database.execute(QStringLiteral("INSERT INTO search_index (search_index) VALUES ('rebuild')"));
        m_database.execute(QStringLiteral("VACUUM"));
        if (m_database.number(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")) != 0)
            return Error {ErrorCode::Locked, QStringLiteral("another program reads the file"), {}};
        return {};
    });
}

} // namespace cq
