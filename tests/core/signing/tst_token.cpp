// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfverifier.h"
#include "core/signing/pkcs11module.h"
#include "core/signing/tokenuri.h"
#include "tests/core/signing/signingsamples.h"
#include "tests/core/signing/softtoken.h"

#include <QTest>

using namespace cq;
using namespace cq::samples;

/// Keys on cards and tokens, with SoftHSM as the card. No real card is tried here.
class TestToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_card.isMade(), qPrintable(m_card.problem())); }
    void aTokenIsSeenWithWhatCanSign();
    void aKeyOnATokenSigns_data();
    void aKeyOnATokenSigns();
    void aWrongPinIsToldAndTheRightOneStillWorks();
    void aLockedTokenIsTold();
    void aTokenPulledOutLeavesNoFile();
    void aCertificateWithoutItsKeyCannotSign();
    void theKeyNeverLeaves();
    void aUriNamesOneCertificate();
    void aUriThatNamesNoneOrSeveralIsRefused_data();
    void aUriThatNamesNoneOrSeveralIsRefused();
    void whatIsNoModuleIsTold_data();
    void whatIsNoModuleIsTold();
    void modulesOfTheSystemAreFound();

private:
    /// Signs a document with what fromToken() gives.
    Result<QByteArray> sign(const SigningIdentity &identity) const;

    SoftToken m_card;
};

Result<QByteArray> TestToken::sign(const SigningIdentity &identity) const
{
    const QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("in.pdf"));
    const QString out = folder.filePath(QStringLiteral("out.pdf"));
    writeFile(in, handWrittenPdf());
    SignatureRequest asked = request();
    asked.time = {QDateTime::currentMSecsSinceEpoch(), 0}; // the card's certificates are of today
    if (auto done = signPdf(in, out, identity, asked); !done) {
        if (QFile::exists(out))
            return Error{ErrorCode::Internal, QStringLiteral("a file was left"), {}};
        return done.error();
    }
    return readFile(out);
}

void TestToken::aTokenIsSeenWithWhatCanSign()
{
    const Token token = m_card.token();
    QCOMPARE(token.label, QStringLiteral("Karte Nord"));
    QVERIFY(!token.serial.isEmpty());
    QVERIFY(!token.isPinLocked);
    QList<QByteArray> ids;
    for (const TokenCertificate &certificate : token.certificates)
        ids.append(certificate.id);
    std::sort(ids.begin(), ids.end());
    QCOMPARE(ids, (QList<QByteArray>{SoftToken::rsaId(), SoftToken::ecId(), SoftToken::keylessId()}));
    // The one for encryption only is not offered.
    QVERIFY(!ids.contains(SoftToken::encryptingId()));
}

void TestToken::aKeyOnATokenSigns_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("RSA") << SoftToken::rsaId();
    QTest::newRow("EC") << SoftToken::ecId();
}

void TestToken::aKeyOnATokenSigns()
{
    QFETCH(QByteArray, id);
    const auto identity = SigningIdentity::fromToken(m_card.token(), id, Passphrase(QByteArray(SoftToken::rightPin)));
    QVERIFY2(identity, qPrintable(identity ? QString() : identity.error().text()));
    const auto bytes = sign(*identity);
    QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error().text()));
    const auto verdict = verifyPdf(*bytes, {}, fixedMoment());
    QCOMPARE(verdict->signatures.size(), 1);
    QCOMPARE(verdict->signatures.first().integrity, Integrity::Intact);
    QCOMPARE(verdict->signatures.first().level, SignatureLevel::BaselineB);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("signed.pdf"));
    QVERIFY(writeFile(file, *bytes));
    const ToolAnswer judged = runTool(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), file});
    QVERIFY2(judged.output.contains(QStringLiteral("Signature is Valid")), qPrintable(judged.output));
    QVERIFY(sign(*identity)); // the PIN is asked once, not for each signature
}

void TestToken::aWrongPinIsToldAndTheRightOneStillWorks()
{
    const auto wrong = SigningIdentity::fromToken(m_card.token(), SoftToken::ecId(), Passphrase(QByteArray("9999")));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::WrongPassphrase);
    QVERIFY(SigningIdentity::fromToken(m_card.token(), SoftToken::ecId(), Passphrase(QByteArray(SoftToken::rightPin))));
}

void TestToken::aLockedTokenIsTold()
{
    const auto tokens = tokensOf(QStringLiteral(CQ_LOCKED_TOKEN));
    QVERIFY2(tokens, qPrintable(tokens ? QString() : tokens.error().text()));
    QVERIFY(!tokens->isEmpty());
    const auto locked
        = SigningIdentity::fromToken(tokens->first(), SoftToken::ecId(), Passphrase(QByteArray(SoftToken::rightPin)));
    QVERIFY(!locked);
    QCOMPARE(locked.error().code, ErrorCode::TokenLocked);
    Token told = m_card.token(); // a card that says so itself is not asked
    told.isPinLocked = true;
    QCOMPARE(SigningIdentity::fromToken(told, SoftToken::ecId(), Passphrase(QByteArray("1"))).error().code,
        ErrorCode::TokenLocked);
}

