// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: reports whose signatures last.
#include "tests/app/cli/cliprogram.h"
#include "tests/support/revocationservice.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace cq::testing;

namespace {

const Environment withPassphrase {{QStringLiteral("CENTREQUAL_PASSPHRASE"), QStringLiteral("correct horse")}};

QString name(const char *key)
{
    return QString::fromLatin1(key);
}

QJsonObject firstSignature(const Ran &verified)
{
    return verified.json().value(name("signatures")).toArray().first().toObject();
}

} // namespace

class TestCliProlong : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTimestampedReportReachesLt();
    void aReportSignedOfflineReachesLta();
    void aRevocationAfterSigningIsToldApart();
    void whatCannotBeProlongedIsTold_data();
    void whatCannotBeProlongedIsTold();

private:
    QString path(const char *file) const { return m_folder.filePath(name(file)); }
    QString pki(const char *file) const { return m_authority.filePath(name(file)); }
    Ran exported(const char *report, const char *signer, const QStringList &more = {}) const
    {
        Words words {"report", "export", m_workspace, m_audit, path(report), "--sign", pki(signer)};
        for (const QString &word : more)
            words.append(word);
        return cli(words, withPassphrase);
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_authority;
    std::unique_ptr<RevocationService> m_service;
    QString m_workspace;
    QString m_audit;
};

void TestCliProlong::initTestCase()
{
    m_service = std::make_unique<RevocationService>(m_authority.path());
    QVERIFY2(m_service->isRunning(), "python3 and openssl are needed");
    m_workspace = path("demo.centrequal");
    const Ran made = cli({"demo", m_workspace});
    QVERIFY2(made.exitCode == 0, made.told());
    m_audit = auditInState(m_workspace, name("consolidation"))[name("id")].toString();
    const Ran offline = exported("offline.pdf", "ada.p12");
    QVERIFY2(offline.exitCode == 0, offline.told());
}

void TestCliProlong::aTimestampedReportReachesLt()
{
    const Ran signedNow = exported("timestamped.pdf", "ada.p12", {name("--timestamp"), m_service->timestampUrl()});
    QVERIFY2(signedNow.exitCode == 0, signedNow.told());
    const Ran ran = cli({"report", "prolong", path("timestamped.pdf"), path("lt.pdf")});
    QVERIFY2(ran.exitCode == 0, ran.told());
    QVERIFY2(ran.out.contains("B-LT\n"), ran.told());
    QVERIFY(fileBytes(path("lt.pdf")).startsWith(fileBytes(path("timestamped.pdf"))));
    const Ran verified = cli({"report", "verify", path("lt.pdf"), "--trust", pki("root.pem"), "--json"});
    QVERIFY2(verified.exitCode == 0, verified.told());
    const QJsonObject signature = firstSignature(verified);
    QCOMPARE(signature[name("level")].toString(), name("B-LT"));
    QCOMPARE(signature[name("trust")].toString(), name("trusted"));
    QCOMPARE(signature[name("revocation")].toString(), name("good"));
    QCOMPARE(signature[name("revokedAt")], QJsonValue(QJsonValue::Null));
    QCOMPARE(verified.json().value(name("revisions")).toArray().first().toObject()[name("change")].toString(),
        name("validation-data"));
}

void TestCliProlong::aReportSignedOfflineReachesLta()
{
    const Ran ran = cli({"report", "prolong", path("offline.pdf"), path("lta.pdf"), "--timestamp", m_service->timestampUrl(),
        "--trust", pki("root.pem")});
    QVERIFY2(ran.exitCode == 0, ran.told());
    const Ran verified = cli({"report", "verify", path("lta.pdf"), "--trust", pki("root.pem")});
    QVERIFY2(verified.exitCode == 0, verified.told());
    for (const char *words : {"level      B-LTA", "trust      trusted", "revocation good", "verdict        good"})
        QVERIFY2(verified.out.contains(words), verified.told());
    const Ran structure = tool("qpdf", {"--check", path("lta.pdf")});
    QVERIFY2(structure.exitCode == 0, structure.told());
    const Ran poppler = tool("pdfsig", {"-no-ocsp", path("lta.pdf")});
    QVERIFY2(poppler.out.contains("Signature is Valid"), poppler.told());
}

void TestCliProlong::aRevocationAfterSigningIsToldApart()
{
    const Ran signedNow = exported("cleo.pdf", "cleo.p12", {name("--timestamp"), m_service->timestampUrl()});
    QVERIFY2(signedNow.exitCode == 0, signedNow.told());
    QVERIFY(m_service->revoke("cleo", {QDateTime::currentMSecsSinceEpoch() + 3600LL * 1000, 0}));
    const Ran ran = cli({"report", "prolong", path("cleo.pdf"), path("cleo-lt.pdf")});
    QVERIFY2(ran.exitCode == 0, ran.told());
    const Ran verified = cli({"report", "verify", path("cleo-lt.pdf"), "--trust", pki("root.pem"), "--json"});
    QVERIFY2(verified.exitCode == 0, verified.told()); // it was good when it was signed
    const QJsonObject signature = firstSignature(verified);
    QCOMPARE(signature[name("trust")].toString(), name("revoked-later"));
    QVERIFY(signature[name("revokedAt")].isString());
}

void TestCliProlong::whatCannotBeProlongedIsTold_data()
{
    QTest::addColumn<QString>("signer");
    QTest::addColumn<bool>("withTime");
    QTest::addColumn<QString>("said");
    QTest::newRow("no proven time") << name("ada.p12") << false << name("no proven time");
    QTest::newRow("nobody to ask") << name("nowhere.p12") << true << name("names no place");
    QTest::newRow("lying responder") << name("wrong-nonce.p12") << true << name("nonce");
}

void TestCliProlong::whatCannotBeProlongedIsTold()
{
    QFETCH(QString, signer);
    QFETCH(bool, withTime);
    QFETCH(QString, said);
    QFile::remove(path("some.pdf"));
    const QStringList more = withTime ? QStringList {name("--timestamp"), m_service->timestampUrl()} : QStringList();
    const Ran signedNow = exported("some.pdf", signer.toLatin1().constData(), more);
    QVERIFY2(signedNow.exitCode == 0, signedNow.told());
    const Ran ran = cli({"report", "prolong", path("some.pdf"), path("nothing.pdf"), "--trust", pki("issuing.pem")});
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY2(ran.complainsAbout(said), ran.told());
    QVERIFY(!QFile::exists(path("nothing.pdf")));
}

QTEST_GUILESS_MAIN(TestCliProlong)
#include "tst_cliprolong.moc"
