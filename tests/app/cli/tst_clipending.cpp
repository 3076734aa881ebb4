// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: reports signed offline, the list of them, and their timestamps later.
#include "tests/app/cli/cliprogram.h"
#include "tests/support/timestampservice.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <sys/file.h>

using namespace cq::testing;

namespace {

const Environment withPassphrase {
    {QStringLiteral("CENTREQUAL_PASSPHRASE"), QStringLiteral("correct horse battery")}};

QString name(const char *key)
{
    return QString::fromLatin1(key);
}

} // namespace

class TestCliPending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aReportWithoutItsTimestampWaits();
    void whatWasSignedIsInTheTrail();
    void aReportSignedOnIsNotedWhereItIsTold();
    void allThatWaitAreStampedAtOnce();
    void whatIsGoneOrChangedIsToldAndTheOthersAreStamped();
    void aServiceThatFailsLeavesTheListAsItIs();
    void aWorkspaceInUseDoesNotKeepAReportFromBeingSigned();
    void whatIsNotNotedIsNotFine();
    void aDamagedWorkspaceHasNoList();
    void wrongUseIsTold_data();
    void wrongUseIsTold();

private:
    QString path(const char *file) const { return m_folder->filePath(name(file)); }
    Ran exported(const char *report, const QString &service) const
    {
        return cli({"report", "export", m_workspace, m_audit, path(report), "--sign", m_identity, "--timestamp", service},
            withPassphrase);
    }
    QList<QJsonObject> pending() const
    {
        const Ran ran = cli({"report", "pending", m_workspace, "--json"});
        QList<QJsonObject> found;
        const QJsonArray lines = ran.json().value(name("reports")).toArray();
        for (const QJsonValue &line : lines)
            found.append(line.toObject());
        return found;
    }
    QStringList trailOfReports() const
    {
        const Ran ran = cli({"audit", "record", m_workspace, m_audit});
        QStringList actions;
        const QJsonArray trail = QJsonDocument::fromJson(ran.out).object().value(name("trail")).toArray();
        for (const QJsonValue &entry : trail)
            if (const QString action = entry.toObject().value(name("action")).toString(); action.startsWith(name("report.")))
                actions.append(action);
        return actions;
    }
    const QString m_down = QStringLiteral("http://127.0.0.1:1/");

    QTemporaryDir m_made;
    QTemporaryDir m_authority;
    std::unique_ptr<QTemporaryDir> m_folder; ///< for each test anew
    std::unique_ptr<TimestampService> m_service;
    QString m_identity;
    QString m_workspace;
    QString m_audit;
};

void TestCliPending::initTestCase()
{
    m_service = std::make_unique<TimestampService>(m_authority.path());
    QVERIFY2(m_service->isRunning(), "python3 and openssl are needed");
    const QString demo = m_made.filePath(name("demo.centrequal"));
    const Ran made = cli({"demo", demo});
    QVERIFY2(made.exitCode == 0, made.told());
    m_audit = auditInState(demo, name("consolidation"))[name("id")].toString();
    m_identity = m_made.filePath(name("me.p12"));
    const Ran created = cli({"identity", "create", m_identity, "--name", "Helene Osei (fictional)"}, withPassphrase);
    QVERIFY2(created.exitCode == 0, created.told());
}

void TestCliPending::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = path("demo.centrequal");
    QVERIFY(QFile::copy(m_made.filePath(name("demo.centrequal")), m_workspace));
}

void TestCliPending::aReportWithoutItsTimestampWaits()
{
    QVERIFY(pending().isEmpty());
    const Ran ran = exported("offline.pdf", m_down);
    QVERIFY2(ran.exitCode == 1, ran.told());
    const QList<QJsonObject> waiting = pending();
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting[0][name("file")].toString(), path("offline.pdf"));
    QCOMPARE(waiting[0][name("audit")].toString(), m_audit);
    QCOMPARE(waiting[0][name("level")].toString(), name("B-B"));
    QCOMPARE(waiting[0][name("state")].toString(), name("there"));
    QCOMPARE(waiting[0][name("signers")].toArray(), QJsonArray {name("Helene Osei (fictional)")});
    QCOMPARE(waiting[0][name("sha256")].toString().size(), 64);
    const Ran told = cli({"report", "pending", m_workspace});
    QVERIFY2(told.exitCode == 0 && told.out.contains("offline.pdf\tthere\tB-B\tHelene Osei (fictional)\t"), told.told());
}

