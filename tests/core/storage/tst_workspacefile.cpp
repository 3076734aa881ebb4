// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/workspacefile.h"

#include "core/storage/database.h"
#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestWorkspaceFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }
    Result<std::unique_ptr<WorkspaceFile>> openIt(WorkspaceFile::Mode mode = WorkspaceFile::Mode::ReadWrite) const
    {
        return WorkspaceFile::open(path(), mode, opening());
    }
    void writeFile(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    // Reads all there is; only that it neither crashes nor hangs counts.
    static void readEverything(const WorkspaceFile &file)
    {
        (void)file.check();
        (void)AuditStore(file).list();
    }

private Q_SLOTS:
    void initTestCase() { initResources(); }
    void cleanup()
    {
        for (const QString &name : QDir(m_folder.path()).entryList(QDir::Files))
            QFile::remove(m_folder.filePath(name));
    }

    void aNewFileIsAWorkspaceInTheNewestSchema()
    {
        const auto file = valueOf(WorkspaceFile::create(path(), opening()));
        QCOMPARE(file->path(), path());
        QVERIFY(!file->isReadOnly());
        QCOMPARE(file->faults(), QStringList());
        QVERIFY(file->schemaVersion() >= 1);
        QCOMPARE(askRaw(path(), "PRAGMA application_id"), QString::number(WorkspaceFile::applicationId));
        QCOMPARE(askRaw(path(), "PRAGMA user_version"), QString::number(file->schemaVersion()));
        QCOMPARE(valueOf(AuditStore(*file).list()), QList<AuditSummary>());
    }

    void theConnectionIsGuardedAndDurable()
    {
        const auto file = valueOf(WorkspaceFile::create(path(), opening()));
        Database &database = file->database();
        QCOMPARE(database.texts(QStringLiteral("PRAGMA journal_mode")), QStringList{QStringLiteral("wal")});
        QCOMPARE(database.number(QStringLiteral("PRAGMA synchronous")), 2);
        QCOMPARE(database.number(QStringLiteral("PRAGMA foreign_keys")), 1);
        QCOMPARE(database.number(QStringLiteral("PRAGMA trusted_schema")), 0);
        QCOMPARE(database.number(QStringLiteral("PRAGMA cell_size_check")), 1);
        int isDefensive = 0;
        sqlite3_db_config(database.connection().getHandle(), SQLITE_DBCONFIG_DEFENSIVE, -1, &isDefensive);
        QCOMPARE(isDefensive, 1);
    }

    void anExistingFileIsNotReplaced()
    {
        writeFile("precious");
        QCOMPARE(WorkspaceFile::create(path(), opening()).error().code, ErrorCode::Conflict);
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "precious");
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("w.centrequal")});
    }

    void aJournalLeftByAnotherFileIsNotTakenForOurs()
    {
        QFile journal(path() + QStringLiteral("-wal"));
        QVERIFY(journal.open(QIODevice::WriteOnly));
        QCOMPARE(WorkspaceFile::create(path(), opening()).error().code, ErrorCode::Conflict);
    }

    void everythingComesBackAfterReopening()
    {
        fill(*valueOf(WorkspaceFile::create(path(), opening())));
        for (const auto mode : {WorkspaceFile::Mode::ReadWrite, WorkspaceFile::Mode::ReadOnly}) {
            const auto file = valueOf(openIt(mode));
            QCOMPARE(valueOf(CentreStore(*file).all()), QList<Centre>{centre()});
            QCOMPARE(valueOf(AuditStore(*file).load(audit().id)), audit());
            QCOMPARE(valueOf(AuditStore(*file).responses(audit().id)), responses());
            QCOMPARE(valueOf(AuditStore(*file).frozenCentre(audit().id)), std::optional<Centre>(centre()));
            QCOMPARE(valueOf(FindingStore(*file).load(audit().id)), (QList<Finding>{finding(1), finding(2)}));
            const QList<TrailEntry> trail = valueOf(TrailStore(*file).load(audit().id.text()));
            QCOMPARE(trail.mid(0, 2), record().trail);
            QCOMPARE(trail.size(), 3);
            QCOMPARE(trail.last().newValue, QString::fromLatin1(seal().digest));
            QCOMPARE(valueOf(SealStore(*file).load(audit().id)), QList<Seal>{seal()});
            QCOMPARE(valueOf(IssuedReportStore(*file).loadAll()), QList<IssuedReport>{issuedReport(1)});
        }
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("w.centrequal")});
    }

    void besideItsWriterAFileIsReadAndNotWritten()
    {
        const auto writer = valueOf(WorkspaceFile::create(path(), opening()));
        fill(*writer);
        {
            const auto reader = valueOf(WorkspaceFile::openBeside(path()));
            QVERIFY(reader->isReadOnly());
            QCOMPARE(reader->schemaVersion(), writer->schemaVersion());
            QCOMPARE(valueOf(CentreStore(*reader).all()), QList<Centre>{centre()});
            QCOMPARE(reader->begin().error().code, ErrorCode::ReadOnly);
            QVERIFY(writer->begin()); // nobody is held up
            // The file still belongs to its writer.
            QCOMPARE(openIt(WorkspaceFile::Mode::ReadWrite).error().code, ErrorCode::Locked);
        }
        QCOMPARE(valueOf(AuditStore(*writer).load(audit().id)), audit());
        QVERIFY(!WorkspaceFile::openBeside(m_folder.filePath(QStringLiteral("gone.centrequal"))));
    }

    void whatIsNoWorkspaceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QByteArray header("SQLite format 3\0", 16);
        header.append(QByteArray(84, '\0'));
        QTest::newRow("empty") << QByteArray() << ErrorCode::Malformed;
        QTest::newRow("text") << QByteArray(500, 'x') << ErrorCode::Malformed;
        QTest::newRow("a header cut off") << header.left(60) << ErrorCode::Malformed;
        QTest::newRow("another program's database") << header << ErrorCode::Malformed;
        QTest::newRow("our header and nothing else") << QByteArray(header).replace(68, 4, "CQL1") << ErrorCode::Corrupt;
    }

    void whatIsNoWorkspaceIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        writeFile(bytes);
        for (const auto mode : {WorkspaceFile::Mode::ReadWrite, WorkspaceFile::Mode::ReadOnly}) {
            const auto refused = openIt(mode);
            QVERIFY(!refused);
            QVERIFY2(refused.error().code == code, qPrintable(refused.error().text()));
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("w.centrequal")});
    }

    void aFileThatIsNotThereIsNotFound()
    {
        QCOMPARE(openIt().error().code, ErrorCode::NotFound);
        QVERIFY(QDir(m_folder.path()).entryList(QDir::Files).isEmpty());
    }

    void aDatabaseWithoutASchemaIsRefused()
    {
        runRaw(path(), "PRAGMA application_id = 1129401393; CREATE TABLE a (b)");
        QCOMPARE(openIt().error().code, ErrorCode::Malformed);
    }

    void aReadOnlyFileIsNotWritten()
    {
        fill(*valueOf(WorkspaceFile::create(path(), opening())));
        const auto file = valueOf(openIt(WorkspaceFile::Mode::ReadOnly));
        QVERIFY(file->isReadOnly());
        QCOMPARE(file->begin().error().code, ErrorCode::ReadOnly);
        QCOMPARE(AuditStore(*file).putResponse(audit().id, responses()[0]).error().code, ErrorCode::ReadOnly);
    }

    void aDamagedPageOpensReadOnlyWithAReport()
    {
        fill(*valueOf(WorkspaceFile::create(path(), opening())));
        const qint64 root = askRaw(path(), "SELECT rootpage FROM sqlite_schema WHERE name = 'contact'").toLongLong();
        QVERIFY(root > 1);
        overwrite(path(), (root - 1) * 4096, QByteArray(64, '\xa5'));
        const auto file = valueOf(openIt());
        QVERIFY(file->isReadOnly());
        QVERIFY(!file->faults().isEmpty());
        QVERIFY(!valueOf(file->check()).isEmpty());
        // What is whole can still be read.
        QCOMPARE(valueOf(AuditStore(*file).responses(audit().id)), responses());
        QCOMPARE(CentreStore(*file).load(centre().id).error().code, ErrorCode::Corrupt);
        // Reading a damaged file keeps nobody else out.
        QVERIFY(!QFile::exists(path() + QStringLiteral(".lock")));
    }

    void aBackupOfADamagedFileIsNotCalledGood()
    {
        fill(*valueOf(WorkspaceFile::create(path(), opening())));
        const qint64 root = askRaw(path(), "SELECT rootpage FROM sqlite_schema WHERE name = 'contact'").toLongLong();
        overwrite(path(), (root - 1) * 4096, QByteArray(64, '\xa5'));
        const auto file = valueOf(openIt());
        QCOMPARE(file->backUpTo(m_folder.filePath(QStringLiteral("copy"))).error().code, ErrorCode::Corrupt);
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("copy*")}, QDir::Files), QStringList());
    }

    void aTruncatedFileIsToldAndNeverCrashes_data()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : {1, 5, 25, 50, 75, 99})
            QTest::addRow("%d percent left", percent) << percent;
    }

    void aTruncatedFileIsToldAndNeverCrashes()
    {
        QFETCH(int, percent);
        fill(*valueOf(WorkspaceFile::create(path(), opening())));
        QVERIFY(QFile::resize(path(), QFileInfo(path()).size() * percent / 100));
        const auto opened = openIt();
        if (!opened) {
            QCOMPARE(opened.error().code, ErrorCode::Corrupt);
            return;
        }
        QVERIFY((*opened)->isReadOnly());
        QVERIFY(!(*opened)->faults().isEmpty());
        readEverything(**opened);
    }

    void flippedBytesNeverCrash()
    {
        fill(*valueOf(WorkspaceFile::create(path(), opening())));
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        QRandomGenerator random(7);
        int told = 0;
        for (int round = 0; round < 60; ++round) {
            QByteArray damaged = whole;
            const auto place = qsizetype(random.bounded(quint32(damaged.size())));
            damaged[place] = char(damaged[place] ^ char(1 + random.bounded(255)));
            writeFile(damaged);
            const auto opened = openIt(round % 2 ? WorkspaceFile::Mode::ReadWrite : WorkspaceFile::Mode::ReadOnly);
            if (opened)
                readEverything(**opened);
            told += !opened || !(*opened)->faults().isEmpty() ? 1 : 0;
        }
        QVERIFY(told > 0);
    }

    void aHotJournalIsTakenInWhenOpening()
    {
        // The state a killed writer leaves: the file and its journal, copied while the writer lives.
        const QString killed = m_folder.filePath(QStringLiteral("killed.centrequal"));
        {
            const auto writer = valueOf(WorkspaceFile::create(path(), opening()));
            fill(*writer);
            QVERIFY(QFile::copy(path(), killed));
            QVERIFY(QFile::copy(path() + QStringLiteral("-wal"), killed + QStringLiteral("-wal")));
        }
        const auto file = valueOf(WorkspaceFile::open(killed, WorkspaceFile::Mode::ReadWrite, opening()));
        QCOMPARE(valueOf(AuditStore(*file).responses(audit().id)), responses());
        QCOMPARE(valueOf(file->check()), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceFile)
#include "tst_workspacefile.moc"
