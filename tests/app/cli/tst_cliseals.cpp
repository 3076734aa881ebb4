// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: sealed states of an audit, their records, and what is taken out of them.
#include "core/base/sha256.h"
#include "tests/app/cli/cliprogram.h"
#include "tests/support/sessionroom.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestCliSeals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSealsAreListed();
    void anAuditThatWasNeverSubmittedHasNone();
    void theSealedRecordIsWrittenToTheByte();
    void whatCannotBeWrittenIsTold_data();
    void whatCannotBeWrittenIsTold();
    void aSealThatWasTamperedWithDoesNotHold();
    void aTextIsTakenOut();
    void aTextThatCannotBeTakenOutIsTold_data();
    void aTextThatCannotBeTakenOutIsTold();

private:
    SessionRoom m_room;
    QString m_audit;
};

void TestCliSeals::initTestCase()
{
    m_audit = m_room.auditId.text();
    QVERIFY(m_room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(m_room.session->moveTo(AuditState::Submitted, {}));
    QVERIFY(m_room.session->moveTo(AuditState::OnSite, QStringLiteral("Erika Musterfrau (fictional) was forgotten.")));
    QVERIFY(m_room.session->moveTo(AuditState::Submitted, {}));
    Audit second = m_room.session->audit();
    second.title = QStringLiteral("Never submitted");
    QVERIFY(m_room.workspace->startAudit(second));
    m_room.session.reset();
    m_room.workspace.reset();
}

void TestCliSeals::theSealsAreListed()
{
    const Ran asJson = cli({"audit", "seals", m_room.path(), m_audit, "--json"});
    QVERIFY2(asJson.exitCode == 0, asJson.told());
    QVERIFY2(asJson.isOneObject(), asJson.told());
    QCOMPARE(asJson.json().value(QStringLiteral("hold")), QJsonValue(true));
    const QJsonArray seals = asJson.json().value(QStringLiteral("seals")).toArray();
    QCOMPARE(seals.size(), 2);
    QCOMPARE(seals[1][QStringLiteral("previous")], seals[0][QStringLiteral("digest")]);
    QCOMPARE(seals[0][QStringLiteral("state")].toString(), QStringLiteral("submitted"));
    QCOMPARE(seals[0][QStringLiteral("entriesSince")].toInt(), 3); // back, submitted, sealed
    QCOMPARE(seals[1][QStringLiteral("entriesSince")].toInt(), 0);
    const Ran asText = cli({"audit", "seals", m_room.path(), m_audit});
    QVERIFY2(asText.exitCode == 0, asText.told());
    QCOMPARE(asText.out.count('\n'), 2);
    QVERIFY(asText.out.startsWith("1\tsubmitted\t"));
    QVERIFY(asText.out.contains(seals[1][QStringLiteral("digest")].toString().toUtf8()));
}

void TestCliSeals::anAuditThatWasNeverSubmittedHasNone()
{
    const QString other = auditInState(m_room.path(), QStringLiteral("draft"))[QStringLiteral("id")].toString();
    const Ran ran = cli({"audit", "seals", m_room.path(), other, "--json"});
    QVERIFY2(ran.exitCode == 0, ran.told());
    QVERIFY(ran.json().value(QStringLiteral("seals")).toArray().isEmpty());
}

void TestCliSeals::theSealedRecordIsWrittenToTheByte()
{
    const QJsonArray seals
        = cli({"audit", "seals", m_room.path(), m_audit, "--json"}).json().value(QStringLiteral("seals")).toArray();
    for (int number : {1, 2}) {
        const QString out = m_room.file(number == 1 ? "first.json" : "second.json");
        const Ran ran = cli({"audit", "sealed-record", m_room.path(), m_audit, QString::number(number), out});
        QVERIFY2(ran.exitCode == 0, ran.told());
        QCOMPARE(QString::fromLatin1(sha256Hex(fileBytes(out))), seals[number - 1][QStringLiteral("digest")].toString());
    }
}

void TestCliSeals::whatCannotBeWrittenIsTold_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("out");
    QTest::addColumn<QString>("named");
    const QString free = m_room.file("free.json");
    QTest::newRow("no such seal") << QStringLiteral("3") << free << QStringLiteral("seal 3");
    QTest::newRow("no number") << QStringLiteral("last") << free << QStringLiteral("last");
    QTest::newRow("nought") << QStringLiteral("0") << free << QStringLiteral("0");
    QTest::newRow("a file that is there") << QStringLiteral("1") << m_room.path() << QStringLiteral("exists already");
    QTest::newRow("no folder") << QStringLiteral("1") << m_room.file("no/such/x.json") << QStringLiteral("no/such");
}