void TestCliPending::whatWasSignedIsInTheTrail()
{
    QVERIFY(trailOfReports().isEmpty());
    QCOMPARE(exported("timestamped.pdf", m_service->url()).exitCode, 0);
    QCOMPARE(trailOfReports(), QStringList {name("report.issued")});
    QVERIFY(pending().isEmpty());
    const Ran draft = cli({"report", "export", m_workspace, m_audit, path("draft.pdf")});
    QVERIFY2(draft.exitCode == 0, draft.told());
    QCOMPARE(trailOfReports().size(), 1); // nobody signed that one
}

void TestCliPending::aReportSignedOnIsNotedWhereItIsTold()
{
    const Ran first = cli({"report", "export", m_workspace, m_audit, path("one.pdf"), "--sign", m_identity}, withPassphrase);
    QVERIFY2(first.exitCode == 0, first.told());
    const Words second {"report", "sign", path("one.pdf"), path("two.pdf"), "--field", "centre", "--sign", m_identity,
        "--meaning", "acknowledged", "--timestamp", m_down, "--workspace", m_workspace};
    const Ran ran = cli(second, withPassphrase);
    QVERIFY2(ran.exitCode == 1, ran.told());
    QCOMPARE(pending().size(), 1);
    QCOMPARE(pending()[0][name("signers")].toArray().size(), 2);
}

void TestCliPending::allThatWaitAreStampedAtOnce()
{
    for (const char *report : {"one.pdf", "two.pdf"})
        QCOMPARE(exported(report, m_down).exitCode, 1);
    const QByteArray before = fileBytes(path("one.pdf"));
    const Ran ran = cli({"report", "timestamp", "--all-pending", m_workspace, "--service", m_service->url()});
    QVERIFY2(ran.exitCode == 0, ran.told());
    QVERIFY(pending().isEmpty());
    QVERIFY(fileBytes(path("one.pdf")).startsWith(before));
    for (const char *report : {"one.pdf", "two.pdf"}) {
        const Ran verified = cli({"report", "verify", path(report), "--json"});
        QVERIFY2(verified.exitCode == 0, verified.told());
        const QJsonObject first = verified.json().value(name("signatures")).toArray().first().toObject();
        QCOMPARE(first[name("level")].toString(), name("B-T"));
    }
    QCOMPARE(trailOfReports().count(name("report.timestamped")), 2);
}

void TestCliPending::whatIsGoneOrChangedIsToldAndTheOthersAreStamped()
{
    for (const char *report : {"gone.pdf", "changed.pdf", "there.pdf"})
        QCOMPARE(exported(report, m_down).exitCode, 1);
    QVERIFY(QFile::remove(path("gone.pdf")));
    QVERIFY(writeBytes(path("changed.pdf"), "mine"));
    QStringList states;
    for (const QJsonObject &line : pending())
        states.append(line[name("state")].toString());
    states.sort();
    QCOMPARE(states, (QStringList {name("changed"), name("gone"), name("there")}));
    const Ran ran = cli({"report", "timestamp", "--all-pending", m_workspace, "--service", m_service->url()});
    QVERIFY2(ran.exitCode == 1, ran.told());
    QVERIFY2(ran.complainsAbout(path("gone.pdf")) && ran.complainsAbout(path("changed.pdf")), ran.told());
    QVERIFY2(ran.out.contains("there.pdf: timestamp added, B-T"), ran.told());
    QCOMPARE(fileBytes(path("changed.pdf")), QByteArray("mine"));
    QCOMPARE(pending().size(), 2);
}

void TestCliPending::aServiceThatFailsLeavesTheListAsItIs()
{
    QCOMPARE(exported("offline.pdf", m_down).exitCode, 1);
    const QByteArray before = fileBytes(path("offline.pdf"));
    for (const QString &service : {m_down, m_service->url("/nonce"), m_service->url("/500")}) {
        const Ran ran = cli({"report", "timestamp", "--all-pending", m_workspace, "--service", service});
        QVERIFY2(ran.exitCode == 1, ran.told());
        QVERIFY2(ran.complainsAbout(path("offline.pdf")), ran.told());
    }
    QCOMPARE(fileBytes(path("offline.pdf")), before);
    QCOMPARE(pending().size(), 1);
}

