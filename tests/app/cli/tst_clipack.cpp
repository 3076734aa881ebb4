// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: criteria packs that are signed, checked and added to a workspace.
#include "tests/app/cli/cliprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cq::testing;

namespace {

const Environment withPassphrase{{QStringLiteral("CENTREQUAL_PASSPHRASE"), QStringLiteral("correct horse battery")}};

QString name(const char *key)
{
    return QString::fromLatin1(key);
}

} // namespace

class TestCliPack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aPackThatNobodySignedSaysSo();
    void aSignedPackNamesItsSigner();
    void whoIsTrustedIsToldByTheExitCode();
    void aPackIsNotSignedTwice();
    void aPackThatWasChangedDoesNotHold();
    void aSignatureThatIsNoneIsTold_data();
    void aSignatureThatIsNoneIsTold();
    void aPackIsAddedWithItsSignature();
    void aPackWhoseSignatureDoesNotFitIsNotAdded();

private:
    QString path(const char *file) const { return m_folder.filePath(name(file)); }
    QString signaturePath() const { return m_pack + QStringLiteral(".p7s"); }
    Ran sign() const { return cli({"pack", "sign", m_pack, "--sign", path("me.p12")}, withPassphrase); }
    QJsonObject checked(const Words &more = {}) const
    {
        const Ran ran = cli(Words{"pack", "check", m_pack, "--json"} + more);
        return ran.json()[name("files")].toArray().first()[name("signature")].toObject();
    }

    QTemporaryDir m_folder;
    QString m_pack;
    QByteArray m_bytes;
};

void TestCliPack::initTestCase()
{
    m_pack = path("minimal.cqpack.json");
    m_bytes = fileBytes(QStringLiteral(CQ_SOURCE_DIR "/tests/data/packs/minimal.cqpack.json"));
    QVERIFY(!m_bytes.isEmpty());
    const Ran created = cli({"identity", "create", path("me.p12"), "--name", "Publisher (fictional)"}, withPassphrase);
    QVERIFY2(created.exitCode == 0, created.told());
    const Ran certificate = tool("openssl",
        {"pkcs12", "-in", path("me.p12"), "-nokeys", "-passin", "pass:correct horse battery", "-out", path("me.pem")});
    QVERIFY2(certificate.exitCode == 0, certificate.told());
    const Ran made = cli({"demo", path("w.centrequal"), "--centres", "1", "--audits", "1"});
    QVERIFY2(made.exitCode == 0, made.told());
}

void TestCliPack::init()
{
    QFile::remove(signaturePath());
    QVERIFY(writeBytes(m_pack, m_bytes));
}

void TestCliPack::aPackThatNobodySignedSaysSo()
{
    const Ran ran = cli({"pack", "check", m_pack});
    QVERIFY2(ran.exitCode == 0 && ran.out.contains("fine") && ran.out.contains("not signed"), ran.told());
    QVERIFY(checked().isEmpty());
}

void TestCliPack::aSignedPackNamesItsSigner()
{
    const Ran signedNow = sign();
    QVERIFY2(signedNow.exitCode == 0, signedNow.told());
    QVERIFY(signedNow.out.contains("Publisher (fictional)"));
    const Ran ran = cli({"pack", "check", m_pack});
    QVERIFY2(ran.exitCode == 0 && ran.out.contains("signed by Publisher (fictional), self-issued"), ran.told());
    const QJsonObject signature = checked({"--trust", path("me.pem")});
    QCOMPARE(signature[name("integrity")].toString(), name("intact"));
    QCOMPARE(signature[name("trust")].toString(), name("trusted"));
    QCOMPARE(signature[name("fingerprint")].toString().size(), 64);
    const Ran openssl = tool("openssl",
        {"cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", signaturePath(), "-content", m_pack, "-CAfile",
            path("me.pem"), "-purpose", "any", "-out", path("out")});
    QVERIFY2(openssl.exitCode == 0, openssl.told());
}

