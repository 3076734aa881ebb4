// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: whom a person trusts, from one call to the next.
#include "tests/app/cli/cliprogram.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace cq::testing;

namespace {

const Environment withPassphrase {
    {QStringLiteral("CENTREQUAL_PASSPHRASE"), QStringLiteral("correct horse battery")}};
const QString fictionalList = QStringLiteral(CQ_SOURCE_DIR "/tests/data/trustedlists/fictional-zz.xml");

QString name(const char *key)
{
    return QString::fromLatin1(key);
}

} // namespace

class TestCliTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void nobodyIsTrustedAtFirst();
    void whoIsAddedIsListedWithWhoAndWhen();
    void aSignerInTheBookIsKnownByThemselves();
    void whoIsTrustedForTimesVouchesForNobody();
    void whoIsRemovedIsKnownNoMore();
    void theBookGoesOutAsPemAndJson();
    void aCountrysListIsTaken();
    void anOlderListIsRefused();
    void aDamagedBookIsToldAndLeftAlone();
    void wrongUseIsTold_data();
    void wrongUseIsTold();

private:
    QString path(const char *file) const { return m_folder.filePath(name(file)); }
    QString bookPath() const { return m_data->filePath(name("CentreQual/trust.json")); }
    Ran trust(const Words &words) const { return cli(Words {"trust"} + words, {{name("XDG_DATA_HOME"), m_data->path()}}); }
    QJsonArray anchors() const { return trust({"list", "--json"}).json()[name("anchors")].toArray(); }
    QString verifiedTrust() const
    {
        const Ran verified
            = cli({"report", "verify", path("signed.pdf"), "--json"}, {{name("XDG_DATA_HOME"), m_data->path()}});
        return verified.exitCode == 0
            ? verified.json()[name("signatures")].toArray().first().toObject()[name("trust")].toString()
            : QString::fromUtf8(verified.told());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
};

void TestCliTrust::initTestCase()
{
    const Ran made = cli({"demo", path("demo.centrequal")});
    QVERIFY2(made.exitCode == 0, made.told());
    const QString audit = auditInState(path("demo.centrequal"), name("consolidation"))[name("id")].toString();
    for (const char *person : {"me.p12", "other.p12"}) {
        const Ran created
            = cli({"identity", "create", path(person), "--name", "Helene Osei (fictional)"}, withPassphrase);
        QVERIFY2(created.exitCode == 0, created.told());
        const Ran pem = tool("openssl",
            {"pkcs12", "-in", path(person), "-nokeys", "-out", path(person) + QStringLiteral(".pem"), "-passin",
                "env:CENTREQUAL_PASSPHRASE"},
            withPassphrase);
        QVERIFY2(pem.exitCode == 0, pem.told());
    }
    const Ran exported = cli(
        {"report", "export", path("demo.centrequal"), audit, path("signed.pdf"), "--sign", path("me.p12")},
        withPassphrase);
    QVERIFY2(exported.exitCode == 0, exported.told());
}

void TestCliTrust::init()
{
    m_data = std::make_unique<QTemporaryDir>();
}

void TestCliTrust::nobodyIsTrustedAtFirst()
{
    const Ran list = trust({"list"});
    QVERIFY2(list.exitCode == 0 && list.out.isEmpty() && list.err.isEmpty(), list.told());
    QCOMPARE(anchors().size(), 0);
    QVERIFY(!QFile::exists(bookPath()));
    QCOMPARE(verifiedTrust(), name("self-issued"));
}

