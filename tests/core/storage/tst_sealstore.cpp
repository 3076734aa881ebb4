// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sealstore.h"

#include "core/storage/database.h"
#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestSealStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }

    static Seal second()
    {
        Seal next = seal();
        next.number = 2;
        next.state = AuditState::InReview;
        next.reason = QStringLiteral("looked at again – Ω");
        next.role = Role::Reviewer;
        next.previous = seal().digest;
        return next;
    }

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
        QFile::remove(path());
    }

    void sealsComeBackAsTheyWere()
    {
        inTransaction(*m_file, [&] { succeed(SealStore(*m_file).put(audit().id, second(), sealedBytes())); });
        const SealStore store(*m_file);
        QCOMPARE(valueOf(store.load(audit().id)), (QList<Seal> {seal(), second()}));
        QCOMPARE(valueOf(store.record(audit().id, 2)), sealedBytes());
        QCOMPARE(store.record(audit().id, 3).error().code, ErrorCode::NotFound);
        QVERIFY(valueOf(store.load(AuditId(QStringLiteral("other")))).isEmpty());
    }

    void aSealThatDoesNotFollowTheLastIsRefused_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QByteArray>("previous");
        QTest::newRow("a number twice") << 1 << trailStart();
        QTest::newRow("a gap") << 3 << seal().digest;
        QTest::newRow("another predecessor") << 2 << trailStart();
    }

    void aSealThatDoesNotFollowTheLastIsRefused()
    {
        QFETCH(const int, number);
        QFETCH(const QByteArray, previous);
        Seal wrong = second();
        wrong.number = number;
        wrong.previous = previous;
        {
            const Transaction transaction = valueOf(m_file->begin());
            const auto put = SealStore(*m_file).put(audit().id, wrong, sealedBytes());
            QVERIFY(!put);
            QCOMPARE(put.error().code, ErrorCode::Refused);
        }
        QCOMPARE(valueOf(SealStore(*m_file).load(audit().id)), QList<Seal> {seal()});
    }

    void aRecordWithAnotherDigestIsRefused()
    {
        const Transaction transaction = valueOf(m_file->begin());
        const auto put = SealStore(*m_file).put(audit().id, second(), sealedBytes() + ' ');
        QCOMPARE(put.error().code, ErrorCode::InvalidInput);
    }

    void theDatabaseRefusesToChangeASeal_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("update") << QStringLiteral("UPDATE seal SET reason = 'x'");
        QTest::newRow("delete") << QStringLiteral("DELETE FROM seal");
        QTest::newRow("replace by id") << QStringLiteral(
            "INSERT OR REPLACE INTO seal SELECT id, audit_id, 2, state, reason, person, role, sealed_utc, sealed_offset, "
            "x'00', digest, NULL, trail_head, digest FROM seal");
        QTest::newRow("replace by number") << QStringLiteral(
            "INSERT OR REPLACE INTO seal SELECT NULL, audit_id, 1, state, reason, person, role, sealed_utc, "
            "sealed_offset, x'00', digest, NULL, trail_head, previous_digest FROM seal");
    }

    void theDatabaseRefusesToChangeASeal()
    {
        QFETCH(const QString, sql);
        {
            const Transaction transaction = valueOf(m_file->begin());
            const auto changed = m_file->database().write("tampering", [&]() -> Result<void> {
                m_file->database().execute(sql);
                return {};
            });
            QVERIFY(!changed);
            QCOMPARE(changed.error().code, ErrorCode::Refused);
        }
        QCOMPARE(valueOf(SealStore(*m_file).record(audit().id, 1)), sealedBytes());
    }

    void aRecordThatWasAlteredIsNotGiven_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("one byte") << QStringLiteral("CAST(substr(record, 1, 200) || 'x' || substr(record, 202) AS BLOB)");
        QTest::newRow("cut off") << QStringLiteral("substr(record, 1, 500)");
        QTest::newRow("empty") << QStringLiteral("x''");
    }

    void aRecordThatWasAlteredIsNotGiven()
    {
        QFETCH(const QString, change);
        m_file.reset();
        const QString sql = QStringLiteral("DROP TRIGGER seal_never_changes; UPDATE seal SET record = %1").arg(change);
        runRaw(path(), sql.toUtf8().constData());
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadOnly, opening()));
        QCOMPARE(SealStore(*m_file).record(audit().id, 1).error().code, ErrorCode::Corrupt);
        QVERIFY(!valueOf(m_file->check()).filter(QStringLiteral("seal 1 of audit audit-1")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSealStore)
#include "tst_sealstore.moc"
