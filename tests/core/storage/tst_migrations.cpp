// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QDir>
#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestMigrations : public QObject
{
    Q_OBJECT

private:
    // The shipped scripts and one more.
    static WorkspaceFile::Opening futureOpening(const QTemporaryDir &folder, const QByteArray &nextScript)
    {
        const QDir shipped(QStringLiteral(":/migrations"));
        const QStringList names = shipped.entryList(QDir::Files, QDir::Name);
        for (const QString &name : names)
            QFile::copy(shipped.filePath(name), folder.filePath(name));
        const QString next = QStringLiteral("%1-next.sql").arg(names.size() + 1, 3, 10, QLatin1Char('0'));
        QFile script(folder.filePath(next));
        if (!script.open(QIODevice::WriteOnly) || script.write(nextScript) != nextScript.size())
            qFatal("cannot write the next migration");
        WorkspaceFile::Opening future = opening();
        future.migrations = folder.path();
        return future;
    }

    static int shippedVersion() { return valueOf(Migrations::read(QStringLiteral(":/migrations"))).newest(); }
    static QString backupName()
    {
        return QStringLiteral("w.schema%1-20261122T130509Z.centrequal").arg(shippedVersion());
    }

    QByteArray m_addsATable = "CREATE TABLE future (id TEXT PRIMARY KEY) STRICT;"
                              "ALTER TABLE finding ADD COLUMN root TEXT NOT NULL DEFAULT 'none';"
                              "INSERT INTO future VALUES ('first');";

private Q_SLOTS:
    void initTestCase() { initResources(); }

    void anOlderSchemaIsMigratedAfterABackup()
    {
        const QTemporaryDir folder;
        const QTemporaryDir scripts;
        const QString path = folder.filePath(QStringLiteral("w.centrequal"));
        fill(*valueOf(WorkspaceFile::create(path, opening())));
        const auto file =
            valueOf(WorkspaceFile::open(path, WorkspaceFile::Mode::ReadWrite, futureOpening(scripts, m_addsATable)));
        QCOMPARE(file->schemaVersion(), shippedVersion() + 1);
        QCOMPARE(file->faults(), QStringList());
        QCOMPARE(valueOf(file->check()), QStringList());
        QCOMPARE(valueOf(FindingStore(*file).load(audit().id)).size(), 2);
        QCOMPARE(
            askRaw(path, "SELECT root FROM finding JOIN future ON future.id = 'first'"), QStringLiteral("none"));

        const QString backup = folder.filePath(backupName());
        QVERIFY2(QFile::exists(backup), qPrintable(QDir(folder.path()).entryList().join(u' ')));
        const auto old = valueOf(WorkspaceFile::open(backup, WorkspaceFile::Mode::ReadWrite, opening()));
        QCOMPARE(old->schemaVersion(), shippedVersion());
        QCOMPARE(valueOf(AuditStore(*old).load(audit().id)), audit());
    }

    void readingOnlyAnOlderSchemaIsMigratedInMemory()
    {
        const QTemporaryDir folder;
        const QTemporaryDir scripts;
        const QString path = folder.filePath(QStringLiteral("w.centrequal"));
        fill(*valueOf(WorkspaceFile::create(path, opening())));
        auto file =
            valueOf(WorkspaceFile::open(path, WorkspaceFile::Mode::ReadOnly, futureOpening(scripts, m_addsATable)));
        QCOMPARE(file->schemaVersion(), shippedVersion() + 1);
        QVERIFY(file->isReadOnly());
        QCOMPARE(file->begin().error().code, ErrorCode::ReadOnly);
        QCOMPARE(valueOf(FindingStore(*file).load(audit().id)).size(), 2);
        file.reset();
        QCOMPARE(askRaw(path, "PRAGMA user_version"), QString::number(shippedVersion()));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("w.centrequal")});
    }

    void aFailedMigrationChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("wrong statement") << QByteArray("CREATE TABLE a (b TEXT) STRICT; CREATE TABLE nonsense (");
        QTest::newRow("broken references") << QByteArray("UPDATE facility SET centre_id = 'nowhere'");
    }

    void aFailedMigrationChangesNothing()
    {
        QFETCH(QByteArray, script);
        const QTemporaryDir folder;
        const QTemporaryDir scripts;
        const QString path = folder.filePath(QStringLiteral("w.centrequal"));
        fill(*valueOf(WorkspaceFile::create(path, opening())));
        const auto failed = WorkspaceFile::open(path, WorkspaceFile::Mode::ReadWrite, futureOpening(scripts, script));
        QVERIFY(!failed);
        const auto file = valueOf(WorkspaceFile::open(path, WorkspaceFile::Mode::ReadWrite, opening()));
        QCOMPARE(valueOf(file->check()), QStringList());
        QCOMPARE(valueOf(CentreStore(*file).load(centre().id)), centre());
    }

    void aNewerSchemaIsRefused()
    {
        const QTemporaryDir folder;
        const QTemporaryDir scripts;
        const QString path = folder.filePath(QStringLiteral("w.centrequal"));
        valueOf(WorkspaceFile::create(path, futureOpening(scripts, m_addsATable)));
        for (const auto mode : {WorkspaceFile::Mode::ReadWrite, WorkspaceFile::Mode::ReadOnly}) {
            const auto refused = WorkspaceFile::open(path, mode, opening());
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::NewerVersion);
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("w.centrequal")});
    }

    void theFixtureOfEachSchemaStillOpens_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= shippedVersion(); ++version)
            QTest::addRow("schema %d", version) << version;
    }

    void theFixtureOfEachSchemaStillOpens()
    {
        QFETCH(int, version);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w.centrequal"));
        QVERIFY(QFile::copy(
            QStringLiteral(CQ_SOURCE_DIR "/tests/data/workspaces/workspace-schema%1.centrequal").arg(version), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        const auto file = valueOf(WorkspaceFile::open(path, WorkspaceFile::Mode::ReadWrite, opening()));
        QCOMPARE(file->faults(), QStringList());
        QCOMPARE(valueOf(file->check()), QStringList());
        QCOMPARE(valueOf(CentreStore(*file).all()), QList<Centre>{centre()});
        QCOMPARE(valueOf(AuditStore(*file).load(audit().id)), audit());
        QCOMPARE(valueOf(AuditStore(*file).responses(audit().id)), responses());
        QCOMPARE(valueOf(FindingStore(*file).load(audit().id)), (QList<Finding>{finding(1), finding(2)}));
        QCOMPARE(valueOf(ActionStore(*file).load(audit().id)),
            version < 4 ? QList<CorrectiveAction>() : QList<CorrectiveAction>{action(1)});
        QCOMPARE(valueOf(PackStore(*file).signature(pin())),
            version < 5 ? std::nullopt : std::optional(packSignature()));
        QCOMPARE(valueOf(TrailStore(*file).load(audit().id.text())).size(), version < 5 ? 2 : 3);
        QCOMPARE(valueOf(SealStore(*file).load(audit().id)), version < 5 ? QList<Seal>() : QList<Seal>{seal()});
        QCOMPARE(valueOf(IssuedReportStore(*file).loadAll()),
            version < 5 ? QList<IssuedReport>() : QList<IssuedReport>{issuedReport(1)});
        QVERIFY(valueOf(SnapshotStore(*file).load(1)) == record());
        if (version < 2)
            return;
        const auto stored = valueOf(EvidenceStore(*file).load(centre().id));
        QCOMPARE(stored, QList<Evidence> {evidence(evidenceLink().evidence.text(), evidenceBytes())});
        QCOMPARE(valueOf(EvidenceStore(*file).links(audit().id)), QList<EvidenceLink> {evidenceLink()});
    }

    void anOlderSchemaIsReadBesideAReaderAsInTheNewestOne()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("old.centrequal"));
        QVERIFY(QFile::copy(QStringLiteral(CQ_SOURCE_DIR "/tests/data/workspaces/workspace-schema1.centrequal"), path));
        const auto reader = valueOf(WorkspaceFile::open(path, WorkspaceFile::Mode::ReadOnly, opening()));
        const auto beside = valueOf(WorkspaceFile::openBeside(path));
        QCOMPARE(beside->schemaVersion(), reader->schemaVersion());
        QVERIFY(beside->isReadOnly());
        QCOMPARE(valueOf(AuditStore(*beside).load(audit().id)), audit());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList {QStringLiteral("old.centrequal")});
    }

    void scriptsMustBeNumberedWithoutGaps_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("none") << QStringList();
        QTest::newRow("gap") << QStringList{QStringLiteral("001-a.sql"), QStringLiteral("003-b.sql")};
        QTest::newRow("twice") << QStringList{QStringLiteral("001-a.sql"), QStringLiteral("001-b.sql")};
        QTest::newRow("no number") << QStringList{QStringLiteral("first.sql")};
    }

    void scriptsMustBeNumberedWithoutGaps()
    {
        QFETCH(QStringList, names);
        const QTemporaryDir folder;
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const auto read = Migrations::read(folder.path());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Internal);
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