void TestToken::aTokenPulledOutLeavesNoFile()
{
    const Token token = m_card.token();
    const auto identity = SigningIdentity::fromToken(token, SoftToken::ecId(), Passphrase(QByteArray(SoftToken::rightPin)));
    QVERIFY(identity);
    m_card.pull();
    const auto bytes = sign(*identity);
    m_card.plug();
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::TokenGone);
}

void TestToken::aCertificateWithoutItsKeyCannotSign()
{
    const auto identity
        = SigningIdentity::fromToken(m_card.token(), SoftToken::keylessId(), Passphrase(QByteArray(SoftToken::rightPin)));
    QVERIFY(!identity);
    QCOMPARE(identity.error().code, ErrorCode::KeyUnusable);
    const auto absent
        = SigningIdentity::fromToken(m_card.token(), QByteArray("\x77"), Passphrase(QByteArray(SoftToken::rightPin)));
    QCOMPARE(absent.error().code, ErrorCode::TokenGone);
}

void TestToken::theKeyNeverLeaves()
{
    const auto identity
        = SigningIdentity::fromToken(m_card.token(), SoftToken::ecId(), Passphrase(QByteArray(SoftToken::rightPin)));
    QVERIFY(identity);
    QCOMPARE(identity->toPkcs12(Passphrase(QStringLiteral("long enough"))).error().code, ErrorCode::KeyUnusable);
}

void TestToken::aUriNamesOneCertificate()
{
    const Token token = m_card.token();
    for (const TokenCertificate &certificate : token.certificates) {
        const QString uri = tokenUri({token, certificate});
        QVERIFY2(uri.startsWith(QStringLiteral("pkcs11:")), qPrintable(uri));
        const auto choice = tokenChoice(uri, {SoftToken::modulePath()});
        QVERIFY2(choice, qPrintable(uri));
        QCOMPARE(choice->certificate.id, certificate.id);
        QCOMPARE(choice->token.serial, token.serial);
    }
    const auto byLabel = tokenChoice(QStringLiteral("pkcs11:token=Karte%20Nord;object=centre;type=private"),
        {QStringLiteral("/nowhere/module.so"), SoftToken::modulePath()}); // a dead driver hides nobody
    QVERIFY2(byLabel, qPrintable(byLabel ? QString() : byLabel.error().text()));
    QCOMPARE(byLabel->certificate.id, SoftToken::ecId());
    const auto byModule = tokenChoice(
        QStringLiteral("pkcs11:object=auditor?module-path=%1").arg(SoftToken::modulePath()), {});
    QCOMPARE(byModule->certificate.id, SoftToken::rsaId());
}

void TestToken::aUriThatNamesNoneOrSeveralIsRefused_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<int>("code");
    QTest::newRow("no URI") << QStringLiteral("auditor") << int(ErrorCode::Malformed);
    QTest::newRow("bad escape") << QStringLiteral("pkcs11:object=%zz") << int(ErrorCode::Malformed);
    QTest::newRow("other token") << QStringLiteral("pkcs11:token=Other") << int(ErrorCode::NotFound);
    QTest::newRow("other object") << QStringLiteral("pkcs11:object=nobody") << int(ErrorCode::NotFound);
    QTest::newRow("several") << QStringLiteral("pkcs11:token=Karte%20Nord") << int(ErrorCode::Conflict);
    QTest::newRow("dead module") << QStringLiteral("pkcs11:object=auditor?module-path=/nowhere/module.so")
                                 << int(ErrorCode::Unreadable);
}

void TestToken::aUriThatNamesNoneOrSeveralIsRefused()
{
    QFETCH(QString, uri);
    QFETCH(int, code);
    const auto choice = tokenChoice(uri, {SoftToken::modulePath()});
    QVERIFY(!choice);
    QCOMPARE(int(choice.error().code), code);
}

void TestToken::whatIsNoModuleIsTold_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("absent") << QStringLiteral("/nowhere/module.so");
    QTest::newRow("another library") << QStringLiteral("libcrypto.so.3");
    QTest::newRow("no library") << QStringLiteral(__FILE__);
    QTest::newRow("nothing") << QString();
}

void TestToken::whatIsNoModuleIsTold()
{
    QFETCH(QString, path);
    const auto tokens = tokensOf(path);
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().code, ErrorCode::Unreadable);
    QVERIFY(!tokens.error().detail.isEmpty());
}

void TestToken::modulesOfTheSystemAreFound()
{
    const QStringList found = Pkcs11Module::installed();
    QVERIFY2(found.filter(QStringLiteral("softhsm")).size() == 1, qPrintable(found.join(u' ')));
    QVERIFY(found.filter(QStringLiteral("p11-kit-trust")).isEmpty()); // holds authorities, no keys
}

QTEST_GUILESS_MAIN(TestToken)
#include "tst_token.moc"