void TestCliTrust::whoIsAddedIsListedWithWhoAndWhen()
{
    const Ran added = trust({"add", path("me.p12.pem")});
    QVERIFY2(added.exitCode == 0, added.told());
    QVERIFY2(added.out.contains("Helene Osei (fictional), trusted as person, SHA-256 "), added.told());
    QVERIFY2(added.out.contains("1 of 1 were new"), added.told());
    QVERIFY2(trust({"add", path("me.p12.pem")}).out.contains("0 of 1 were new"), added.told());
    QCOMPARE(anchors().size(), 1);
    const QJsonObject anchor = anchors().first().toObject();
    QCOMPARE(anchor[name("purpose")].toString(), name("person"));
    QCOMPARE(anchor[name("addedBy")].toString(), name("Helene Osei (fictional)"));
    QCOMPARE(anchor[name("source")].toString(), name("me.p12.pem"));
    QCOMPARE(anchor[name("origin")].toString(), name("file"));
    QCOMPARE(anchor[name("list")], QJsonValue(QJsonValue::Null));
    const QDateTime at = QDateTime::fromString(anchor[name("addedAt")].toString(), Qt::ISODate);
    QVERIFY(at.isValid() && qAbs(at.secsTo(QDateTime::currentDateTimeUtc())) < 3600);
    const Ran list = trust({"list"});
    QVERIFY2(list.out.contains(anchor[name("fingerprint")].toString().toLatin1() + "\tperson\tHelene Osei (fictional)\t"),
        list.told());
}

void TestCliTrust::aSignerInTheBookIsKnownByThemselves()
{
    QCOMPARE(trust({"add", path("other.p12.pem")}).exitCode, 0);
    QCOMPARE(verifiedTrust(), name("self-issued")); // somebody of the same name
    QCOMPARE(trust({"add", path("me.p12.pem")}).exitCode, 0);
    QCOMPARE(verifiedTrust(), name("trusted"));
}

void TestCliTrust::whoIsTrustedForTimesVouchesForNobody()
{
    const Ran refused = trust({"add", path("me.p12.pem"), "--for", "timestamps"});
    QVERIFY2(refused.exitCode == 2, refused.told());
    QVERIFY2(refused.complainsAbout(name("neither meant for timestamps")), refused.told());
    QCOMPARE(anchors().size(), 0);
    QVERIFY2(trust({"import-eu", fictionalList}).exitCode == 0, "");
    QCOMPARE(verifiedTrust(), name("self-issued"));
}

void TestCliTrust::whoIsRemovedIsKnownNoMore()
{
    QCOMPARE(trust({"add", path("me.p12.pem")}).exitCode, 0);
    const QString print = anchors().first().toObject()[name("fingerprint")].toString();
    const Ran removed = trust({"remove", print.left(12).toUpper()});
    QVERIFY2(removed.exitCode == 0, removed.told());
    QVERIFY2(removed.out.contains(print.toLatin1()), removed.told());
    QCOMPARE(anchors().size(), 0);
    QCOMPARE(verifiedTrust(), name("self-issued"));
    const QJsonArray history = trust({"list", "--json"}).json()[name("removed")].toArray();
    QCOMPARE(history.size(), 1);
    QCOMPARE(history.first().toObject()[name("fingerprint")].toString(), print);
    QCOMPARE(history.first().toObject()[name("removedBy")].toString(), name("Helene Osei (fictional)"));
}

void TestCliTrust::theBookGoesOutAsPemAndJson()
{
    QCOMPARE(trust({"import-eu", fictionalList}).exitCode, 0);
    const Ran pem = trust({"export"});
    QCOMPARE(pem.exitCode, 0);
    QCOMPARE(pem.out.count("-----BEGIN CERTIFICATE-----"), 4);
    QVERIFY(writeBytes(path("exported.pem"), pem.out));
    const Ran read = tool("openssl", {"x509", "-in", path("exported.pem"), "-noout", "-subject"});
    QVERIFY2(read.out.contains("Fictional Qualified Root 1"), read.told());
    QCOMPARE(trust({"export", "--json"}).out, fileBytes(bookPath()));
}

