// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: verdicts in words that people understand, and names that cannot steer a terminal.
#include "tests/app/cli/cliprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cq::testing;

namespace {

const Environment withPassphrase {
    {QStringLiteral("CENTREQUAL_PASSPHRASE"), QStringLiteral("correct horse battery")}};

QString name(const char *key)
{
    return QString::fromLatin1(key);
}

QString sentence(const QJsonObject &of, const char *judgement)
{
    return of[name("sentences")].toObject()[name(judgement)].toString();
}

} // namespace

class TestCliVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachJudgementHasItsSentence_data();
    void eachJudgementHasItsSentence();
    void aBrokenSignatureSaysNothingOfItsSigner();
    void whatWouldSteerATerminalIsEscaped_data();
    void whatWouldSteerATerminalIsEscaped();

private:
    QString path(const char *file) const { return m_folder.filePath(name(file)); }

    QTemporaryDir m_folder;
};

void TestCliVerdict::initTestCase()
{
    const QString workspace = path("demo.centrequal");
    QCOMPARE(cli({"demo", workspace}).exitCode, 0);
    const QString audit = auditInState(workspace, name("consolidation"))[name("id")].toString();
    QCOMPARE(cli({"identity", "create", path("me.p12"), "--name", "Helene Osei (fictional)"}, withPassphrase).exitCode, 0);
    QCOMPARE(cli({"report", "export", workspace, audit, path("unsigned.pdf")}).exitCode, 0);
    const Ran exported
        = cli({"report", "export", workspace, audit, path("signed.pdf"), "--sign", path("me.p12")}, withPassphrase);
    QVERIFY2(exported.exitCode == 0, exported.told());
    QByteArray altered = fileBytes(path("signed.pdf"));
    altered[altered.size() / 4] = char(altered[altered.size() / 4] ^ 1);
    QVERIFY(writeBytes(path("altered.pdf"), altered));
    QVERIFY(writeBytes(path("longer.pdf"), fileBytes(path("signed.pdf")) + "% more\n"));
}

void TestCliVerdict::eachJudgementHasItsSentence_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("laterChanges");
    QTest::newRow("signed") << name("signed.pdf") << name("unchanged since it was signed") << name("Nothing of weight");
    QTest::newRow("unsigned") << name("unsigned.pdf") << name("Nobody signed") << name("Nobody signed");
    QTest::newRow("altered") << name("altered.pdf") << name("Do not rely") << name("Nothing of weight");
    QTest::newRow("longer") << name("longer.pdf") << name("Do not rely") << name("Something was added");
}

void TestCliVerdict::eachJudgementHasItsSentence()
{
    QFETCH(const QString, file);
    QFETCH(const QString, verdict);
    QFETCH(const QString, laterChanges);
    const Ran verified = cli({"report", "verify", m_folder.filePath(file), "--json"});
    QVERIFY2(verified.isOneObject(), verified.told());
    QVERIFY2(sentence(verified.json(), "verdict").contains(verdict), verified.told());
    QVERIFY2(sentence(verified.json(), "laterChanges").contains(laterChanges), verified.told());
    for (const char *judgement : {"rescored", "trail"})
        QVERIFY2(sentence(verified.json(), judgement).endsWith(u'.'), verified.told());
    const QJsonArray signatures = verified.json()[name("signatures")].toArray();
    for (const QJsonValue &signature : signatures)
        for (const char *judgement : {"integrity", "trust", "coverage", "time"})
            QVERIFY2(sentence(signature.toObject(), judgement).endsWith(u'.'), verified.told());
}

void TestCliVerdict::aBrokenSignatureSaysNothingOfItsSigner()
{
    const Ran intact = cli({"report", "verify", path("signed.pdf"), "--json"});
    const Ran altered = cli({"report", "verify", path("altered.pdf"), "--json"});
    const QJsonObject good = intact.json()[name("signatures")].toArray().first().toObject();
    const QJsonObject bad = altered.json()[name("signatures")].toArray().first().toObject();
    QVERIFY2(sentence(good, "trust").contains(name("its own holder")), intact.told());
    QVERIFY2(sentence(bad, "trust").contains(name("says nothing")), altered.told());
}

void TestCliVerdict::whatWouldSteerATerminalIsEscaped_data()
{
    QTest::addColumn<QString>("steering");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("colour") << QStringLiteral("\x1b[31m") << QByteArray("\\u001b[31m");
    QTest::newRow("back to the beginning of the line") << QStringLiteral("\r") << QByteArray("\\u000d");
    QTest::newRow("a new line") << QStringLiteral("\n") << QByteArray("\\u000a");
    QTest::newRow("C1") << QString(QChar(0x9b)) << QByteArray("\\u009b");
    QTest::newRow("from right to left") << QString(QChar(0x202e)) << QByteArray("\\u202e");
}

void TestCliVerdict::whatWouldSteerATerminalIsEscaped()
{
    QFETCH(const QString, steering);
    QFETCH(const QByteArray, shown);
    const Ran told = cli({"report", "verify", path("no") + steering + name("where.pdf")});
    QVERIFY2(told.exitCode == 2, told.told());
    QVERIFY2(!told.err.trimmed().contains(steering.toUtf8()), told.told());
    QVERIFY2(told.err.contains("no" + shown + "where.pdf"), told.told());
    // On standard output as well: the place a report was written to.
    const QString identity = path("me") + steering + name(".p12");
    const Ran made = cli({"identity", "create", identity, "--name", "Helene Osei (fictional)"}, withPassphrase);
    QVERIFY2(made.exitCode == 0 && made.out.contains("me" + shown + ".p12"), made.told());
    QVERIFY2(!made.out.trimmed().contains(steering.toUtf8()), made.told());
}

QTEST_GUILESS_MAIN(TestCliVerdict)
#include "tst_cliverdict.moc"
