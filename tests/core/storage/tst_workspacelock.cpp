// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/workspacelock.h"

#include "resources/resources.h"
#include "tests/core/storage/samples.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace cq;
using namespace cq::samples;

class TestWorkspaceLock : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }
    Result<std::unique_ptr<WorkspaceFile>> openAs(const QString &holder) const
    {
        return WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadWrite, opening(holder));
    }

private Q_SLOTS:
    void initTestCase() { initResources(); }
    void init() { valueOf(WorkspaceFile::create(path(), opening())); }
    void cleanup()
    {
        for (const QString &name : QDir(m_folder.path()).entryList(QDir::Files))
            QFile::remove(m_folder.filePath(name));
    }

    void aSecondWriterIsToldWhoHasTheFile()
    {
        const auto first = valueOf(openAs(QStringLiteral("Dr. Ada Field")));
        const auto second = openAs(QStringLiteral("Ben"));
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Locked);
        for (const QString &part : {QStringLiteral("Dr. Ada Field"), QSysInfo::machineHostName(),
                 QString::number(QCoreApplication::applicationPid()), QStringLiteral("2026-11-22T13:05:09.123Z")})
            QVERIFY2(second.error().detail.contains(part), qPrintable(second.error().detail));
        QVERIFY(first->begin()); // the first is not disturbed
    }

    void aLinkToTheFileSharesItsLock()
    {
        const QString link = m_folder.filePath(QStringLiteral("link.centrequal"));
        QVERIFY(QFile::link(path(), link));
        const auto first = valueOf(openAs(QStringLiteral("Ada")));
        QCOMPARE(WorkspaceFile::open(link, WorkspaceFile::Mode::ReadWrite, opening()).error().code, ErrorCode::Locked);
    }

    void aReaderNeedsNoLock()
    {
        const auto writer = valueOf(openAs(QStringLiteral("Ada")));
        fillBasics(*writer);
        const auto reader = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadOnly, opening()));
        QCOMPARE(valueOf(AuditStore(*reader).load(audit().id)), audit());
    }

    void closingUnlocksAndLeavesOneFile()
    {
        {
            const auto first = valueOf(openAs(QStringLiteral("Ada")));
        }
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("w.centrequal")});
        QVERIFY(openAs(QStringLiteral("Ben")));
    }

    void whatADeadProcessLeftBehindIsTakenOver_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("a note") << QByteArray(R"({"holder":"Ghost","host":"elsewhere","process":1})");
        QTest::newRow("nonsense") << QByteArray("\0\xff{{{", 5);
        QTest::newRow("nothing") << QByteArray();
    }

    void whatADeadProcessLeftBehindIsTakenOver()
    {
        QFETCH(QByteArray, left);
        QFile lock(path() + QStringLiteral(".lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(left);
        lock.close();
        const auto file = valueOf(openAs(QStringLiteral("Ada")));
        QVERIFY(openAs(QStringLiteral("Ben")).error().detail.contains(QStringLiteral("Ada")));
    }

    void aKilledProcessLosesItsLockButNotWhatItCommitted()
    {
        int ready[2];
        QCOMPARE(pipe(ready), 0);
        const pid_t child = fork();
        if (child == 0) {
            const auto file = valueOf(openAs(QStringLiteral("Child")));
            fill(*file);
            const Transaction unfinished = valueOf(file->begin());
            valueOf(TrailStore(*file).append(QStringLiteral("workspace"), trailEntry(7)));
            const ssize_t told = write(ready[1], "x", 1);
            while (told == 1)
                pause();
            _exit(1);
        }
        char byte = 0;
        QCOMPARE(read(ready[0], &byte, 1), 1);
        const auto locked = openAs(QStringLiteral("Parent"));
        QVERIFY(!locked);
        QVERIFY(locked.error().detail.contains(QStringLiteral("Child")));
        QVERIFY(locked.error().detail.contains(QString::number(child)));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        close(ready[0]);
        close(ready[1]);
        const auto file = valueOf(openAs(QStringLiteral("Parent")));
        QCOMPARE(file->faults(), QStringList());
        QCOMPARE(valueOf(file->check()), QStringList());
        QCOMPARE(valueOf(AuditStore(*file).responses(audit().id)), responses());
        QCOMPARE(valueOf(TrailStore(*file).load(QStringLiteral("workspace"))).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceLock)
#include "tst_workspacelock.moc"
