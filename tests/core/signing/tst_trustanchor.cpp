// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/trustanchor.h"

#include "core/signing/certificatereading.h"
#include "core/signing/signerstanding.h"
#include "tests/core/signing/signingsamples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cq;
using namespace cq::samples;

/// What a certificate may be trusted for, and that it is trusted for nothing else.
class TestTrustAnchor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aCertificateGetsThePurposeThatSuitsIt_data();
    void aCertificateGetsThePurposeThatSuitsIt();
    void aPurposeThatDoesNotSuitIsRefused_data();
    void aPurposeThatDoesNotSuitIsRefused();
    void whatIsNoCertificateIsRefused_data();
    void whatIsNoCertificateIsRefused();
    void anAnchorIsTrustedForItsPurposeAlone_data();
    void anAnchorIsTrustedForItsPurposeAlone();
    void aPinnedPersonVouchesForNobodyElse();
    void whoIsNamedForOneCheckIsTrustedForEverything();
    void namesAreShownWithoutControls();

private:
    QByteArray der(const QString &name) const
    {
        TrustStore store;
        return store.addPem(readFile(m_folder.filePath(name + QStringLiteral(".pem")))) ? store.derForms().first()
                                                                                       : QByteArray();
    }
    TrustAnchor anchor(const QString &name, TrustPurpose purpose) const { return trustAnchor(der(name), purpose).value(); }
    Timestamp whenValid() const
    {
        const CertificateHandle ada = certificateFromDer(der(QStringLiteral("ada")));
        return {certificateInfo(ada.get()).notBefore.utcMs + 60'000, 0};
    }
    Trust signer(const QString &name, const TrustStore &trust) const
    {
        const CertificateHandle certificate = certificateFromDer(der(name));
        return signerStanding(certificate.get(), nullptr, trust, whenValid());
    }
    Trust authority(const TrustStore &trust) const
    {
        const CertificateHandle certificate = certificateFromDer(der(QStringLiteral("tsa")));
        return authorityStanding(certificate.get(), nullptr, trust, whenValid());
    }

    QTemporaryDir m_folder;
};

void TestTrustAnchor::initTestCase()
{
    QVERIFY(makeRoot(m_folder.path()));
    for (const auto &[name, usage] : {std::pair {"ada", "digitalSignature"}, std::pair {"ben", "digitalSignature"},
             std::pair {"locked", "keyEncipherment"},
             std::pair {"tsa", "digitalSignature\nextendedKeyUsage=critical,timeStamping"}})
        QVERIFY(makeSigner(m_folder.path(), QString::fromLatin1(name), QString::fromLatin1(usage)));
    const auto self = identity().toPkcs12(Passphrase(QByteArray("correct horse")));
    QVERIFY(self && writeFile(m_folder.filePath(QStringLiteral("self.p12")), *self));
    QCOMPARE(runTool(QStringLiteral("openssl"),
                 {QStringLiteral("pkcs12"), QStringLiteral("-in"), m_folder.filePath(QStringLiteral("self.p12")),
                     QStringLiteral("-nokeys"), QStringLiteral("-passin"), QStringLiteral("pass:correct horse"),
                     QStringLiteral("-out"), m_folder.filePath(QStringLiteral("self.pem"))})
                 .exitCode,
        0);
}

void TestTrustAnchor::aCertificateGetsThePurposeThatSuitsIt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<TrustUse>("use");
    QTest::addColumn<TrustPurpose>("purpose");
    QTest::newRow("a root") << QStringLiteral("root") << TrustUse::Signatures << TrustPurpose::Root;
    QTest::newRow("somebody under it") << QStringLiteral("ada") << TrustUse::Signatures << TrustPurpose::Person;
    QTest::newRow("somebody self-issued") << QStringLiteral("self") << TrustUse::Signatures << TrustPurpose::Person;
    QTest::newRow("a root, for times") << QStringLiteral("root") << TrustUse::Timestamps
                                       << TrustPurpose::TimestampAuthority;
    QTest::newRow("a timestamp authority") << QStringLiteral("tsa") << TrustUse::Timestamps
                                           << TrustPurpose::TimestampAuthority;
}

void TestTrustAnchor::aCertificateGetsThePurposeThatSuitsIt()
{
    QFETCH(QString, name);
    QFETCH(TrustUse, use);
    QFETCH(TrustPurpose, purpose);
    const auto made = trustAnchor(der(name), use);
    QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
    QCOMPARE(made->purpose, purpose);
    QCOMPARE(made->der, der(name));
    QCOMPARE(made->certificate.sha256.size(), 64);
    QCOMPARE(made->key(), made->certificate.sha256 + u' ' + textOf(purpose));
}

void TestTrustAnchor::aPurposeThatDoesNotSuitIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<TrustPurpose>("purpose");
    QTest::addColumn<bool>("suits");
    const QString root = QStringLiteral("root");
    const QString ada = QStringLiteral("ada");
    QTest::newRow("a person is no root") << ada << TrustPurpose::Root << false;
    QTest::newRow("a person is no issuer") << ada << TrustPurpose::Issuer << false;
    QTest::newRow("a person is no timestamp authority") << ada << TrustPurpose::TimestampAuthority << false;
    QTest::newRow("a root is no person") << root << TrustPurpose::Person << false;
    QTest::newRow("a root can be named as an issuer") << root << TrustPurpose::Issuer << true;
    QTest::newRow("a timestamp authority is no person") << QStringLiteral("tsa") << TrustPurpose::Person << false;
    QTest::newRow("a key that must not sign") << QStringLiteral("locked") << TrustPurpose::Person << false;
}

