// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/workspacecheck.h"

#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestWorkspaceCheck : public QObject
{
    Q_OBJECT

private:
    QByteArray m_trailTrigger; ///< as the newest schema has it

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w.centrequal"));
        valueOf(WorkspaceFile::create(path, opening()));
        m_trailTrigger = askRaw(path, "SELECT sql FROM sqlite_schema WHERE name = 'trail_never_changes'").toUtf8() + ';';
    }

    void aSoundFileHasNoFaults()
    {
        const QTemporaryDir folder;
        const auto file = valueOf(WorkspaceFile::create(folder.filePath(QStringLiteral("w.centrequal")), opening()));
        QCOMPARE(valueOf(file->check()), QStringList());
        fill(*file);
        QCOMPARE(valueOf(file->check()), QStringList());
    }

    void tamperingIsFound_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("fault");
        const QByteArray loosen = "DROP TRIGGER trail_never_changes; DROP TRIGGER trail_never_shrinks;";
        // Puts the triggers back, so that only the chain itself can tell.
        const QByteArray restore = m_trailTrigger
                                 + "CREATE TRIGGER trail_never_shrinks BEFORE DELETE ON trail\nBEGIN\n"
                                   "    SELECT raise(ABORT, 'the audit trail is append-only');\nEND;";
        QTest::newRow("a trail entry altered")
            << loosen + "UPDATE trail SET new_value = 'not-met' WHERE subject = 'audit-1' AND sequence = 1;" + restore
            << QStringLiteral("trail of audit-1: the audit trail breaks at entry 1");
        QTest::newRow("a trail entry removed")
            << loosen + "DELETE FROM trail WHERE subject = 'audit-1' AND sequence = 1;" + restore
            << QStringLiteral("trail of audit-1: the audit trail breaks at entry 1");
        QTest::newRow("triggers dropped") << loosen << QStringLiteral("schema: trigger trail_never_changes is missing");
        QTest::newRow("a trigger of somebody else's")
            << QByteArray("CREATE TRIGGER spy AFTER INSERT ON response BEGIN DELETE FROM contact; END")
            << QStringLiteral("schema: trigger spy is foreign");
        QTest::newRow("a table altered") << QByteArray("ALTER TABLE contact ADD COLUMN extra TEXT")
                                         << QStringLiteral("schema: table contact was altered");
        QTest::newRow("a pack's bytes") << QByteArray(
            "DROP TRIGGER pack_never_changes; UPDATE pack SET content = x'00'")
                                        << QStringLiteral("no longer have their digest");
        QTest::newRow("a snapshot") << QByteArray(
            "DROP TRIGGER snapshot_never_changes; UPDATE snapshot SET content = x'00'")
                                    << QStringLiteral("snapshot 1 of audit audit-1: table snapshot, row 1");
        QTest::newRow("a seal removed") << QByteArray("DROP TRIGGER seal_never_goes; DELETE FROM seal")
                                        << QStringLiteral("audit audit-1: seal 1: the trail tells of it, but it is gone");
        QTest::newRow("a seal's digest") << QByteArray("DROP TRIGGER seal_never_changes; UPDATE seal SET digest = trail_head")
                                         << QStringLiteral("audit audit-1: seal 1: the trail does not tell of it");
        QTest::newRow("a dangling row") << QByteArray("PRAGMA foreign_keys = OFF; UPDATE finding SET audit_id = 'gone'")
                                        << QStringLiteral(
                                               "references: a row of finding points to a missing row of audit");
        QTest::newRow("a word nobody knows")
            << QByteArray("UPDATE response SET level = 'maybe'")
            << QStringLiteral("audit audit-1: table response, row FAC-02, column level");
    }

    void tamperingIsFound()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, fault);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w.centrequal"));
        fill(*valueOf(WorkspaceFile::create(path, opening())));
        runRaw(path, sql.constData());
        const auto file = valueOf(WorkspaceFile::open(path, WorkspaceFile::Mode::ReadOnly, opening()));
        const QStringList faults = valueOf(file->check());
        QVERIFY2(!faults.filter(fault).isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void aFileWithoutItsTriggersOpensReadOnly()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w.centrequal"));
        valueOf(WorkspaceFile::create(path, opening()));
        runRaw(path, "DROP TRIGGER trail_never_shrinks");
        const auto file = valueOf(WorkspaceFile::open(path, WorkspaceFile::Mode::ReadWrite, opening()));
        QVERIFY(file->isReadOnly());
        QCOMPARE(file->faults(), QStringList{QStringLiteral("schema: trigger trail_never_shrinks is missing")});
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceCheck)
#include "tst_workspacecheck.moc"
