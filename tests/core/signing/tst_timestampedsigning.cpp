// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures with a timestamp of their own: made, judged, and what becomes of them where the service fails.
#include "core/base/clock.h"
#include "core/signing/cmssignature.h"
#include "core/signing/detachedsigner.h"
#include "core/signing/pdfrevisionwriter.h"
#include "core/signing/pdfverifier.h"
#include "core/signing/timestamprequest.h"
#include "tests/core/signing/signingsamples.h"
#include "tests/support/timestampservice.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>

using namespace cq;
using namespace cq::samples;
using cq::testing::TimestampService;

class TestTimestampedSigning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aTimestampedSignatureIsBaselineT_data();
    void aTimestampedSignatureIsBaselineT();
    void otherProgramsAcceptTimestampAndSignature();
    void anUntrustedAuthorityIsToldApart();
    void aProvenTimeIsTheMomentOfJudgement();
    void aServiceThatFailsCostsTheTimestampOnly_data();
    void aServiceThatFailsCostsTheTimestampOnly();
    void aTimestampOverSomethingElseIsTold();
    void aSourceThatLiesIsCaughtBeforeTheFileHasItsName();
    void whoCancelsGetsNoFile();

private:
    QString path(const char *name) const { return m_files->filePath(QString::fromLatin1(name)); }
    TimestampSource source(const char *servicePath = "/", std::chrono::milliseconds deadline = timestampDeadline) const;
    QByteArray signedWithTimestamp(const SigningIdentity &signer, const Timestamp &claimed);
    QStringList filesThere() const;
    SignatureVerdict onlySignature(const QByteArray &pdf, const TrustStore &trust = {}) const;
    static QByteArray cmsOf(const QByteArray &pdf);

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<TimestampService> m_service;
    TrustStore m_timeTrust;
    QByteArray m_plain = handWrittenPdf();
};

TimestampSource TestTimestampedSigning::source(const char *servicePath, std::chrono::milliseconds deadline) const
{
    return timestampService(m_service->url(servicePath), nullptr, deadline).value();
}

