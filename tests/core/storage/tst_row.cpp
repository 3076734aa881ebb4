// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/row.h"

#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestRow : public QObject
{
    Q_OBJECT

private:
    static Error firstError(const WorkspaceFile &file)
    {
        const AuditId id = audit().id;
        if (const auto centres = CentreStore(file).all(); !centres)
            return centres.error();
        if (const auto read = AuditStore(file).load(id); !read)
            return read.error();
        if (const auto list = AuditStore(file).list(); !list)
            return list.error();
        if (const auto answers = AuditStore(file).responses(id); !answers)
            return answers.error();
        if (const auto frozen = AuditStore(file).frozenCentre(id); !frozen)
            return frozen.error();
        if (const auto findings = FindingStore(file).load(id); !findings)
            return findings.error();
        if (const auto trail = TrailStore(file).load(id.text()); !trail)
            return trail.error();
        if (const auto pins = PackStore(file).pins(); !pins)
            return pins.error();
        if (const auto lines = SnapshotStore(file).list(id); !lines)
            return lines.error();
        return Error{};
    }

private Q_SLOTS:
    void initTestCase() { initResources(); }

    void aRowThatCannotBeUnderstoodIsNamed_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("column");
        const auto row = [](const char *name, const char *change, const char *table, const char *column) {
            QTest::newRow(name) << QString::fromLatin1(change) << QString::fromLatin1(table)
                                << QString::fromLatin1(column);
        };
        row("facility type", "UPDATE facility SET type = 'castle'", "facility", "type");
        row("certificate day", "UPDATE certificate SET valid_from = '2023-02-29'", "certificate", "valid_from");
        row("fact day", "UPDATE profile_fact SET as_of = 'soon'", "profile_fact", "as_of");
        row("stray facility", "PRAGMA foreign_keys = OFF; UPDATE facility SET centre_id = 'x'", "facility",
            "centre_id");
        row("audit kind", "UPDATE audit SET kind = 'party'", "audit", "kind");
        row("audit method", "UPDATE audit SET method = ''", "audit", "method");
        row("audit state", "UPDATE audit SET state = 'DRAFT'", "audit", "state");
        row("audit time", "UPDATE audit SET created_utc = '2026-11-22T13:05:09Z'", "audit", "created_utc");
        row("audit time without T", "UPDATE audit SET created_utc = replace(created_utc, 'T', ' ')", "audit",
            "created_utc");
        row("audit offset", "UPDATE audit SET created_offset = 1440", "audit", "created_offset");
        row("member role", "UPDATE audit_member SET role = 'king'", "audit_member", "role");
        row("pack version", "PRAGMA foreign_keys = OFF; UPDATE audit_pack SET pack_version = '1.x'", "audit_pack",
            "pack_version");
        row("party", "UPDATE response SET party = 'nobody' WHERE criterion_id = 'FAC-02'", "response", "party");
        row("level", "UPDATE response SET level = 'maybe'", "response", "level");
        row("answer time", "UPDATE response SET answered_utc = '2026-11-22T25:05:09.000Z'", "response", "answered_utc");
        row("answer time with letters", "UPDATE response SET answered_utc = '2O26-11-22T13:05:09.000Z'", "response",
            "answered_utc");
        row("frozen centre", "UPDATE frozen_centre SET content = '{\"id\": 1}'", "frozen_centre", "content");
        row("frozen centre not JSON", "UPDATE frozen_centre SET content = '{'", "frozen_centre", "content");
        row("finding kind", "UPDATE finding SET kind = 'praise'", "finding", "kind");
        row("finding severity", "UPDATE finding SET severity = 'huge'", "finding", "severity");
        row("finding state", "UPDATE finding SET state = ''", "finding", "state");
        row("finding number", "UPDATE finding SET number = 9999999999 WHERE number = 1", "finding", "number");
        row("trail role", "DROP TRIGGER trail_never_changes; UPDATE trail SET role = 'ghost'", "trail", "role");
        row("snapshot time", "DROP TRIGGER snapshot_never_changes; UPDATE snapshot SET taken_utc = ''", "snapshot",
            "taken_utc");
        row("pack", "PRAGMA foreign_keys = OFF; DROP TRIGGER pack_never_changes; UPDATE pack SET version = '1'", "pack",
            "version");
    }

    void aRowThatCannotBeUnderstoodIsNamed()
    {
        QFETCH(QString, change);
        QFETCH(QString, table);
        QFETCH(QString, column);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w.centrequal"));
        fill(*valueOf(WorkspaceFile::create(path, opening())));
        runRaw(path, change.toUtf8().constData());
        const auto file = valueOf(WorkspaceFile::open(path, WorkspaceFile::Mode::ReadOnly, opening()));
        const Error error = firstError(*file);
        QCOMPARE(error.code, ErrorCode::Corrupt);
        QVERIFY2(error.detail.startsWith(QStringLiteral("table %1, row ").arg(table)), qPrintable(error.text()));
        QVERIFY2(error.detail.contains(QStringLiteral("column %1:").arg(column)), qPrintable(error.text()));
        QVERIFY(!valueOf(file->check()).isEmpty());
    }

    void momentsComeBackToTheMillisecond_data()
    {
        QTest::addColumn<qint64>("utcMs");
        QTest::addColumn<int>("offset");
        QTest::newRow("epoch") << qint64(0) << 0;
        QTest::newRow("before it") << qint64(-1) << -720;
        QTest::newRow("leap day") << qint64(1709164799999) << 840;
        QTest::newRow("last of four digits") << qint64(253402300799999) << 1439;
    }

    void momentsComeBackToTheMillisecond()
    {
        QFETCH(qint64, utcMs);
        QFETCH(int, offset);
        const QTemporaryDir folder;
        const auto file = valueOf(WorkspaceFile::create(folder.filePath(QStringLiteral("w.centrequal")), opening()));
        TrailEntry entry = trailEntry(0);
        entry.at = Timestamp{utcMs, offset};
        inTransaction(*file, [&] { valueOf(TrailStore(*file).append(QStringLiteral("s"), entry)); });
        const QList<TrailEntry> read = valueOf(TrailStore(*file).load(QStringLiteral("s")));
        QCOMPARE(read.first().at, entry.at);
        QCOMPARE(valueOf(Timestamp::fromText(entry.at.utcText(), entry.at.offsetText())), entry.at);
    }
};

QTEST_GUILESS_MAIN(TestRow)
#include "tst_row.moc"
