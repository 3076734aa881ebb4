// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: reports with a proven time, from a service that is honest or not.
#include "tests/app/cli/cliprogram.h"
#include "tests/support/timestampservice.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace cq::testing;

namespace {

const Environment withPassphrase {
    {QStringLiteral("CENTREQUAL_PASSPHRASE"), QStringLiteral("correct horse battery")}};

QString name(const char *key)
{
    return QString::fromLatin1(key);
}

QList<QJsonObject> signaturesOf(const Ran &verified)
{
    QList<QJsonObject> found;
    const QJsonArray signatures = verified.json().value(name("signatures")).toArray();
    for (const QJsonValue &signature : signatures)
        found.append(signature.toObject());
    return found;
}

} // namespace

class TestCliTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aReportIsSignedWithATimestamp();
    void aServiceThatFailsIsToldAndTheReportIsSignedWithout_data();
    void aServiceThatFailsIsToldAndTheReportIsSignedWithout();
    void aReportSignedOfflineIsStampedLater();
    void theVerdictForPeopleTellsTheProvenTime();
    void aServiceThatFailsAddsNothing_data();
    void aServiceThatFailsAddsNothing();
    void wrongUseIsTold_data();
    void wrongUseIsTold();

private:
    QString path(const char *file) const { return m_folder.filePath(name(file)); }
    Ran exported(const QString &report, const QString &service) const
    {
        return cli({"report", "export", m_workspace, m_audit, report, "--sign", path("me.p12"), "--timestamp", service},
            withPassphrase);
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_authority;
    std::unique_ptr<TimestampService> m_service;
    QString m_workspace;
    QString m_audit;
    QString m_root; ///< of the authority
};

void TestCliTimestamp::initTestCase()
{
    m_service = std::make_unique<TimestampService>(m_authority.path());
    QVERIFY2(m_service->isRunning(), "python3 and openssl are needed");
    m_root = m_authority.filePath(name("tsa-root.pem"));
    m_workspace = path("demo.centrequal");
    const Ran made = cli({"demo", m_workspace});
    QVERIFY2(made.exitCode == 0, made.told());
    m_audit = auditInState(m_workspace, name("consolidation"))[name("id")].toString();
    const Ran created
        = cli({"identity", "create", path("me.p12"), "--name", "Helene Osei (fictional)"}, withPassphrase);
    QVERIFY2(created.exitCode == 0, created.told());
    const Ran offline = cli(
        {"report", "export", m_workspace, m_audit, path("offline.pdf"), "--sign", path("me.p12")}, withPassphrase);
    QVERIFY2(offline.exitCode == 0, offline.told());
}

void TestCliTimestamp::aReportIsSignedWithATimestamp()
{
    const Ran ran = exported(path("timestamped.pdf"), m_service->url());
    QVERIFY2(ran.exitCode == 0, ran.told());
    QVERIFY2(ran.err.isEmpty(), ran.told());
    const Ran verified = cli({"report", "verify", path("timestamped.pdf"), "--trust", m_root, "--json"});
    QCOMPARE(verified.json().value(name("verdict")).toString(), name("good"));
    const QList<QJsonObject> signatures = signaturesOf(verified);
    QCOMPARE(signatures.size(), 1);
    QCOMPARE(signatures[0][name("kind")].toString(), name("approval"));
    QCOMPARE(signatures[0][name("level")].toString(), name("B-T"));
    const QJsonObject proven = signatures[0][name("provenTime")].toObject();
    QCOMPARE(proven[name("authority")].toString(), name("Fictional Time Authority"));
    QCOMPARE(proven[name("trusted")], QJsonValue(true));
    QCOMPARE(proven[name("fingerprint")].toString().size(), 64);
    const QDateTime time = QDateTime::fromString(proven[name("time")].toString(), Qt::ISODate);
    QVERIFY2(time.isValid() && qAbs(time.secsTo(QDateTime::currentDateTimeUtc())) < 3600, verified.told());
    const Ran structure = tool("qpdf", {"--check", path("timestamped.pdf")});
    QVERIFY2(structure.exitCode == 0, structure.told());
}

void TestCliTimestamp::aServiceThatFailsIsToldAndTheReportIsSignedWithout_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("said");
    QTest::newRow("wrong nonce") << m_service->url("/nonce") << name("its nonce is not the one sent");
    QTest::newRow("wrong digest") << m_service->url("/digest") << name("over another digest");
    QTest::newRow("down") << name("http://127.0.0.1:1/") << name("the service cannot be reached");
}

void TestCliTimestamp::aServiceThatFailsIsToldAndTheReportIsSignedWithout()
{
    QFETCH(QString, service);
    QFETCH(QString, said);
    QTemporaryDir folder;
    const QString report = folder.filePath(name("report.pdf"));
    const Ran ran = exported(report, service);
    QVERIFY2(ran.exitCode == 1, ran.told());
    QVERIFY2(ran.complainsAbout(report) && ran.complainsAbout(said), ran.told());
    QVERIFY2(ran.out.contains("signed by Helene Osei (fictional)"), ran.told());
    const Ran verified = cli({"report", "verify", report, "--json"});
    QVERIFY2(verified.exitCode == 0, verified.told());
    QCOMPARE(signaturesOf(verified).value(0)[name("level")].toString(), name("B-B"));
    QCOMPARE(signaturesOf(verified).value(0)[name("provenTime")], QJsonValue(QJsonValue::Null));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList {name("report.pdf")});
}