QStringList TestTimestampedSigning::filesThere() const
{
    return QDir(m_files->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

QByteArray TestTimestampedSigning::cmsOf(const QByteArray &pdf)
{
    const QList<qsizetype> range = lastByteRange(pdf);
    return QByteArray::fromHex(pdf.mid(range[1] + 1, range[2] - range[1] - 2));
}

QByteArray TestTimestampedSigning::signedWithTimestamp(const SigningIdentity &signer, const Timestamp &claimed)
{
    SignatureRequest wanted = request();
    wanted.time = claimed;
    const auto done = signPdf(path("in.pdf"), path("out.pdf"), signer, wanted, source());
    if (!done || done->withoutTimestamp) {
        qWarning() << (done ? *done->withoutTimestamp : done.error()).text();
        return {};
    }
    return readFile(path("out.pdf"));
}

SignatureVerdict TestTimestampedSigning::onlySignature(const QByteArray &pdf, const TrustStore &trust) const
{
    const auto verdict = verifyPdf(pdf, trust, systemClock()());
    return verdict && verdict->signatures.size() == 1 ? verdict->signatures.first() : SignatureVerdict();
}

void TestTimestampedSigning::initTestCase()
{
    m_service = std::make_unique<TimestampService>(m_folder.path());
    QVERIFY2(m_service->isRunning(), "python3 and openssl are needed");
    QVERIFY(m_timeTrust.addPem(readFile(m_folder.filePath(QStringLiteral("tsa-root.pem")))));
}

void TestTimestampedSigning::init()
{
    m_files = std::make_unique<QTemporaryDir>();
    QVERIFY(writeFile(path("in.pdf"), m_plain));
}

void TestTimestampedSigning::aTimestampedSignatureIsBaselineT_data()
{
    QTest::addColumn<KeyAlgorithm>("algorithm");
    QTest::addColumn<bool>("withStreams");
    QTest::newRow("ec") << KeyAlgorithm::EcP256 << false;
    QTest::newRow("rsa") << KeyAlgorithm::Rsa3072 << false;
    QTest::newRow("stream, ec") << KeyAlgorithm::EcP256 << true;
}

void TestTimestampedSigning::aTimestampedSignatureIsBaselineT()
{
    QFETCH(KeyAlgorithm, algorithm);
    QFETCH(bool, withStreams);
    if (withStreams)
        QVERIFY(writeFile(path("in.pdf"), withObjectStreams(m_plain)));
    const QByteArray pdf = signedWithTimestamp(identity(algorithm), fixedMoment());
    QVERIFY(pdf.startsWith(readFile(path("in.pdf"))));
    const SignatureVerdict signature = onlySignature(pdf, m_timeTrust);
    QCOMPARE(signature.problem, QString());
    QCOMPARE(signature.kind, SignatureKind::Approval);
    QCOMPARE(signature.integrity, Integrity::Intact);
    QCOMPARE(signature.coverage, Coverage::WholeFile);
    QCOMPARE(textOf(signature.level), QStringLiteral("B-T"));
    QVERIFY(signature.provenTime);
    QVERIFY(signature.provenTime->authorityTrusted);
    QCOMPARE(signature.provenTime->authority.subjectName, QStringLiteral("Fictional Time Authority"));
    QVERIFY(qAbs(signature.provenTime->at.utcMs - systemClock()().utcMs) < 3600 * 1000);
    QCOMPARE(signature.time, std::optional(fixedMoment())); // what was claimed is told besides
    QCOMPARE(filesThere(), (QStringList{QStringLiteral("in.pdf"), QStringLiteral("out.pdf")}));
}

void TestTimestampedSigning::otherProgramsAcceptTimestampAndSignature()
{
    const QByteArray pdf = signedWithTimestamp(identity(KeyAlgorithm::Rsa3072), fixedMoment());
    const QList<qsizetype> range = lastByteRange(pdf);
    QCOMPARE(range.size(), 4);
    QVERIFY(writeFile(path("cms.der"), cmsOf(pdf)));
    QVERIFY(writeFile(path("content.bin"), pdf.left(range[1]) + pdf.mid(range[2])));
    const QString openssl = QStringLiteral("openssl");
    QCOMPARE(runTool(openssl,
                 {QStringLiteral("pkcs7"), QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"),
                     path("cms.der"), QStringLiteral("-print_certs"), QStringLiteral("-out"), path("signer.pem")})
                 .exitCode,
        0);
    const ToolAnswer cms = runTool(openssl,
        {QStringLiteral("cms"), QStringLiteral("-verify"), QStringLiteral("-cades"), QStringLiteral("-binary"),
            QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"), path("cms.der"),
            QStringLiteral("-content"), path("content.bin"), QStringLiteral("-CAfile"), path("signer.pem"),
            QStringLiteral("-purpose"), QStringLiteral("any"), QStringLiteral("-out"), path("verified.bin")});
    QVERIFY2(cms.exitCode == 0, qPrintable(cms.output));

    // The token and what it is over, taken out of the CMS by the places that asn1parse tells.
    const ToolAnswer parsed = runTool(openssl,
        {QStringLiteral("asn1parse"), QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"),
            path("cms.der")});
    static const QRegularExpression place(QStringLiteral(
        "(\\d+):d=\\d+ +hl=(\\d+) l= *(\\d+) prim: OCTET STRING[^\\n]*\\n[^\\n]*cont \\[ 1 \\][^\\n]*\\n[^\\n]*SEQUENCE"
        "[^\\n]*\\n[^\\n]*id-smime-aa-timeStampToken[^\\n]*\\n[^\\n]*SET[^\\n]*\\n *(\\d+):d=\\d+ +hl=(\\d+) l= "
        "*(\\d+) "
        "cons: SEQUENCE"));
    const auto found = place.match(parsed.output);
    QVERIFY2(found.hasMatch(), qPrintable(parsed.output.right(4000)));
    const auto number = [&found](int group) { return found.captured(group).toLongLong(); };
    const QByteArray der = cmsOf(pdf);
    QVERIFY(writeFile(path("value.bin"), der.mid(number(1) + number(2), number(3))));
    QVERIFY(writeFile(path("token.der"), der.mid(number(4), number(5) + number(6))));
    const ToolAnswer stamp = runTool(openssl,
        {QStringLiteral("ts"), QStringLiteral("-verify"), QStringLiteral("-data"), path("value.bin"),
            QStringLiteral("-in"), path("token.der"), QStringLiteral("-token_in"), QStringLiteral("-CAfile"),
            m_folder.filePath(QStringLiteral("tsa-root.pem"))});
    QVERIFY2(stamp.output.contains(QStringLiteral("Verification: OK")), qPrintable(stamp.output));
    const ToolAnswer poppler = runTool(QStringLiteral("pdfsig"), {path("out.pdf")});
    QVERIFY2(poppler.output.contains(QStringLiteral("Signature is Valid")), qPrintable(poppler.output));
    const ToolAnswer structure = runTool(QStringLiteral("qpdf"), {QStringLiteral("--check"), path("out.pdf")});
    QVERIFY2(structure.exitCode == 0, qPrintable(structure.output));
}

void TestTimestampedSigning::anUntrustedAuthorityIsToldApart()
{
    const QByteArray pdf = signedWithTimestamp(identity(), fixedMoment());
    const SignatureVerdict signature = onlySignature(pdf);
    QCOMPARE(signature.integrity, Integrity::Intact);
    QCOMPARE(signature.level, SignatureLevel::BaselineT);
    QVERIFY(signature.provenTime);
    QVERIFY(!signature.provenTime->authorityTrusted);
    QCOMPARE(signature.trust, Trust::SelfIssued);
}

void TestTimestampedSigning::aProvenTimeIsTheMomentOfJudgement()
{
    // A certificate that ran out a year ago, and a time claimed before that.
    const qint64 year = 366LL * 24 * 3600 * 1000;
    const Timestamp longAgo{systemClock()().utcMs - 4 * year, 0};
    const auto old = SigningIdentity::create({QStringLiteral("Ada Example"), {}, KeyAlgorithm::EcP256}, longAgo);
    QVERIFY(old);
    const QByteArray pdf = signedWithTimestamp(*old, longAgo);
    QVERIFY(writeFile(path("cms.der"), cmsOf(pdf)));
    QCOMPARE(runTool(QStringLiteral("openssl"),
                 {QStringLiteral("pkcs7"), QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"),
                     path("cms.der"), QStringLiteral("-print_certs"), QStringLiteral("-out"), path("signer.pem")})
                 .exitCode,
        0);
    TrustStore trust;
    QVERIFY(trust.addPem(readFile(path("signer.pem"))));
    // An authority nobody trusts proves nothing: the claim counts, and is worth little for a certificate that ran out.
    QCOMPARE(onlySignature(pdf, trust).trust, Trust::Expired);
    QVERIFY(trust.addPem(readFile(m_folder.filePath(QStringLiteral("tsa-root.pem")))));
    const SignatureVerdict judged = onlySignature(pdf, trust);
    QVERIFY(judged.provenTime && judged.provenTime->authorityTrusted);
    QCOMPARE(judged.trust, Trust::NotValidAtTime);
    QCOMPARE(judged.integrity, Integrity::Intact);
    QCOMPARE(judged.level, SignatureLevel::BaselineT);
}

void TestTimestampedSigning::aServiceThatFailsCostsTheTimestampOnly_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("patience");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [this](const char *servicePath, ErrorCode code, int patience = 60'000) {
        QTest::newRow(servicePath) << m_service->url(servicePath) << patience << code;
    };
    for (const char *wrong :
        {"/nonce", "/no-nonce", "/digest", "/refuses", "/no-certificate", "/flipped", "/cut", "/longer", "/empty",
            "/text", "/type", "/500", "/elsewhere", "/hangs-up", "/huge", "/huge-value", "/endless-head"})
        row(wrong, ErrorCode::ServiceAnswerWrong);
    row("/slow", ErrorCode::ServiceTooSlow, 200);
    row("/drip", ErrorCode::ServiceTooSlow, 200);
    QTest::newRow("nobody there") << QStringLiteral("http://127.0.0.1:1/") << 60'000 << ErrorCode::ServiceUnreachable;
}

void TestTimestampedSigning::aServiceThatFailsCostsTheTimestampOnly()
{
    QFETCH(QString, url);
    QFETCH(int, patience);
    QFETCH(ErrorCode, code);
    const auto failing = timestampService(url, nullptr, std::chrono::milliseconds(patience));
    QVERIFY(failing);
    const auto done = signPdf(path("in.pdf"), path("out.pdf"), identity(), request(), *failing);
    QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    QVERIFY(done->withoutTimestamp);
    QCOMPARE(done->withoutTimestamp->code, code);
    QVERIFY2(done->withoutTimestamp->text().contains(url), qPrintable(done->withoutTimestamp->text()));
    const QByteArray pdf = readFile(path("out.pdf"));
    QVERIFY(pdf.startsWith(m_plain));
    QCOMPARE(readFile(path("in.pdf")), m_plain);
    const SignatureVerdict signature = onlySignature(pdf, m_timeTrust);
    QCOMPARE(signature.integrity, Integrity::Intact);
    QCOMPARE(signature.coverage, Coverage::WholeFile);
    QCOMPARE(signature.level, SignatureLevel::BaselineB);
    QVERIFY(!signature.provenTime);
    QCOMPARE(signature.problem, QString());
    QCOMPARE(filesThere(), (QStringList{QStringLiteral("in.pdf"), QStringLiteral("out.pdf")}));
}

void TestTimestampedSigning::aTimestampOverSomethingElseIsTold()
{
    const auto other = source()(QByteArray(32, 'x'));
    QVERIFY(other);
    auto revision = buildSignatureRevision(m_plain, request(), detachedSizeLimit(identity().material()) + 8192);
    QVERIFY(revision);
    const QByteArrayView added(revision->bytes);
    const auto cms = signDetached(identity().material(),
        digestOf(
            {QByteArrayView(m_plain), added.first(revision->gapBegin), added.sliced(revision->gapEnd)}, EVP_sha256()));
    QVERIFY(cms);
    const auto stamped = withTimestamp(*cms, *other);
    QVERIFY(stamped);
    QVERIFY(fillSignature(*revision, *stamped));
    const SignatureVerdict signature = onlySignature(m_plain + revision->bytes, m_timeTrust);
    // The signature holds as it did before; what was put beside it does not.
    QCOMPARE(signature.integrity, Integrity::Intact);
    QCOMPARE(signature.level, SignatureLevel::BaselineB);
    QVERIFY(!signature.provenTime);
    QVERIFY2(signature.problem.contains(QStringLiteral("timestamp")), qPrintable(signature.problem));
}

void TestTimestampedSigning::aSourceThatLiesIsCaughtBeforeTheFileHasItsName()
{
    const TimestampSource honest = source();
    const auto done = signPdf(path("in.pdf"), path("out.pdf"), identity(), request(),
        [&honest](const QByteArray &) { return honest(QByteArray(32, 'x')); });
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::SigningFailed);
    QCOMPARE(filesThere(), QStringList{QStringLiteral("in.pdf")});
}

void TestTimestampedSigning::whoCancelsGetsNoFile()
{
    const std::atomic_bool cancelled = true;
    const auto stopped = timestampService(m_service->url("/"), &cancelled);
    QVERIFY(stopped);
    const auto done = signPdf(path("in.pdf"), path("out.pdf"), identity(), request(), *stopped);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(filesThere(), QStringList{QStringLiteral("in.pdf")});
}

QTEST_GUILESS_MAIN(TestTimestampedSigning)
#include "tst_timestampedsigning.moc"