void TestCliSeals::whatCannotBeWrittenIsTold()
{
    QFETCH(const QString, number);
    QFETCH(const QString, out);
    QFETCH(const QString, named);
    const Ran ran = cli({"audit", "sealed-record", m_room.path(), m_audit, number, out});
    QCOMPARE(ran.exitCode, 2);
    QVERIFY2(ran.complainsAbout(named), ran.told());
    QVERIFY(!QFile::exists(m_room.file("free.json")));
}

void TestCliSeals::aSealThatWasTamperedWithDoesNotHold()
{
    QByteArray bytes = fileBytes(m_room.path());
    // The sealed records tell the state the audit was in; nothing else in the file has this very text.
    const QByteArray sealed = "\"state\":\"submitted\"";
    QVERIFY(bytes.contains(sealed));
    bytes.replace(sealed, "\"state\":\"on-site!!\"");
    const QString copy = m_room.file("tampered.centrequal");
    QVERIFY(writeBytes(copy, bytes));
    const Ran ran = cli({"audit", "seals", copy, m_audit, "--json"});
    QVERIFY2(ran.exitCode == 1, ran.told());
    QCOMPARE(ran.json().value(QStringLiteral("hold")), QJsonValue(false));
    QVERIFY(!ran.json().value(QStringLiteral("problem")).toString().isEmpty());
    const Ran check = cli({"workspace", "check", copy});
    QCOMPARE(check.exitCode, 1);
    const Ran record = cli({"audit", "sealed-record", copy, m_audit, "1", m_room.file("tampered.json")});
    QCOMPARE(record.exitCode, 2);
    QVERIFY(!QFile::exists(m_room.file("tampered.json")));
}

void TestCliSeals::aTextIsTakenOut()
{
    const QString copy = m_room.file("redacted.centrequal");
    QVERIFY(QFile::copy(m_room.path(), copy));
    QVERIFY(fileBytes(copy).contains("Musterfrau"));
    const Ran ran = cli({"audit", "redact", copy, m_audit, "--reason", "Not to be said."}, {}, "erika MUSTERFRAU\n");
    QVERIFY2(ran.exitCode == 0, ran.told());
    QVERIFY2(ran.out.contains("1 entries of the trail, 1 sealed records"), ran.told());
    QVERIFY(!fileBytes(copy).toLower().contains("musterfrau"));
    const Ran check = cli({"workspace", "check", copy});
    QVERIFY2(check.exitCode == 0, check.told());
    const Ran seals = cli({"audit", "seals", copy, m_audit, "--json"});
    QVERIFY2(seals.exitCode == 0, seals.told());
    const QJsonArray lines = seals.json().value(QStringLiteral("seals")).toArray();
    QCOMPARE(lines[0][QStringLiteral("redactedDigest")].toString(), QString());
    QCOMPARE(lines[1][QStringLiteral("redactedDigest")].toString().size(), 64);
    const QString out = m_room.file("redacted.json");
    QCOMPARE(cli({"audit", "sealed-record", copy, m_audit, "2", out}).exitCode, 0);
    QCOMPARE(QString::fromLatin1(sha256Hex(fileBytes(out))), lines[1][QStringLiteral("redactedDigest")].toString());
}

void TestCliSeals::aTextThatCannotBeTakenOutIsTold_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("named");
    const QString lead = QStringLiteral("lead-auditor");
    QTest::newRow("nothing typed") << QByteArray() << lead << QStringLiteral("standard input");
    QTest::newRow("said nowhere") << QByteArray("no such text") << lead << QStringLiteral("nothing in this audit");
    QTest::newRow("another role") << QByteArray("Erika Musterfrau") << QStringLiteral("quality-manager")
                                  << QStringLiteral("only lead auditors and reviewers");
}

void TestCliSeals::aTextThatCannotBeTakenOutIsTold()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const QString, role);
    QFETCH(const QString, named);
    const QString copy = m_room.file(QTest::currentDataTag());
    QVERIFY(QFile::copy(m_room.path(), copy));
    const Ran ran = cli({"audit", "redact", copy, m_audit, "--reason", "Not to be said."},
        {{QStringLiteral("CENTREQUAL_ROLE"), role}}, typed);
    QCOMPARE(ran.exitCode, 2);
    QVERIFY2(ran.complainsAbout(named), ran.told());
    QVERIFY(fileBytes(copy).contains("Musterfrau"));
}

QTEST_GUILESS_MAIN(TestCliSeals)
#include "tst_cliseals.moc"
