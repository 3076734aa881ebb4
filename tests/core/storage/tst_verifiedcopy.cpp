// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verifiedcopy.h"

#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QDir>
#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestVerifiedCopy : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }
    QString copyPath() const { return m_folder.filePath(QStringLiteral("copy.centrequal")); }

private Q_SLOTS:
    void initTestCase() { initResources(); }
    void init()
    {
        m_file = valueOf(WorkspaceFile::create(path(), opening()));
        fill(*m_file);
    }
    void cleanup()
    {
        m_file.reset();
        for (const QString &name : QDir(m_folder.path()).entryList(QDir::Files))
            QFile::remove(m_folder.filePath(name));
    }

    void aBackupHoldsWhatTheOriginalHolds()
    {
        succeed(m_file->backUpTo(copyPath()));
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("copy*")}, QDir::Files),
            QStringList{QStringLiteral("copy.centrequal")});
        const auto copy = valueOf(WorkspaceFile::open(copyPath(), WorkspaceFile::Mode::ReadWrite, opening()));
        QCOMPARE(valueOf(copy->check()), QStringList());
        QCOMPARE(valueOf(CentreStore(*copy).all()), valueOf(CentreStore(*m_file).all()));
        QCOMPARE(valueOf(AuditStore(*copy).load(audit().id)), audit());
        QCOMPARE(valueOf(AuditStore(*copy).responses(audit().id)), responses());
        QCOMPARE(valueOf(FindingStore(*copy).load(audit().id)), (QList<Finding>{finding(1), finding(2)}));
        QCOMPARE(
            valueOf(TrailStore(*copy).load(audit().id.text())), valueOf(TrailStore(*m_file).load(audit().id.text())));
        QVERIFY(valueOf(SnapshotStore(*copy).load(1)) == record());
    }

    void theOriginalWorksOnAfterwards()
    {
        succeed(m_file->backUpTo(copyPath()));
        inTransaction(
            *m_file, [&] { valueOf(TrailStore(*m_file).append(QStringLiteral("workspace"), trailEntry(5))); });
        QCOMPARE(askRaw(copyPath(), "SELECT count(*) FROM trail"), QStringLiteral("4"));
        QCOMPARE(askRaw(path(), "SELECT count(*) FROM trail"), QStringLiteral("5"));
    }

    void nothingIsEverReplaced_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::newRow("a file") << QString();
        QTest::newRow("a left-over journal") << QStringLiteral("-wal");
    }

    void nothingIsEverReplaced()
    {
        QFETCH(QString, ending);
        QFile there(copyPath() + ending);
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.write("precious");
        there.close();
        QCOMPARE(m_file->backUpTo(copyPath()).error().code, ErrorCode::Conflict);
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll(), "precious");
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.part-*")}).isEmpty());
    }

    void aBackupCanBeMadeFromAFileOpenForReadingOnly()
    {
        m_file.reset();
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadOnly, opening()));
        succeed(m_file->backUpTo(copyPath()));
        QCOMPARE(askRaw(copyPath(), "SELECT count(*) FROM trail"), QStringLiteral("4"));
    }

    void aFolderThatIsNotThereIsAnError()
    {
        const auto copied = m_file->backUpTo(m_folder.filePath(QStringLiteral("no/such/folder/copy.centrequal")));
        QVERIFY(!copied);
        QCOMPARE(copied.error().code, ErrorCode::Unreadable);
    }
};

QTEST_GUILESS_MAIN(TestVerifiedCopy)
#include "tst_verifiedcopy.moc"
