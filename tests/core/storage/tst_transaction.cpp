// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/transaction.h"

#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <sys/mount.h>

using namespace cq;
using namespace cq::samples;

namespace {

// A file system of one megabyte, gone again at the end.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder)
        : m_folder(QFile::encodeName(folder))
        , m_isMounted(mount("tmpfs", m_folder.constData(), "tmpfs", 0, "size=1m") == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            umount2(m_folder.constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)
    bool isMounted() const { return m_isMounted; }

private:
    QByteArray m_folder;
    bool m_isMounted;
};

} // namespace

class TestTransaction : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }

    static Response answer(int number) { return response(QStringLiteral("C-%1").arg(number), ResponseLevel::Met); }

    // An answer as the session stores it; true where it was acknowledged.
    static Result<void> store(WorkspaceFile &file, const Response &response)
    {
        auto transaction = file.begin();
        if (!transaction)
            return transaction.error();
        if (auto put = AuditStore(file).putResponse(audit().id, response); !put)
            return put;
        if (auto appended = TrailStore(file).append(audit().id.text(), trailEntry(0)); !appended)
            return appended.error();
        return transaction->commit();
    }

private Q_SLOTS:
    void initTestCase() { initResources(); }
    void init()
    {
        m_file = valueOf(WorkspaceFile::create(path(), opening()));
        fillBasics(*m_file);
    }
    void cleanup()
    {
        m_file.reset();
        QFile::remove(path());
    }

    void withoutACommitNothingStays()
    {
        {
            const Transaction transaction = valueOf(m_file->begin());
            succeed(AuditStore(*m_file).putResponse(audit().id, answer(1)));
        }
        QVERIFY(valueOf(AuditStore(*m_file).responses(audit().id)).isEmpty());
    }

    void afterARefusedStatementTheRestMayStillBeCommitted()
    {
        inTransaction(*m_file, [&] {
            succeed(AuditStore(*m_file).putResponse(audit().id, answer(1)));
            QVERIFY(!AuditStore(*m_file).insert(audit()));
        });
        QCOMPARE(valueOf(AuditStore(*m_file).responses(audit().id)).size(), 1);
    }

    void writingOutsideATransactionIsOurOwnMistake()
    {
        QCOMPARE(AuditStore(*m_file).putResponse(audit().id, answer(1)).error().code, ErrorCode::Internal);
        QCOMPARE(TrailStore(*m_file).append(QStringLiteral("s"), trailEntry(0)).error().code, ErrorCode::Internal);
    }

    void thereIsOneAtATimeAndItEndsOnce()
    {
        Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(m_file->begin().error().code, ErrorCode::Internal);
        QCOMPARE(m_file->backUpTo(m_folder.filePath(QStringLiteral("b"))).error().code, ErrorCode::Refused);
        QCOMPARE(m_file->check().error().code, ErrorCode::Refused);
        succeed(transaction.commit());
        QCOMPARE(transaction.commit().error().code, ErrorCode::Internal);
        QVERIFY(m_file->begin());
    }

    void whatIsCommittedIsSeenByOthersAtOnce()
    {
        succeed(store(*m_file, answer(1)));
        QCOMPARE(askRaw(path(), "SELECT count(*) FROM response"), QStringLiteral("1"));
    }

    void anAnswerWithItsTrailEntryIsDurableQuickly()
    {
        const int writes = std::max(100, qEnvironmentVariableIntValue("CQ_DURABLE_WRITES"));
        QList<qint64> nanoseconds;
        QElapsedTimer timer;
        for (int i = 0; i < writes; ++i) {
            const Response response = answer(i % 200);
            timer.start();
            succeed(store(*m_file, response));
            nanoseconds.append(timer.nsecsElapsed());
        }
        std::sort(nanoseconds.begin(), nanoseconds.end());
        const auto at = [&](int percent) { return qulonglong(nanoseconds[(writes - 1) * percent / 100] / 1000); };
        qInfo("%d durable answers: p50 %llu us, p95 %llu us, p99 %llu us, max %llu us", writes, at(50), at(95), at(99),
            at(100));
        QCOMPARE(askRaw(path(), "SELECT count(*) FROM trail"), QString::number(writes));
        succeed(verifyTrail(valueOf(TrailStore(*m_file).load(audit().id.text()))));
    }

    void aFullDiskIsToldAndTheFileStaysWhole()
    {
        const QTemporaryDir folder;
        const SmallDisk disk(folder.path());
        if (!disk.isMounted())
            QSKIP("NOT TESTED: a full disk. Mounting a small tmpfs needs root; run this test as root to have it "
                  "checked.");
        const QString small = folder.filePath(QStringLiteral("w.centrequal"));
        int acknowledged = 0;
        {
            const auto file = valueOf(WorkspaceFile::create(small, opening()));
            fillBasics(*file);
            Result<void> stored;
            while (acknowledged < 1000) {
                Response big = answer(acknowledged);
                big.note = QString(8000, u'n');
                stored = store(*file, big);
                if (!stored)
                    break;
                ++acknowledged;
            }
            QVERIFY(!stored);
            QCOMPARE(stored.error().code, ErrorCode::DiskFull);
            QVERIFY(acknowledged > 0);
            QCOMPARE(valueOf(AuditStore(*file).responses(audit().id)).size(), acknowledged);
            QCOMPARE(valueOf(file->check()), QStringList());
            QCOMPARE(file->backUpTo(folder.filePath(QStringLiteral("copy"))).error().code, ErrorCode::DiskFull);
        }
        // Even a full disk lets everything be read again.
        const auto again = valueOf(WorkspaceFile::open(small, WorkspaceFile::Mode::ReadWrite, opening()));
        QCOMPARE(again->faults(), QStringList());
        QCOMPARE(valueOf(AuditStore(*again).responses(audit().id)).size(), acknowledged);
        QCOMPARE(valueOf(again->check()), QStringList());
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("copy"))));
    }

    void aNewWorkspaceOnAFullDiskLeavesNothingBehind()
    {
        const QTemporaryDir folder;
        const SmallDisk disk(folder.path());
        if (!disk.isMounted())
            QSKIP("NOT TESTED: a full disk. Mounting a small tmpfs needs root; run this test as root to have it "
                  "checked.");
        QFile ballast(folder.filePath(QStringLiteral("ballast")));
        QVERIFY(ballast.open(QIODevice::WriteOnly));
        while (ballast.write(QByteArray(4096, 'b')) == 4096 && ballast.flush()) { }
        ballast.close();
        const auto created = WorkspaceFile::create(folder.filePath(QStringLiteral("w.centrequal")), opening());
        QVERIFY(!created);
        QCOMPARE(created.error().code, ErrorCode::DiskFull);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("ballast")});
    }
};

QTEST_GUILESS_MAIN(TestTransaction)
#include "tst_transaction.moc"
