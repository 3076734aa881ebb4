// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/timestamprequest.h"

#include "core/signing/certificatereading.h"
#include "core/signing/timestampservice.h"
#include "tests/core/signing/signingsamples.h"
#include "tests/support/timestampservice.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>

using namespace cq;
using namespace cq::samples;
using cq::testing::TimestampService;

class TestTimestampRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theQuestionIsReadByAnotherProgram();
    void noTwoQuestionsAreTheSame();
    void onlyASha256IsAskedFor();
    void anHonestAnswerIsAccepted();
    void aLyingAnswerIsTold_data();
    void aLyingAnswerIsTold();
    void anAnswerThatIsTooLongIsNotRead();
    void aTokenOfACertificateForOtherThingsIsTold();
    void whateverIsFlippedNothingElseIsAttested();
    void aCutTokenIsNoToken();
    void whatFollowsATokenIsLeftAlone();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    Result<TimestampToken> ask(const char *servicePath) const;
    QByteArray honestToken() const;

    QTemporaryDir m_folder;
    std::unique_ptr<TimestampService> m_service;
    QByteArray m_digest = QByteArray::fromHex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
};

Result<TimestampToken> TestTimestampRequest::ask(const char *servicePath) const
{
    const auto source = timestampService(m_service->url(servicePath));
    return source ? (*source)(m_digest) : Result<TimestampToken>(source.error());
}

QByteArray TestTimestampRequest::honestToken() const
{
    const auto token = ask("/");
    if (!token)
        qWarning() << token.error().text();
    return token ? token->der() : QByteArray();
}

void TestTimestampRequest::initTestCase()
{
    m_service = std::make_unique<TimestampService>(m_folder.path());
    QVERIFY2(m_service->isRunning(), "python3 and openssl are needed");
}

void TestTimestampRequest::theQuestionIsReadByAnotherProgram()
{
    const auto request = TimestampRequest::over(m_digest);
    QVERIFY(request);
    QVERIFY(writeFile(path("question.tsq"), request->bytes()));
    const ToolAnswer read = runTool(QStringLiteral("openssl"),
        {QStringLiteral("ts"), QStringLiteral("-query"), QStringLiteral("-in"), path("question.tsq"),
            QStringLiteral("-text")});
    QCOMPARE(read.exitCode, 0);
    QVERIFY2(read.output.contains(QStringLiteral("Version: 1")), qPrintable(read.output));
    QVERIFY2(read.output.contains(QStringLiteral("Hash Algorithm: sha256")), qPrintable(read.output));
    QVERIFY2(read.output.contains(QStringLiteral("Certificate required: yes")), qPrintable(read.output));
    static const QRegularExpression nonce(QStringLiteral("Nonce: 0x[0-9A-F]{32}\\n"));
    QVERIFY2(read.output.contains(nonce), qPrintable(read.output));
    QVERIFY(request->bytes().contains(m_digest));
}

void TestTimestampRequest::noTwoQuestionsAreTheSame()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 100; ++i)
        seen.insert(TimestampRequest::over(m_digest)->bytes());
    QCOMPARE(seen.size(), 100);
}

void TestTimestampRequest::onlyASha256IsAskedFor()
{
    for (const qsizetype length : {0, 20, 31, 33, 64}) {
        const auto request = TimestampRequest::over(QByteArray(length, 'x'));
        QVERIFY(!request);
        QCOMPARE(request.error().code, ErrorCode::InvalidInput);
    }
}

void TestTimestampRequest::anHonestAnswerIsAccepted()
{
    const auto token = ask("/");
    QVERIFY2(token, token ? "" : qPrintable(token.error().text()));
    QVERIFY(token->holdsFor(m_digest));
    QVERIFY(!token->holdsFor(QByteArray(32, 'x')));
    QVERIFY(!token->holdsFor(QByteArray()));
    QCOMPARE(token->nonce().size(), 16);
    QCOMPARE(certificateInfo(token->authority()).subjectName, QStringLiteral("Fictional Time Authority"));
    QVERIFY(qAbs(token->time().utcMs - QDateTime::currentMSecsSinceEpoch()) < 3600 * 1000);
    // What somebody else's program says of the same token.
    QVERIFY(writeFile(path("token.der"), token->der()));
    const ToolAnswer openssl = runTool(QStringLiteral("openssl"),
        {QStringLiteral("ts"), QStringLiteral("-verify"), QStringLiteral("-digest"),
            QString::fromLatin1(m_digest.toHex()), QStringLiteral("-in"), path("token.der"),
            QStringLiteral("-token_in"), QStringLiteral("-CAfile"), path("tsa-root.pem")});
    QVERIFY2(openssl.exitCode == 0 && openssl.output.contains(QStringLiteral("Verification: OK")),
        qPrintable(openssl.output));
}

void TestTimestampRequest::aLyingAnswerIsTold_data()
{
    QTest::addColumn<QByteArray>("servicePath");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *servicePath, const char *said) {
        QTest::newRow(servicePath) << QByteArray(servicePath) << QString::fromLatin1(said);
    };
    row("/nonce", "its nonce is not the one sent");
    row("/no-nonce", "its nonce is not the one sent");
    row("/digest", "over another digest");
    row("/refuses", "no timestamp was granted: rejection");
    row("/no-certificate", "does not carry its signer's certificate");
    row("/flipped", "does not belong to its certificate's key");
    row("/cut", "");
    row("/longer", "");
}

