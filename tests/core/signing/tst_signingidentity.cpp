// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/signingidentity.h"
#include "tests/core/signing/signingsamples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cq;
using namespace cq::samples;

namespace {

Passphrase passphrase()
{
    return Passphrase(QStringLiteral("correct h\u00F6rse"));
}

constexpr qint64 dayMs = 24LL * 3600 * 1000;

} // namespace

class TestSigningIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewIdentityNamesItsHolderAndSaysItIsSelfIssued_data();
    void aNewIdentityNamesItsHolderAndSaysItIsSelfIssued();
    void twoIdentitiesNeverShareASerialOrAKey();
    void namesTheCertificateCannotHoldAreRefused_data();
    void namesTheCertificateCannotHoldAreRefused();
    void anIdentitySurvivesTheWayThroughPkcs12();
    void openSslReadsThePkcs12AndSeesAes256();
    void aWrongPassphraseIsTold();
    void aShortPassphraseIsRefusedForWriting_data();
    void aShortPassphraseIsRefusedForWriting();
    void filesThatAreNoIdentityAreRefused_data();
    void filesThatAreNoIdentityAreRefused();
    void keysOfOtherKindsAreUnusable_data();
    void keysOfOtherKindsAreUnusable();
    void aForeignChainIsKept();
    void anIdentityIsUsableOnlyWithinItsValidity_data();
    void anIdentityIsUsableOnlyWithinItsValidity();
    void aCertificateForEncryptionIsNotUsableForSigning();
    void aPassphraseCountsCharactersNotBytes();
};

void TestSigningIdentity::aNewIdentityNamesItsHolderAndSaysItIsSelfIssued_data()
{
    QTest::addColumn<KeyAlgorithm>("algorithm");
    QTest::addColumn<QString>("text");
    QTest::newRow("ec") << KeyAlgorithm::EcP256 << QStringLiteral("ECDSA P-256");
    QTest::newRow("rsa") << KeyAlgorithm::Rsa3072 << QStringLiteral("RSA 3072");
}

void TestSigningIdentity::aNewIdentityNamesItsHolderAndSaysItIsSelfIssued()
{
    QFETCH(KeyAlgorithm, algorithm);
    QFETCH(QString, text);
    const CertificateInfo info = identity(algorithm).certificate();
    QCOMPARE(info.subjectName, QStringLiteral("Zo\u00EB \u0141ukasiewicz"));
    QCOMPARE(info.organisation, QStringLiteral("Fictional Centre"));
    QCOMPARE(info.issuerName, info.subjectName);
    QCOMPARE(info.algorithm, text);
    QVERIFY(info.selfIssued);
    QVERIFY(info.madeInProgram);
    QCOMPARE(info.sha256.size(), 64);
    QCOMPARE(info.notBefore.utcMs, fixedMoment().utcMs);
    QCOMPARE(info.notAfter.utcText(), QStringLiteral("2029-11-22T13:05:09.000Z"));
}

void TestSigningIdentity::twoIdentitiesNeverShareASerialOrAKey()
{
    const CertificateInfo a = newIdentity().certificate();
    const CertificateInfo b = newIdentity().certificate();
    QVERIFY(a.serial != b.serial);
    QVERIFY(a.sha256 != b.sha256);
}

void TestSigningIdentity::namesTheCertificateCannotHoldAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("organisation");
    QTest::newRow("empty name") << QString() << QStringLiteral("O");
    QTest::newRow("blank name") << QStringLiteral("   ") << QString();
    QTest::newRow("name of 65") << QString(65, u'n') << QString();
    QTest::newRow("organisation of 65") << QStringLiteral("n") << QString(65, u'o');
}

void TestSigningIdentity::namesTheCertificateCannotHoldAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, organisation);
    const auto made = SigningIdentity::create({name, organisation, KeyAlgorithm::EcP256}, fixedMoment());
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InvalidInput);
}

void TestSigningIdentity::anIdentitySurvivesTheWayThroughPkcs12()
{
    const SigningIdentity &made = identity();
    const auto bytes = made.toPkcs12(passphrase());
    QVERIFY(bytes);
    const auto read = SigningIdentity::fromPkcs12(*bytes, passphrase());
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(read->certificate(), made.certificate());
}

