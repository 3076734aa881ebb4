// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: qualification statements, what is refused and what is told. That a statement fits its
// report is shown in tests/core/session.
#include "tests/app/cli/cliprogram.h"
#include "tests/support/decidedaudit.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

QString name(const char *key)
{
    return QString::fromLatin1(key);
}

QStringList faultsOf(const Ran &verified)
{
    QStringList faults;
    for (const QJsonValue &fault : verified.json()[name("faults")].toArray())
        faults.append(fault[name("fault")].toString());
    return faults;
}

} // namespace

class TestCliStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anUndecidedAuditGivesNoStatement();
    void whatBreaksARuleIsRefused_data();
    void whatBreaksARuleIsRefused();
    void theReportIsPrintedAgain();
    void whatDoesNotFitIsToldInSentences();
    void theVerdictForPeopleSaysTheSame();
    void whatCannotBeReadIsRefused_data();
    void whatCannotBeReadIsRefused();
    void verifiedAsAReportItIsCalledAStatement();

private:
    QString path(const char *file) const { return m_folder.filePath(name(file)); }
    QString payload(const QString &digest) const
    {
        return QStringLiteral("CQ1|fictional:9999|Qualified|2026-01-02|2028-01-01|") + digest;
    }

    QTemporaryDir m_folder;
    QString m_workspace;
    QString m_audit;
    QString m_report;
    QString m_digest; ///< of the record in the report
};

void TestCliStatement::initTestCase()
{
    m_workspace = path("demo.centrequal");
    const Ran made = cli({"demo", m_workspace});
    QVERIFY2(made.exitCode == 0, made.told());
    m_audit = auditInState(m_workspace, name("consolidation"))[name("id")].toString();
    m_report = path("report.pdf");
    const Ran exported = cli({"report", "export", m_workspace, m_audit, m_report});
    QVERIFY2(exported.exitCode == 0, exported.told());
    const Ran record = cli({"audit", "record", m_workspace, m_audit});
    m_digest = QString::fromLatin1(QCryptographicHash::hash(record.out, QCryptographicHash::Sha256).toHex());
}

void TestCliStatement::anUndecidedAuditGivesNoStatement()
{
    const QString out = path("statement.pdf");
    const Ran refused = cli({"statement", "export", m_workspace, m_audit, out, "--valid-until", "2028-01-01"});
    QVERIFY2(refused.exitCode == 2, refused.told());
    QVERIFY2(refused.complainsAbout(name("not decided")), refused.told());
    QVERIFY2(refused.complainsAbout(name("consolidation")), refused.told());
    QVERIFY(!QFile::exists(out));
}

void TestCliStatement::whatBreaksARuleIsRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("named");
    const QString until = name("--valid-until"), day = name("2028-01-01");
    QTest::newRow("no last day") << QStringList {} << until;
    QTest::newRow("no such day") << QStringList {until, name("2028-02-30")} << name("2028-02-30");
    QTest::newRow("a day in another form") << QStringList {until, name("1.1.2028")} << name("1.1.2028");
    QTest::newRow("a place without a key") << QStringList {until, day, name("--field"), name("auditor")} << name("--sign");
    QTest::newRow("a timestamp without a key")
        << QStringList {until, day, name("--timestamp"), name("http://127.0.0.1:1/")} << name("--sign");
}

void TestCliStatement::whatBreaksARuleIsRefused()
{
    QFETCH(QStringList, options);
    QFETCH(QString, named);
    const QString out = path("refused.pdf");
    const Ran refused = cli(Words {"statement", "export", m_workspace, m_audit, out} + Words(options.begin(), options.end()));
    QVERIFY2(refused.exitCode == 2, refused.told());
    QVERIFY2(refused.complainsAbout(named), refused.told());
    QVERIFY(!QFile::exists(out));
}

// A full report, with evidence, samples, a visit and the centre's earlier audits.
void TestCliStatement::theReportIsPrintedAgain()
{
    const Ran verified = cli({"report", "verify", m_report, "--json"});
    QVERIFY2(verified.exitCode == 1, verified.told()); // unsigned
    const QJsonObject printed = verified.json()[name("printed")].toObject();
    QVERIFY2(printed[name("result")].toString() == name("identical"), verified.told());
    QVERIFY(printed[name("differing")].toArray().isEmpty());
    QVERIFY(printed[name("sentence")].toString().contains(name("last byte")));
    QVERIFY(verified.json()[name("statement")].isNull());
}