void TestCliTimestamp::aReportSignedOfflineIsStampedLater()
{
    const QByteArray before = fileBytes(path("offline.pdf"));
    const Ran ran = cli({"report", "timestamp", path("offline.pdf"), path("later.pdf"), "--service", m_service->url()});
    QVERIFY2(ran.exitCode == 0, ran.told());
    QVERIFY2(ran.out.contains("Fictional Time Authority"), ran.told());
    QCOMPARE(fileBytes(path("offline.pdf")), before);
    QVERIFY(fileBytes(path("later.pdf")).startsWith(before));
    const Ran verified = cli({"report", "verify", path("later.pdf"), "--json"});
    QVERIFY2(verified.exitCode == 0, verified.told());
    const QList<QJsonObject> signatures = signaturesOf(verified);
    QCOMPARE(signatures.size(), 2);
    QCOMPARE(signatures[0][name("level")].toString(), name("B-T"));
    QCOMPARE(signatures[0][name("provenTime")].toObject()[name("trusted")], QJsonValue(false));
    QCOMPARE(signatures[1][name("kind")].toString(), name("document-timestamp"));
    QCOMPARE(signatures[1][name("integrity")].toString(), name("intact"));
    QCOMPARE(signatures[1][name("time")], QJsonValue(QJsonValue::Null));
    // Who asks for trust in the signer loses nothing by a stranger's timestamp.
    const QString pem = path("me.pem");
    QCOMPARE(tool("openssl", {"pkcs12", "-in", path("me.p12"), "-nokeys", "-out", pem, "-passin",
                                 "env:CENTREQUAL_PASSPHRASE"},
                 withPassphrase)
                 .exitCode,
        0);
    const Ran trusting = cli({"report", "verify", path("later.pdf"), "--trust", pem});
    QVERIFY2(trusting.exitCode == 0, trusting.told());
}

void TestCliTimestamp::theVerdictForPeopleTellsTheProvenTime()
{
    const Ran stamped
        = cli({"report", "timestamp", path("offline.pdf"), path("people.pdf"), "--service", m_service->url()});
    QVERIFY2(stamped.exitCode == 0, stamped.told());
    const Ran untrusted = cli({"report", "verify", path("people.pdf")});
    for (const char *words : {"level      B-T", "timestamp of the document  Fictional Time Authority",
             "by Fictional Time Authority, not trusted", "verdict        good"})
        QVERIFY2(untrusted.out.contains(words), untrusted.told());
    const Ran trusted = cli({"report", "verify", path("people.pdf"), "--trust", m_root});
    QVERIFY2(trusted.out.contains("by Fictional Time Authority, trusted"), trusted.told());
}

void TestCliTimestamp::aServiceThatFailsAddsNothing_data()
{
    aServiceThatFailsIsToldAndTheReportIsSignedWithout_data();
}

void TestCliTimestamp::aServiceThatFailsAddsNothing()
{
    QFETCH(QString, service);
    QFETCH(QString, said);
    const QByteArray before = fileBytes(path("offline.pdf"));
    const Ran ran = cli({"report", "timestamp", path("offline.pdf"), path("nothing.pdf"), "--service", service});
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY2(ran.complainsAbout(said), ran.told());
    QVERIFY(!QFile::exists(path("nothing.pdf")));
    QCOMPARE(fileBytes(path("offline.pdf")), before);
}

void TestCliTimestamp::wrongUseIsTold_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named");
    const QStringList toExport {name("report"), name("export"), m_workspace, m_audit, path("wrong.pdf")};
    const QStringList toStamp {name("report"), name("timestamp"), path("offline.pdf"), path("wrong.pdf")};
    QTest::newRow("unsigned") << toExport + QStringList {name("--timestamp"), m_service->url()} << name("--sign");
    QTest::newRow("https") << toStamp + QStringList {name("--service"), name("https://127.0.0.1/")} << name("http://");
    QTest::newRow("no service") << toStamp << name("--service");
    QTest::newRow("no address") << toStamp + QStringList {name("--service"), name("my service")} << name("my service");
    QTest::newRow("signed, no address")
        << toExport + QStringList {name("--sign"), path("me.p12"), name("--timestamp"), name("nonsense")}
        << name("nonsense");
}

void TestCliTimestamp::wrongUseIsTold()
{
    QFETCH(QStringList, words);
    QFETCH(QString, named);
    const Ran ran = cli(Words(words.begin(), words.end()), withPassphrase);
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY2(ran.complainsAbout(named), ran.told());
    QVERIFY(!QFile::exists(path("wrong.pdf")));
}

QTEST_GUILESS_MAIN(TestCliTimestamp)
#include "tst_clitimestamp.moc"