void TestSigningIdentity::openSslReadsThePkcs12AndSeesAes256()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("made.p12"));
    const auto bytes = identity(KeyAlgorithm::Rsa3072).toPkcs12(Passphrase(QStringLiteral("correct horse")));
    QVERIFY(bytes);
    QVERIFY(writeFile(path, *bytes));
    const ToolAnswer answer = runTool(QStringLiteral("openssl"),
        {QStringLiteral("pkcs12"), QStringLiteral("-in"), path, QStringLiteral("-info"), QStringLiteral("-noout"),
            QStringLiteral("-passin"), QStringLiteral("pass:correct horse")});
    QVERIFY2(answer.exitCode == 0, qPrintable(answer.output));
    QVERIFY2(answer.output.contains(QStringLiteral("PBES2, PBKDF2, AES-256-CBC, Iteration 300000")),
        qPrintable(answer.output));
    QVERIFY2(!answer.output.contains(QStringLiteral("RC2")), qPrintable(answer.output));
}

void TestSigningIdentity::aWrongPassphraseIsTold()
{
    const auto bytes = identity().toPkcs12(passphrase());
    QVERIFY(bytes);
    for (const QString &wrong : {QStringLiteral("correct horse"), QString(), QStringLiteral("correct h\u00F6rse ")}) {
        const auto read = SigningIdentity::fromPkcs12(*bytes, Passphrase(wrong));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::WrongPassphrase);
    }
}

void TestSigningIdentity::aShortPassphraseIsRefusedForWriting_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("seven") << QStringLiteral("1234567");
    QTest::newRow("seven characters of two bytes") << QString(7, QChar(0x00F6));
    QTest::newRow("a zero inside") << (QStringLiteral("1234") + QChar(u'\0') + QStringLiteral("56789"));
}

void TestSigningIdentity::aShortPassphraseIsRefusedForWriting()
{
    QFETCH(QString, text);
    const auto bytes = identity().toPkcs12(Passphrase(text));
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::InvalidInput);
}

void TestSigningIdentity::filesThatAreNoIdentityAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray good = *identity().toPkcs12(passphrase());
    QTest::newRow("empty") << QByteArray() << ErrorCode::Malformed;
    QTest::newRow("text") << QByteArray("not a key at all") << ErrorCode::Malformed;
    QTest::newRow("cut") << good.first(good.size() / 2) << ErrorCode::Malformed;
    QTest::newRow("something behind") << good + "x" << ErrorCode::Malformed;
    QTest::newRow("over the limit") << QByteArray(SigningIdentity::maxPkcs12Bytes + 1, '0') << ErrorCode::TooLarge;
    QByteArray flipped = good;
    flipped[good.size() / 2] = static_cast<char>(flipped[good.size() / 2] ^ 1);
    // A changed byte and a wrong passphrase look the same to the file's own check.
    QTest::newRow("flipped byte") << flipped << ErrorCode::WrongPassphrase;
}

void TestSigningIdentity::filesThatAreNoIdentityAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const auto read = SigningIdentity::fromPkcs12(bytes, passphrase());
    QVERIFY(!read);
    QCOMPARE(read.error().code, code);
}

void TestSigningIdentity::keysOfOtherKindsAreUnusable_data()
{
    QTest::addColumn<QStringList>("newKey");
    QTest::addColumn<QString>("content");
    const QString all;
    QTest::newRow("ed25519") << QStringList{QStringLiteral("ed25519")} << all;
    QTest::newRow("P-384") << QStringList{QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
        QStringLiteral("ec_paramgen_curve:P-384")}
                           << all;
    QTest::newRow("RSA 1024") << QStringList{QStringLiteral("rsa:1024")} << all;
    const QStringList fine{QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256")};
    QTest::newRow("no key") << fine << QStringLiteral("-nokeys");
    QTest::newRow("no certificate") << fine << QStringLiteral("-nocerts");
}

void TestSigningIdentity::keysOfOtherKindsAreUnusable()
{
    QFETCH(QStringList, newKey);
    QFETCH(QString, content);
    const QTemporaryDir folder;
    const QString key = folder.filePath(QStringLiteral("k.key"));
    const QString certificate = folder.filePath(QStringLiteral("k.pem"));
    const QString packed = folder.filePath(QStringLiteral("k.p12"));
    const QStringList request = QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey")}
        + newKey
        + QStringList{QStringLiteral("-nodes"), QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate,
            QStringLiteral("-subj"), QStringLiteral("/CN=Fictional")};
    QCOMPARE(runTool(QStringLiteral("openssl"), request).exitCode, 0);
    QStringList pack{QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-in"), certificate,
        QStringLiteral("-inkey"), key, QStringLiteral("-passout"), QStringLiteral("pass:correct horse"),
        QStringLiteral("-out"), packed};
    if (!content.isEmpty())
        pack.append(content);
    const ToolAnswer answer = runTool(QStringLiteral("openssl"), pack);
    QVERIFY2(answer.exitCode == 0, qPrintable(answer.output));
    const auto read = SigningIdentity::fromPkcs12(readFile(packed), Passphrase(QStringLiteral("correct horse")));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::KeyUnusable);
    QVERIFY(!read.error().detail.isEmpty());
}