void TestCliPending::aWorkspaceInUseDoesNotKeepAReportFromBeingSigned()
{
    QFile lock(m_workspace + name(".lock"));
    QVERIFY(lock.open(QIODevice::ReadWrite));
    QCOMPARE(flock(lock.handle(), LOCK_EX | LOCK_NB), 0); // as the window holds it
    const Ran ran = exported("offline.pdf", m_service->url());
    QVERIFY2(ran.exitCode == 0, ran.told());
    QVERIFY2(ran.complainsAbout(name("not noted in the workspace")), ran.told());
    QCOMPARE(cli({"report", "verify", path("offline.pdf")}).exitCode, 0);
    QVERIFY(trailOfReports().isEmpty());
}

// A report that the workspace lists and whose audit it does not have.
void TestCliPending::whatIsNotNotedIsNotFine()
{
    const QString other = path("other.centrequal");
    QCOMPARE(cli({"demo", other, "--seed", "9"}).exitCode, 0);
    const QString audit = auditInState(other, name("consolidation"))[name("id")].toString();
    QVERIFY(audit != m_audit);
    const Ran foreign = cli(
        {"report", "export", other, audit, path("foreign.pdf"), "--sign", m_identity, "--timestamp", m_down}, withPassphrase);
    QVERIFY2(foreign.exitCode == 1, foreign.told());
    const Ran signing = cli({"report", "sign", path("foreign.pdf"), path("two.pdf"), "--field", "centre", "--sign", m_identity,
                                "--meaning", "acknowledged", "--workspace", m_workspace},
        withPassphrase);
    QVERIFY2(signing.exitCode == 1, signing.told());
    QVERIFY2(signing.complainsAbout(name("not noted in the workspace")), signing.told());
    QVERIFY(QFile::exists(path("two.pdf")));

    QCOMPARE(exported("offline.pdf", m_down).exitCode, 1);
    const Ran exchanged = tool("python3",
        {"-c",
            "import hashlib, sqlite3, sys\n"
            "digest = hashlib.sha256(open(sys.argv[2], 'rb').read()).hexdigest()\n"
            "with sqlite3.connect(sys.argv[1]) as file:\n"
            "    file.execute('UPDATE issued_report SET path = ?, file_digest = ?', (sys.argv[2], digest))\n",
            m_workspace, path("foreign.pdf")});
    QVERIFY2(exchanged.exitCode == 0, exchanged.told());
    const Ran stamped = cli({"report", "timestamp", "--all-pending", m_workspace, "--service", m_service->url()});
    QVERIFY2(stamped.exitCode == 1, stamped.told());
    QVERIFY2(stamped.out.contains("timestamp added") && stamped.complainsAbout(name("not noted in the workspace")),
        stamped.told());
}

void TestCliPending::aDamagedWorkspaceHasNoList()
{
    QVERIFY(writeBytes(path("broken.centrequal"), "no database"));
    const Ran ran = cli({"report", "pending", path("broken.centrequal"), "--json"});
    QVERIFY2(ran.exitCode == 2 && ran.out.isEmpty(), ran.told());
    QVERIFY2(ran.complainsAbout(path("broken.centrequal")), ran.told());
}

void TestCliPending::wrongUseIsTold_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named");
    const QStringList stamp {name("report"), name("timestamp")};
    QTest::newRow("pending without a workspace") << QStringList {name("report"), name("pending")} << name("WORKSPACE");
    QTest::newRow("no such workspace") << QStringList {name("report"), name("pending"), name("nowhere.centrequal")}
                                       << name("nowhere.centrequal");
    QTest::newRow("all pending without a service") << stamp + QStringList {name("--all-pending"), name("w")}
                                                   << name("--service");
    QTest::newRow("all pending and a file")
        << stamp + QStringList {name("a.pdf"), name("--all-pending"), name("w"), name("--service"), m_down} << name("a.pdf");
}

void TestCliPending::wrongUseIsTold()
{
    QFETCH(QStringList, words);
    QFETCH(QString, named);
    const Ran ran = cli(Words(words.begin(), words.end()));
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY2(ran.complainsAbout(named), ran.told());
}

QTEST_GUILESS_MAIN(TestCliPending)
#include "tst_clipending.moc"