void TestTrustAnchor::aPurposeThatDoesNotSuitIsRefused()
{
    QFETCH(QString, name);
    QFETCH(TrustPurpose, purpose);
    QFETCH(bool, suits);
    const auto made = trustAnchor(der(name), purpose);
    QCOMPARE(bool(made), suits);
    if (suits)
        QCOMPARE(made->purpose, purpose);
    else
        QCOMPARE(made.error().code, ErrorCode::KeyUnusable);
}

void TestTrustAnchor::whatIsNoCertificateIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray root = der(QStringLiteral("root"));
    QTest::newRow("empty") << QByteArray() << ErrorCode::Malformed;
    QTest::newRow("text") << QByteArray("hello") << ErrorCode::Malformed;
    QTest::newRow("cut") << root.chopped(1) << ErrorCode::Malformed;
    QTest::newRow("with something behind it") << root + '\0' << ErrorCode::Malformed;
    QTest::newRow("too large") << QByteArray(maxAnchorBytes + 1, '0') << ErrorCode::TooLarge;
}

void TestTrustAnchor::whatIsNoCertificateIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    for (const TrustUse use : {TrustUse::Signatures, TrustUse::Timestamps}) {
        const auto made = trustAnchor(bytes, use);
        QVERIFY(!made);
        QCOMPARE(made.error().code, code);
    }
}

void TestTrustAnchor::anAnchorIsTrustedForItsPurposeAlone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<TrustPurpose>("purpose");
    QTest::addColumn<Trust>("ofSigner");
    QTest::addColumn<Trust>("ofAuthority");
    const QString root = QStringLiteral("root");
    const Trust unknown = Trust::UnknownSigner;
    QTest::newRow("a root") << root << TrustPurpose::Root << Trust::Trusted << unknown;
    QTest::newRow("an issuer") << root << TrustPurpose::Issuer << Trust::Trusted << unknown;
    QTest::newRow("the person") << QStringLiteral("ada") << TrustPurpose::Person << Trust::Trusted << unknown;
    QTest::newRow("somebody else of the same name") << QStringLiteral("ben") << TrustPurpose::Person << unknown << unknown;
    QTest::newRow("a root for times") << root << TrustPurpose::TimestampAuthority << unknown << Trust::Trusted;
    QTest::newRow("the timestamp authority") << QStringLiteral("tsa") << TrustPurpose::TimestampAuthority << unknown
                                             << Trust::Trusted;
}

void TestTrustAnchor::anAnchorIsTrustedForItsPurposeAlone()
{
    QFETCH(QString, name);
    QFETCH(TrustPurpose, purpose);
    QFETCH(Trust, ofSigner);
    QFETCH(Trust, ofAuthority);
    TrustStore trust;
    QVERIFY(trust.add({anchor(name, purpose)}));
    QCOMPARE(signer(QStringLiteral("ada"), trust), ofSigner);
    QCOMPARE(authority(trust), ofAuthority);
}

void TestTrustAnchor::aPinnedPersonVouchesForNobodyElse()
{
    TrustStore trust;
    QVERIFY(trust.add({anchor(QStringLiteral("self"), TrustPurpose::Person)}));
    QCOMPARE(signer(QStringLiteral("ada"), trust), Trust::UnknownSigner);
    QVERIFY(trust.add({anchor(QStringLiteral("ada"), TrustPurpose::Person)}));
    QCOMPARE(signer(QStringLiteral("ada"), trust), Trust::Trusted);
    QCOMPARE(signer(QStringLiteral("ben"), trust), Trust::UnknownSigner);
    // Trusted or not, a key that must not sign stays one.
    QCOMPARE(signer(QStringLiteral("locked"), trust), Trust::NotForSigning);
}

void TestTrustAnchor::whoIsNamedForOneCheckIsTrustedForEverything()
{
    TrustStore named;
    QVERIFY(named.addDer(der(QStringLiteral("root"))));
    QCOMPARE(signer(QStringLiteral("ada"), named), Trust::Trusted);
    QCOMPARE(authority(named), Trust::Trusted);
    TrustStore kept;
    const auto first = kept.add({anchor(QStringLiteral("ben"), TrustPurpose::Person)});
    QVERIFY(first);
    QCOMPARE(*first, 1);
    QCOMPARE(signer(QStringLiteral("ada"), kept), Trust::UnknownSigner);
    const auto more = kept.add(named);
    QVERIFY(more);
    QCOMPARE(*more, 1);
    QCOMPARE(signer(QStringLiteral("ada"), kept), Trust::Trusted);
    const auto again = kept.add(named);
    QVERIFY(again);
    QCOMPARE(*again, 0);
}

void TestTrustAnchor::namesAreShownWithoutControls()
{
    QCOMPARE(withoutControls(QStringLiteral("Ada\u202E\u0007 Example\n")), QStringLiteral("Ada Example"));
    QCOMPARE(withoutControls(QString(300, u'n')).size(), 256);
}

QTEST_GUILESS_MAIN(TestTrustAnchor)
#include "tst_trustanchor.moc"