void TestCliStatement::whatDoesNotFitIsToldInSentences()
{
    const Ran verified = cli({"statement", "verify", "--payload", payload(m_digest), m_report, "--json"});
    QVERIFY2(verified.exitCode == 1, verified.told());
    QVERIFY2(verified.isOneObject(), verified.told());
    const QJsonObject answer = verified.json();
    QCOMPARE(answer[name("holds")], QJsonValue(false));
    QVERIFY(answer[name("document")].isNull());
    QCOMPARE(answer[name("statement")][name("centre")].toString(), name("9999"));
    QCOMPARE(answer[name("statement")][name("validUntil")].toString(), name("2028-01-01"));
    const QStringList faults = faultsOf(verified);
    for (const char *fault : {"report-unsigned", "not-decided"})
        QVERIFY2(faults.contains(name(fault)), verified.told());
    QVERIFY2(!faults.contains(name("other-record")), verified.told());
    QVERIFY2(!faults.contains(name("other-centre")), verified.told());
    for (const QJsonValue &fault : answer[name("faults")].toArray())
        QVERIFY2(fault[name("sentence")].toString().endsWith(u'.'), verified.told());
    const Ran other = cli({"statement", "verify", "--payload", payload(QString(64, u'0')), m_report, "--json"});
    QVERIFY2(faultsOf(other).contains(name("other-record")), other.told());
}

void TestCliStatement::theVerdictForPeopleSaysTheSame()
{
    const Ran verified = cli({"statement", "verify", "--payload", payload(m_digest), m_report});
    QVERIFY2(verified.exitCode == 1, verified.told());
    for (const char *said : {"9999 (fictional)", "2026-01-02 to 2028-01-01", "Nobody signed the report.", "do not rely on it"})
        QVERIFY2(verified.out.contains(said), verified.told());
}

void TestCliStatement::whatCannotBeReadIsRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named");
    const QString payload = name("--payload");
    QTest::newRow("no statement") << QStringList {} << name("STATEMENT.pdf");
    QTest::newRow("no report") << QStringList {payload, name("CQ1|")} << name("REPORT.pdf");
    QTest::newRow("a payload of a newer version") << QStringList {payload, name("CQ2|x"), m_report} << name("CQ2");
    QTest::newRow("no payload at all") << QStringList {payload, name("hello"), m_report} << name("CQ1");
    QTest::newRow("a report in its place") << QStringList {m_report, m_report} << name("no qualification statement");
    QTest::newRow("no such file") << QStringList {path("none.pdf"), m_report} << name("none.pdf");
}

void TestCliStatement::whatCannotBeReadIsRefused()
{
    QFETCH(QStringList, words);
    QFETCH(QString, named);
    const Ran refused = cli(Words {"statement", "verify"} + Words(words.begin(), words.end()));
    QVERIFY2(refused.exitCode == 2, refused.told());
    QVERIFY2(refused.complainsAbout(named), refused.told());
}

// Only the sentences differ: a script finds the same names.
void TestCliStatement::verifiedAsAReportItIsCalledAStatement()
{
    SessionRoom room;
    decide(room);
    const QString audit = room.auditId.text();
    room.session.reset();
    room.workspace.reset();
    const QString unsignedOne = path("unsigned.pdf"), signedOne = path("signed.pdf");
    const Ran made = cli({"statement", "export", room.path(), audit, unsignedOne, "--valid-until", "2028-01-01"});
    QVERIFY2(made.exitCode == 0, made.told());
    const Environment withPassphrase {{name("CENTREQUAL_PASSPHRASE"), name("correct horse battery")}};
    const Ran identity = cli({"identity", "create", path("me.p12"), "--name", "Helene Osei (fictional)"}, withPassphrase);
    QVERIFY2(identity.exitCode == 0, identity.told());
    const Ran signing = cli({"report", "sign", unsignedOne, signedOne, "--field", "auditor", "--sign", path("me.p12"),
                                "--meaning", "approved"},
        withPassphrase);
    QVERIFY2(signing.exitCode == 0, signing.told());
    QVERIFY2(signing.out.contains("qualification statement, signed"), signing.told());
    const Ran report = cli({"report", "verify", m_report, "--json"});
    for (const QString &file : {unsignedOne, signedOne}) {
        const Ran verified = cli({"report", "verify", file, "--json"});
        QVERIFY2(verified.exitCode == 1, verified.told()); // not a report
        QCOMPARE(verified.json().keys(), report.json().keys());
        const QJsonObject sentences = verified.json()[name("sentences")].toObject();
        QCOMPARE(sentences.keys(), report.json()[name("sentences")].toObject().keys());
        QVERIFY2(sentences[name("verdict")].toString().contains(name("qualification statement")), verified.told());
        for (const QJsonValue &sentence : sentences)
            QVERIFY2(!sentence.toString().contains(name("the report is")) && !sentence.toString().contains(name("signed the report"))
                    && !sentence.toString().contains(name("could be read")),
                verified.told());
        QVERIFY2(verified.json()[name("printed")][name("sentence")].toString().contains(name("code")), verified.told());
    }
}

QTEST_GUILESS_MAIN(TestCliStatement)
#include "tst_clistatement.moc"