void TestTimestampRequest::aLyingAnswerIsTold()
{
    QFETCH(QByteArray, servicePath);
    QFETCH(QString, said);
    const auto token = ask(servicePath.constData());
    QVERIFY(!token);
    QCOMPARE(token.error().code, ErrorCode::ServiceAnswerWrong);
    QVERIFY2(token.error().text().contains(said), qPrintable(token.error().text()));
    QVERIFY2(token.error().text().contains(m_service->url(servicePath.constData())), qPrintable(token.error().text()));
}

void TestTimestampRequest::anAnswerThatIsTooLongIsNotRead()
{
    const auto request = TimestampRequest::over(m_digest);
    QVERIFY(request);
    const auto token = request->accept(QByteArray(TimestampRequest::maxAnswerBytes + 1, '0'));
    QVERIFY(!token);
    QCOMPARE(token.error().code, ErrorCode::ServiceAnswerWrong);
    QVERIFY2(token.error().detail.contains(QStringLiteral("bytes")), qPrintable(token.error().detail));
    QVERIFY(!request->accept(QByteArray()));
}

void TestTimestampRequest::aTokenOfACertificateForOtherThingsIsTold()
{
    // Somebody's certificate for signing documents, put under what a timestamp says.
    QVERIFY(makeRoot(m_folder.path()));
    QVERIFY(makeSigner(m_folder.path(), QStringLiteral("ada"), QStringLiteral("digitalSignature")));
    const auto request = TimestampRequest::over(m_digest);
    QVERIFY(request);
    QVERIFY(writeFile(path("question.tsq"), request->bytes()));
    const QString openssl = QStringLiteral("openssl");
    QCOMPARE(runTool(openssl,
                 {QStringLiteral("ts"), QStringLiteral("-reply"), QStringLiteral("-config"), path("tsa.cnf"),
                     QStringLiteral("-queryfile"), path("question.tsq"), QStringLiteral("-token_out"),
                     QStringLiteral("-out"), path("honest.der")})
                 .exitCode,
        0);
    const auto honest = TimestampToken::parse(readFile(path("honest.der")));
    QVERIFY(honest);
    QCOMPARE(runTool(openssl,
                 {QStringLiteral("cms"), QStringLiteral("-verify"), QStringLiteral("-noverify"),
                     QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"), path("honest.der"),
                     QStringLiteral("-out"), path("said.der")})
                 .exitCode,
        0);
    const ToolAnswer forged = runTool(openssl,
        {QStringLiteral("cms"), QStringLiteral("-sign"), QStringLiteral("-binary"), QStringLiteral("-nodetach"),
            QStringLiteral("-cades"), QStringLiteral("-econtent_type"), QStringLiteral("1.2.840.113549.1.9.16.1.4"),
            QStringLiteral("-md"), QStringLiteral("sha256"), QStringLiteral("-in"), path("said.der"),
            QStringLiteral("-signer"), path("ada.pem"), QStringLiteral("-inkey"), path("ada.key"),
            QStringLiteral("-outform"), QStringLiteral("DER"), QStringLiteral("-out"), path("forged.der")});
    QVERIFY2(forged.exitCode == 0, qPrintable(forged.output));
    const QByteArray token = readFile(path("forged.der"));
    const auto parsed = TimestampToken::parse(token);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().text()));
    QVERIFY(parsed->holdsFor(m_digest)); // it is signed well, by the wrong one
    const QByteArray body = QByteArray::fromHex("3003020100") + token;
    const QByteArray length = QByteArray::fromHex("3082") + char(body.size() >> 8) + char(body.size() & 0xFF);
    const auto accepted = request->accept(length + body);
    QVERIFY(!accepted);
    QCOMPARE(accepted.error().code, ErrorCode::ServiceAnswerWrong);
    QVERIFY2(accepted.error().detail.contains(QStringLiteral("not meant for timestamps")),
        qPrintable(accepted.error().detail));
}

void TestTimestampRequest::whateverIsFlippedNothingElseIsAttested()
{
    const QByteArray der = honestToken();
    const auto original = TimestampToken::parse(der);
    QVERIFY(original);
    int held = 0;
    for (qsizetype at = 0; at < der.size(); ++at) {
        QByteArray changed = der;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const auto token = TimestampToken::parse(changed);
        if (!token || !token->holdsFor(m_digest))
            continue;
        // A certificate above the authority's is under no signature of the token.
        ++held;
        QCOMPARE(token->time(), original->time());
        QCOMPARE(token->nonce(), original->nonce());
        QVERIFY(certificateInfo(token->authority()) == certificateInfo(original->authority()));
    }
    QVERIFY2(held < der.size() / 2, QByteArray::number(held).constData());
}

void TestTimestampRequest::aCutTokenIsNoToken()
{
    const QByteArray der = honestToken();
    QVERIFY(!der.isEmpty());
    for (qsizetype length = 0; length < der.size(); length += 7) {
        const auto token = TimestampToken::parse(der.first(length));
        QVERIFY2(!token, QByteArray::number(length).constData());
        QCOMPARE(token.error().code, ErrorCode::Malformed);
    }
}

void TestTimestampRequest::whatFollowsATokenIsLeftAlone()
{
    const QByteArray der = honestToken();
    const auto token = TimestampToken::parse(der + QByteArray(100, '\0'));
    QVERIFY(token);
    QCOMPARE(token->der(), der);
    QVERIFY(token->holdsFor(m_digest));
}

QTEST_GUILESS_MAIN(TestTimestampRequest)
#include "tst_timestamprequest.moc"