void TestCliTrust::aCountrysListIsTaken()
{
    const Ran taken = trust({"import-eu", fictionalList});
    QVERIFY2(taken.exitCode == 0, taken.told());
    for (const char *words : {"trusted list of ZZ, number 12, issued 2026-10-01 by Fictional Supervisory Body",
             "issuers of qualified certificates  3", "timestamp authorities              1",
             "added 4, kept 0, removed 0", "3 other services, 3 unusable", "signature of the list itself was not checked"})
        QVERIFY2(taken.out.contains(words), words);
    const Ran again = trust({"import-eu", fictionalList, "--json"});
    QVERIFY2(again.isOneObject(), again.told());
    QCOMPARE(again.json()[name("kept")].toInt(), 4);
    QCOMPARE(again.json()[name("added")].toInt(), 0);
    QCOMPARE(again.json()[name("signatureChecked")], QJsonValue(false));
    QCOMPARE(again.json()[name("list")].toObject()[name("territory")].toString(), name("ZZ"));
    for (const QJsonValue &anchor : anchors()) {
        QCOMPARE(anchor[name("origin")].toString(), name("trusted-list"));
        QCOMPARE(anchor[name("list")][name("sequenceNumber")].toInt(), 12);
    }
    QByteArray next = fileBytes(fictionalList);
    next.replace("<TSLSequenceNumber>12", "<TSLSequenceNumber>13").replace("2027-03-31", "2026-10-02");
    next.replace("Svctype/TSA/QTST", "Svctype/TSA");
    QVERIFY(writeBytes(path("next.xml"), next));
    const Ran newer = trust({"import-eu", path("next.xml")});
    QVERIFY2(newer.out.contains("added 0, kept 3, removed 1"), newer.told());
    QVERIFY2(newer.out.contains("look for a newer one"), newer.told());
}

void TestCliTrust::anOlderListIsRefused()
{
    QCOMPARE(trust({"import-eu", fictionalList}).exitCode, 0);
    QByteArray older = fileBytes(fictionalList);
    older.replace("<TSLSequenceNumber>12", "<TSLSequenceNumber>11");
    QVERIFY(writeBytes(path("older.xml"), older));
    const Ran refused = trust({"import-eu", path("older.xml")});
    QVERIFY2(refused.exitCode == 2, refused.told());
    QVERIFY2(refused.complainsAbout(name("older than number 12")), refused.told());
    QCOMPARE(anchors().size(), 4);
}

void TestCliTrust::aDamagedBookIsToldAndLeftAlone()
{
    QCOMPARE(trust({"add", path("me.p12.pem")}).exitCode, 0);
    const QByteArray damaged = fileBytes(bookPath()).replace("\"purpose\": \"person\"", "\"purpose\": \"god\"");
    QVERIFY(writeBytes(bookPath(), damaged));
    for (const Words &words : {Words {"list"}, Words {"export"}, Words {"add", path("other.p12.pem")},
             Words {"remove", "0123456789ab"}, Words {"import-eu", fictionalList}}) {
        const Ran ran = trust(words);
        QVERIFY2(ran.exitCode == 2, ran.told());
        QVERIFY2(ran.complainsAbout(name("/anchors/0/purpose")), ran.told());
    }
    QCOMPARE(fileBytes(bookPath()), damaged);
    // Whether a report holds does not hang on it.
    const Ran verified = cli({"report", "verify", path("signed.pdf")}, {{name("XDG_DATA_HOME"), m_data->path()}});
    QVERIFY2(verified.exitCode == 0, verified.told());
    QVERIFY2(verified.complainsAbout(name("the trust book is not used")), verified.told());
    QVERIFY2(verified.out.contains("trust      self-issued"), verified.told());
}

void TestCliTrust::wrongUseIsTold_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named");
    QTest::newRow("no certificate") << QStringList {name("add"), fictionalList} << fictionalList;
    QTest::newRow("no file") << QStringList {name("add"), path("none.pem")} << path("none.pem");
    QTest::newRow("no such use") << QStringList {name("add"), path("me.p12.pem"), name("--for"), name("all")}
                                 << name("signatures, timestamps");
    QTest::newRow("nobody of that fingerprint") << QStringList {name("remove"), QString(64, u'0')}
                                                << name("no trusted certificate");
    QTest::newRow("too short a beginning") << QStringList {name("remove"), name("0")} << name("no trusted certificate");
    QTest::newRow("no list") << QStringList {name("import-eu"), path("me.p12.pem")} << name("line 1");
    QTest::newRow("a word too many") << QStringList {name("list"), name("all")} << name("all");
}

void TestCliTrust::wrongUseIsTold()
{
    QFETCH(QStringList, words);
    QFETCH(QString, named);
    const Ran ran = trust(Words(words.begin(), words.end()));
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY2(ran.complainsAbout(named), ran.told());
    QVERIFY(!QFile::exists(bookPath()));
}

QTEST_GUILESS_MAIN(TestCliTrust)
#include "tst_clitrust.moc"
