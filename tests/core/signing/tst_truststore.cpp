// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/truststore.h"
#include "tests/core/signing/signingsamples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cq;
using namespace cq::samples;

class TestTrustStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aNewStoreTrustsNobody();
    void everyCertificateOfAPemTextIsAddedOnce();
    void aDerFormIsTheSameCertificateAsItsPem();
    void brokenTextsAddNothing_data();
    void brokenTextsAddNothing();
    void tooLargeTextsAreRefused();

private:
    QTemporaryDir m_folder;
    QByteArray m_pem;
};

void TestTrustStore::initTestCase()
{
    QVERIFY(makeRoot(m_folder.path()));
    QVERIFY(makeSigner(m_folder.path(), QStringLiteral("ada"), QStringLiteral("digitalSignature")));
    m_pem = readFile(m_folder.filePath(QStringLiteral("root.pem")));
    QVERIFY(m_pem.startsWith("-----BEGIN CERTIFICATE"));
}

void TestTrustStore::aNewStoreTrustsNobody()
{
    QVERIFY(TrustStore().isEmpty());
    QVERIFY(TrustStore().certificates().isEmpty());
}

void TestTrustStore::everyCertificateOfAPemTextIsAddedOnce()
{
    TrustStore store;
    const auto both = store.addPem("a remark\n" + m_pem + readFile(m_folder.filePath(QStringLiteral("ada.pem"))));
    QVERIFY(both);
    QCOMPARE(*both, 2);
    const auto again = store.addPem(m_pem);
    QVERIFY(again);
    QCOMPARE(*again, 0);
    QVERIFY(!store.isEmpty());
    QCOMPARE(store.certificates().size(), 2);
    QCOMPARE(store.certificates().first().subjectName, QStringLiteral("Fictional Root"));
}

void TestTrustStore::aDerFormIsTheSameCertificateAsItsPem()
{
    const QString der = m_folder.filePath(QStringLiteral("root.der"));
    QCOMPARE(runTool(QStringLiteral("openssl"),
                 {QStringLiteral("x509"), QStringLiteral("-in"), m_folder.filePath(QStringLiteral("root.pem")),
                     QStringLiteral("-outform"), QStringLiteral("DER"), QStringLiteral("-out"), der})
                 .exitCode,
        0);
    TrustStore store;
    const auto added = store.addDer(readFile(der));
    QVERIFY(added);
    QCOMPARE(*added, 1);
    const auto again = store.addPem(m_pem);
    QVERIFY(again);
    QCOMPARE(*again, 0);
}

void TestTrustStore::brokenTextsAddNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no certificate") << QByteArray("hello");
    QTest::newRow("only a key") << readFile(m_folder.filePath(QStringLiteral("root.key")));
    QTest::newRow("cut") << m_pem.first(m_pem.size() / 2);
    QTest::newRow("second one broken") << m_pem + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
}

void TestTrustStore::brokenTextsAddNothing()
{
    QFETCH(QByteArray, text);
    TrustStore store;
    const auto asPem = store.addPem(text);
    QVERIFY(!asPem);
    QCOMPARE(asPem.error().code, ErrorCode::Malformed);
    const auto asDer = store.addDer(text);
    QVERIFY(!asDer);
    QCOMPARE(asDer.error().code, ErrorCode::Malformed);
    QVERIFY(store.isEmpty());
}

void TestTrustStore::tooLargeTextsAreRefused()
{
    TrustStore store;
    const auto added = store.addPem(QByteArray(TrustStore::maxBytes + 1, ' '));
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::TooLarge);
}

QTEST_GUILESS_MAIN(TestTrustStore)
#include "tst_truststore.moc"