void TestCliPack::whoIsTrustedIsToldByTheExitCode()
{
    QCOMPARE(cli({"pack", "check", m_pack, "--trust", path("me.pem")}).exitCode, 1); // not signed
    QVERIFY(sign().exitCode == 0);
    QCOMPARE(cli({"pack", "check", m_pack, "--trust", path("me.pem")}).exitCode, 0);
    const Ran other =
        cli({"identity", "create", path("other.p12"), "--name", "Somebody Else (fictional)"}, withPassphrase);
    QVERIFY2(other.exitCode == 0, other.told());
    const Ran certificate = tool("openssl",
        {"pkcs12", "-in", path("other.p12"), "-nokeys", "-passin", "pass:correct horse battery", "-out",
            path("other.pem")});
    QVERIFY2(certificate.exitCode == 0, certificate.told());
    QCOMPARE(cli({"pack", "check", m_pack, "--trust", path("other.pem")}).exitCode, 1);
}

void TestCliPack::aPackIsNotSignedTwice()
{
    QVERIFY(sign().exitCode == 0);
    const QByteArray first = fileBytes(signaturePath());
    const Ran again = sign();
    QVERIFY2(again.exitCode == 2, again.told());
    QCOMPARE(fileBytes(signaturePath()), first);
}

void TestCliPack::aPackThatWasChangedDoesNotHold()
{
    QVERIFY(sign().exitCode == 0);
    QVERIFY(writeBytes(m_pack, m_bytes + '\n'));
    const Ran ran = cli({"pack", "check", m_pack});
    QVERIFY2(ran.exitCode == 1 && ran.out.contains("does not fit"), ran.told());
    QCOMPARE(checked()[name("integrity")].toString(), name("altered"));
}

void TestCliPack::aSignatureThatIsNoneIsTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("empty") << QByteArray() << 2;
    QTest::newRow("text") << QByteArray("signed, the coalition") << 1;
    QTest::newRow("oversized") << QByteArray(1024 * 1024 + 1, '0') << 2;
}

void TestCliPack::aSignatureThatIsNoneIsTold()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, exitCode);
    QVERIFY(writeBytes(signaturePath(), bytes));
    const Ran ran = cli({"pack", "check", m_pack});
    QVERIFY2(ran.exitCode == exitCode, ran.told());
}

void TestCliPack::aPackIsAddedWithItsSignature()
{
    const Ran bare = cli({"pack", "add", path("w.centrequal"), m_pack});
    QVERIFY2(bare.exitCode == 0 && bare.out.contains("not signed"), bare.told());
    QVERIFY(sign().exitCode == 0);
    const Ran added = cli({"pack", "add", path("w.centrequal"), m_pack});
    QVERIFY2(added.exitCode == 0 && added.out.contains("signed by Publisher (fictional), self-issued"), added.told());
    QCOMPARE(cli({"workspace", "check", path("w.centrequal")}).exitCode, 0);
}

void TestCliPack::aPackWhoseSignatureDoesNotFitIsNotAdded()
{
    QVERIFY(sign().exitCode == 0);
    QVERIFY(writeBytes(m_pack, m_bytes + '\n'));
    const Ran ran = cli({"pack", "add", path("w.centrequal"), m_pack});
    QVERIFY2(ran.exitCode == 1 && ran.complainsAbout(QStringLiteral("the signature does not fit")), ran.told());
    QCOMPARE(ran.exitCode, cli({"pack", "check", m_pack}).exitCode);
    QVERIFY(writeBytes(m_pack, m_bytes));
    QVERIFY(writeBytes(m_pack + QStringLiteral(".p7s"), "no signature"));
    const Ran unreadable = cli({"pack", "add", path("w.centrequal"), m_pack});
    QVERIFY2(unreadable.exitCode == 1 && unreadable.complainsAbout(QStringLiteral("cannot be read")), unreadable.told());
}

QTEST_GUILESS_MAIN(TestCliPack)
#include "tst_clipack.moc"