void TestSigningIdentity::aForeignChainIsKept()
{
    const QTemporaryDir folder;
    QVERIFY(makeRoot(folder.path()));
    QVERIFY(makeSigner(folder.path(), QStringLiteral("ada"), QStringLiteral("digitalSignature")));
    const auto read = SigningIdentity::fromPkcs12(
        readFile(folder.filePath(QStringLiteral("ada.p12"))), Passphrase(QByteArray("correct horse")));
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    const CertificateInfo info = read->certificate();
    QCOMPARE(info.subjectName, QStringLiteral("Ada Example"));
    QCOMPARE(info.issuerName, QStringLiteral("Fictional Root"));
    QVERIFY(!info.selfIssued);
    QVERIFY(!info.madeInProgram);

    const QString copy = folder.filePath(QStringLiteral("copy.p12"));
    const auto again = read->toPkcs12(Passphrase(QByteArray("another one")));
    QVERIFY(again);
    QVERIFY(writeFile(copy, *again));
    const ToolAnswer answer = runTool(QStringLiteral("openssl"),
        {QStringLiteral("pkcs12"), QStringLiteral("-in"), copy, QStringLiteral("-nokeys"), QStringLiteral("-passin"),
            QStringLiteral("pass:another one")});
    QCOMPARE(answer.exitCode, 0);
    QCOMPARE(answer.output.count(QStringLiteral("BEGIN CERTIFICATE")), 2);
}

void TestSigningIdentity::anIdentityIsUsableOnlyWithinItsValidity_data()
{
    QTest::addColumn<qint64>("distanceMs");
    QTest::addColumn<bool>("usable");
    QTest::newRow("a day before") << -dayMs << false;
    QTest::newRow("a second before") << qint64{-1000} << false;
    QTest::newRow("at once") << qint64{0} << true;
    QTest::newRow("a year later") << 365 * dayMs << true;
    QTest::newRow("after three years") << (3 * 365 + 2) * dayMs << false;
}

void TestSigningIdentity::anIdentityIsUsableOnlyWithinItsValidity()
{
    QFETCH(qint64, distanceMs);
    QFETCH(bool, usable);
    const auto answer = identity().usableAt({fixedMoment().utcMs + distanceMs, 0});
    QCOMPARE(static_cast<bool>(answer), usable);
    if (!usable)
        QCOMPARE(answer.error().code, ErrorCode::KeyUnusable);
}

void TestSigningIdentity::aCertificateForEncryptionIsNotUsableForSigning()
{
    const QTemporaryDir folder;
    QVERIFY(makeRoot(folder.path()));
    QVERIFY(makeSigner(folder.path(), QStringLiteral("box"), QStringLiteral("keyEncipherment")));
    const auto read = SigningIdentity::fromPkcs12(
        readFile(folder.filePath(QStringLiteral("box.p12"))), Passphrase(QByteArray("correct horse")));
    QVERIFY(read);
    const auto answer = read->usableAt(read->certificate().notBefore);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::KeyUnusable);
    QVERIFY(answer.error().detail.contains(QStringLiteral("key usage")));
}

void TestSigningIdentity::aPassphraseCountsCharactersNotBytes()
{
    Passphrase first(QStringLiteral("h\u00F6rse"));
    QCOMPARE(first.length(), 5);
    QCOMPARE(QByteArray(first.data()), QByteArray("h\xC3\xB6rse"));
    Passphrase second = std::move(first);
    QCOMPARE(second.length(), 5);
    second = Passphrase(QByteArray("other"));
    QCOMPARE(QByteArray(second.data()), QByteArray("other"));
    QVERIFY(!second.hasEmbeddedZero());
    QVERIFY(Passphrase(QByteArray("a\0b", 3)).hasEmbeddedZero());
}

QTEST_GUILESS_MAIN(TestSigningIdentity)
#include "tst_signingidentity.moc"
