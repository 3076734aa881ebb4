// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/actionstore.h"

#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestActionStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    const AuditId m_audit = audit().id;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }
    void put(const CorrectiveAction &action)
    {
        inTransaction(*m_file, [&] { succeed(ActionStore(*m_file).put(action)); });
    }
    void reopen()
    {
        m_file.reset();
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadWrite, opening()));
    }

private Q_SLOTS:
    void initTestCase() { initResources(); }
    void init()
    {
        m_file = valueOf(WorkspaceFile::create(path(), opening()));
        fillBasics(*m_file);
        inTransaction(*m_file, [&] {
            for (int number : {1, 2})
                succeed(FindingStore(*m_file).put(m_audit, finding(number)));
        });
    }
    void cleanup()
    {
        m_file.reset();
        QFile::remove(path());
    }

    void actionsComeBackByNumberOfTheirFinding()
    {
        CorrectiveAction bare;
        bare.finding = finding(2).id;
        put(bare);
        put(action(1));
        reopen();
        QCOMPARE(valueOf(ActionStore(*m_file).load(m_audit)), (QList<CorrectiveAction>{action(1), bare}));
        QVERIFY(valueOf(ActionStore(*m_file).load(AuditId(QStringLiteral("x")))).isEmpty());
    }

    void anActionIsReplacedWithItsParts()
    {
        put(action(1));
        CorrectiveAction changed = action(1);
        changed.whys.removeLast();
        changed.proofs = {{Proof::Explanation, QStringLiteral("letter")}};
        changed.check = {};
        changed.dueOn = {};
        changed.steps.removeFirst();
        put(changed);
        QCOMPARE(valueOf(ActionStore(*m_file).load(m_audit)), QList<CorrectiveAction>{changed});
    }

    void storingTheFindingAgainKeepsItsAction()
    {
        put(action(1));
        Finding moved = finding(1);
        moved.state = FindingState::Closed;
        inTransaction(*m_file, [&] { succeed(FindingStore(*m_file).put(m_audit, moved)); });
        QCOMPARE(valueOf(ActionStore(*m_file).load(m_audit)), QList<CorrectiveAction>{action(1)});
    }

    void anActionGoesWithItsFinding()
    {
        put(action(1));
        inTransaction(*m_file, [&] { succeed(FindingStore(*m_file).remove(m_audit, finding(1).id)); });
        QVERIFY(valueOf(ActionStore(*m_file).load(m_audit)).isEmpty());
        QCOMPARE(valueOf(m_file->check()), QStringList());
    }

    void anActionOfNoFindingIsRefused()
    {
        CorrectiveAction stray = action(1);
        stray.finding = FindingId(QStringLiteral("finding-9"));
        const Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(ActionStore(*m_file).put(stray).error().code, ErrorCode::Refused);
    }

    void brokenRowsAreToldByTableAndRow_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("table");
        const auto row = [](const char *table, const char *sql) {
            QTest::newRow(table) << QString::fromLatin1(sql) << QString::fromLatin1(table);
        };
        row("corrective_action", "UPDATE corrective_action SET due_on = 'soon'");
        row("action_proof", "UPDATE action_proof SET proof = 'oath' WHERE proof = 'approval'");
        row("action_step", "UPDATE action_step SET state = 'answered'");
        row("effectiveness_check", "UPDATE effectiveness_check SET verdict = 'good'");
        row("action_why",
            "PRAGMA foreign_keys = OFF; UPDATE action_why SET finding_id = 'finding-2' WHERE position = 0");
    }

    void brokenRowsAreToldByTableAndRow()
    {
        QFETCH(QString, sql);
        put(action(1));
        m_file.reset();
        runRaw(path(), sql.toUtf8().constData());
        reopen();
        const auto read = ActionStore(*m_file).load(m_audit);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
        QFETCH(QString, table);
        QVERIFY2(read.error().text().contains(table), qPrintable(read.error().text()));
        QVERIFY(!valueOf(m_file->check()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestActionStore)
#include "tst_actionstore.moc"
