// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/documenttimestamp.h"

#include "core/base/clock.h"
#include "core/signing/pdfverifier.h"
#include "tests/core/signing/signingsamples.h"
#include "tests/support/timestampservice.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;
using namespace cq::samples;
using cq::testing::TimestampService;

class TestDocumentTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whatWasSignedOfflineGetsAProvenTime_data();
    void whatWasSignedOfflineGetsAProvenTime();
    void otherProgramsAcceptIt();
    void aDocumentCanBeStampedAgain();
    void anUntrustedAuthorityIsToldApart();
    void whateverIsFlippedUnderItIsTold();
    void aByteInThePaddingIsTold();
    void aStampIsNobodysSignature();
    void aStampDoesNotVouchForOtherFiles();
    void aFailureLeavesNothingBehind_data();
    void aFailureLeavesNothingBehind();
    void anExistingFileIsNeverOverwritten();

private:
    QString path(const char *name) const { return m_files->filePath(QString::fromLatin1(name)); }
    TimestampSource source(const char *servicePath = "/") const
    {
        return timestampService(m_service->url(servicePath), nullptr, std::chrono::minutes(1)).value();
    }
    QByteArray stamped(const QByteArray &pdf);
    PdfVerdict verdictOf(const QByteArray &pdf, const TrustStore &trust) const
    {
        const auto verdict = verifyPdf(pdf, trust, systemClock()());
        return verdict ? *verdict : PdfVerdict();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<TimestampService> m_service;
    TrustStore m_timeTrust;
    QByteArray m_signed;
};

namespace {

const QByteArray record = R"({"audit":"fictional"})";

} // namespace

QByteArray TestDocumentTimestamp::stamped(const QByteArray &pdf)
{
    const QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("in.pdf"));
    const QString out = folder.filePath(QStringLiteral("out.pdf"));
    if (!writeFile(in, pdf))
        return {};
    const auto proven = addDocumentTimestamp(in, out, source());
    if (!proven)
        qWarning() << proven.error().text();
    return readFile(out);
}

void TestDocumentTimestamp::initTestCase()
{
    m_service = std::make_unique<TimestampService>(m_folder.path());
    QVERIFY2(m_service->isRunning(), "python3 and openssl are needed");
    QVERIFY(m_timeTrust.addPem(readFile(m_folder.filePath(QStringLiteral("tsa-root.pem")))));
    m_signed = signedBytes(handWrittenPdf({.attachment = record}), identity(), request());
    QVERIFY(!m_signed.isEmpty());
}

void TestDocumentTimestamp::init()
{
    m_files = std::make_unique<QTemporaryDir>();
    QVERIFY(writeFile(path("in.pdf"), m_signed));
}

void TestDocumentTimestamp::whatWasSignedOfflineGetsAProvenTime_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::newRow("table") << m_signed;
    QTest::newRow("stream") << signedBytes(
        withObjectStreams(handWrittenPdf({.attachment = record})), identity(), request());
    QTest::newRow("annotations and form") << signedBytes(
        handWrittenPdf({.annotationsByReference = true, .form = true, .attachment = record}), identity(), request());
}

void TestDocumentTimestamp::whatWasSignedOfflineGetsAProvenTime()
{
    QFETCH(QByteArray, pdf);
    QVERIFY(writeFile(path("offline.pdf"), pdf));
    const auto proven = addDocumentTimestamp(path("offline.pdf"), path("out.pdf"), source());
    QVERIFY2(proven, proven ? "" : qPrintable(proven.error().text()));
    const QByteArray out = readFile(path("out.pdf"));
    QVERIFY(out.startsWith(pdf));
    QCOMPARE(readFile(path("offline.pdf")), pdf);

    const PdfVerdict verdict = verdictOf(out, m_timeTrust);
    QCOMPARE(verdict.signatures.size(), 2);
    QVERIFY(!verdict.laterChanges);
    const SignatureVerdict stamp = verdict.signatures.last();
    QCOMPARE(stamp.kind, SignatureKind::DocumentTimestamp);
    QCOMPARE(stamp.fieldName, documentTimestampField());
    QCOMPARE(stamp.name, QStringLiteral("Fictional Time Authority"));
    QCOMPARE(stamp.integrity, Integrity::Intact);
    QCOMPARE(stamp.coverage, Coverage::WholeFile);
    QCOMPARE(stamp.trust, Trust::Trusted);
    QCOMPARE(stamp.problem, QString());
    QVERIFY(stamp.provenTime);
    QCOMPARE(stamp.provenTime->at, proven->at);
    QVERIFY(!stamp.time);
    const SignatureVerdict signature = verdict.signatures.first();
    QCOMPARE(signature.kind, SignatureKind::Approval);
    QCOMPARE(signature.integrity, Integrity::Intact);
    QCOMPARE(signature.coverage, Coverage::EarlierRevision);
    QCOMPARE(signature.level, SignatureLevel::BaselineT);
    QVERIFY(signature.provenTime && signature.provenTime->authorityTrusted);
    QCOMPARE(signature.provenTime->at, proven->at);
    QCOMPARE(verdict.embeddedFiles.size(), 1);
}

void TestDocumentTimestamp::otherProgramsAcceptIt()
{
    const QByteArray pdf = stamped(m_signed);
    const QList<qsizetype> range = lastByteRange(pdf);
    QCOMPARE(range.size(), 4);
    QCOMPARE(range[2] + range[3], pdf.size());
    QVERIFY(writeFile(path("stamped.pdf"), pdf));
    QVERIFY(writeFile(path("covered.bin"), pdf.left(range[1]) + pdf.mid(range[2])));
    QByteArray token = QByteArray::fromHex(pdf.mid(range[1] + 1, range[2] - range[1] - 2));
    const qsizetype length = 4 + (quint8(token[2]) << 8) + quint8(token[3]);
    QCOMPARE(token.mid(length), QByteArray(token.size() - length, '\0'));
    QVERIFY(writeFile(path("token.der"), token.first(length)));
    const ToolAnswer openssl = runTool(QStringLiteral("openssl"),
        {QStringLiteral("ts"), QStringLiteral("-verify"), QStringLiteral("-data"), path("covered.bin"),
            QStringLiteral("-in"), path("token.der"), QStringLiteral("-token_in"), QStringLiteral("-CAfile"),
            m_folder.filePath(QStringLiteral("tsa-root.pem"))});
    QVERIFY2(openssl.output.contains(QStringLiteral("Verification: OK")), qPrintable(openssl.output));
    const ToolAnswer structure = runTool(QStringLiteral("qpdf"), {QStringLiteral("--check"), path("stamped.pdf")});
    QVERIFY2(structure.exitCode == 0, qPrintable(structure.output));
    const ToolAnswer poppler = runTool(QStringLiteral("pdfsig"), {path("stamped.pdf")});
    QVERIFY2(poppler.output.contains(QStringLiteral("Signature is Valid")), qPrintable(poppler.output));
    // poppler reads the timestamp's authority, and says that it cannot judge this kind.
    QVERIFY2(poppler.output.contains(QStringLiteral("Fictional Time Authority")), qPrintable(poppler.output));
}

void TestDocumentTimestamp::aDocumentCanBeStampedAgain()
{
    const QByteArray pdf = stamped(stamped(m_signed));
    const PdfVerdict verdict = verdictOf(pdf, m_timeTrust);
    QCOMPARE(verdict.signatures.size(), 3);
    for (const SignatureVerdict &one : verdict.signatures) {
        QCOMPARE(one.integrity, Integrity::Intact);
        QVERIFY(one.provenTime && one.provenTime->authorityTrusted);
    }
    QCOMPARE(verdict.signatures[1].fieldName, documentTimestampField());
    QCOMPARE(verdict.signatures[2].fieldName, documentTimestampField() + QStringLiteral("-2"));
    QCOMPARE(verdict.signatures[2].coverage, Coverage::WholeFile);
    // The earliest proof counts for the signature.
    QCOMPARE(verdict.signatures[0].provenTime->at, verdict.signatures[1].provenTime->at);
    QCOMPARE(verdict.signatures[0].level, SignatureLevel::BaselineT);
}

void TestDocumentTimestamp::anUntrustedAuthorityIsToldApart()
{
    const PdfVerdict verdict = verdictOf(stamped(m_signed), {});
    QCOMPARE(verdict.signatures.size(), 2);
    QCOMPARE(verdict.signatures.last().integrity, Integrity::Intact);
    QCOMPARE(verdict.signatures.last().trust, Trust::UnknownSigner);
    QVERIFY(!verdict.signatures.last().provenTime->authorityTrusted);
    QVERIFY(!verdict.signatures.first().provenTime->authorityTrusted);
    // In twenty years its certificate has run out, and nobody trusted saw it before.
    const Timestamp later{systemClock()().utcMs + 20LL * 366 * 24 * 3600 * 1000, 0};
    const auto old = verifyPdf(stamped(m_signed), m_timeTrust, later);
    QVERIFY(old);
    QCOMPARE(old->signatures.last().integrity, Integrity::Intact);
    QCOMPARE(old->signatures.last().trust, Trust::NotValidAtTime);
    QVERIFY(!old->signatures.last().provenTime->authorityTrusted);
}

void TestDocumentTimestamp::whateverIsFlippedUnderItIsTold()
{
    const QByteArray pdf = stamped(m_signed);
    const QList<qsizetype> range = lastByteRange(pdf);
    QCOMPARE(range.size(), 4);
    for (qsizetype at = 0; at < pdf.size(); at += 37) {
        if (at >= range[1] && at < range[2])
            continue;
        QByteArray changed = pdf;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const PdfVerdict verdict = verdictOf(changed, m_timeTrust);
        const QByteArray where = "byte " + QByteArray::number(at);
        QVERIFY2(!verdict.signatures.isEmpty(), where.constData());
        for (const SignatureVerdict &one : verdict.signatures) {
            const bool isStamp = one.kind == SignatureKind::DocumentTimestamp;
            QVERIFY2(!isStamp || one.integrity != Integrity::Intact, where.constData());
            QVERIFY2(!one.provenTime, where.constData());
        }
    }
}

void TestDocumentTimestamp::aByteInThePaddingIsTold()
{
    QByteArray pdf = stamped(m_signed);
    const QList<qsizetype> range = lastByteRange(pdf);
    pdf[range[2] - 101] = '1';
    const PdfVerdict verdict = verdictOf(pdf, m_timeTrust);
    QCOMPARE(verdict.signatures.size(), 2);
    QCOMPARE(verdict.signatures.last().coverage, Coverage::Partial);
    QVERIFY(!verdict.signatures.last().provenTime);
    QVERIFY(!verdict.signatures.first().provenTime);
    QCOMPARE(verdict.signatures.first().level, SignatureLevel::BaselineB);
}

void TestDocumentTimestamp::aStampIsNobodysSignature()
{
    const PdfVerdict verdict = verdictOf(stamped(handWrittenPdf({.attachment = record})), m_timeTrust);
    QCOMPARE(verdict.signatures.size(), 1);
    QCOMPARE(verdict.signatures.first().kind, SignatureKind::DocumentTimestamp);
    QCOMPARE(verdict.signatures.first().level, SignatureLevel::None);
    QCOMPARE(verdict.embeddedFiles.size(), 1);
}

void TestDocumentTimestamp::aStampDoesNotVouchForOtherFiles()
{
    // The attack: the record is replaced behind the signature, and anybody's timestamp covers the whole.
    const int file = objectHolding(m_signed, "/Type /EmbeddedFile");
    QVERIFY(file > 0);
    const QByteArray forged = withReplacedObject(
        m_signed, file, "<< /Type /EmbeddedFile /Subtype /application#2Fjson /Length 6 >>\nstream\nforged\nendstream");
    const PdfVerdict verdict = verdictOf(stamped(forged), m_timeTrust);
    QCOMPARE(verdict.signatures.size(), 2);
    QCOMPARE(verdict.signatures.last().integrity, Integrity::Intact);
    QCOMPARE(verdict.embeddedFiles.size(), 1);
    QCOMPARE(verdict.embeddedFiles.first().bytes, record);
}

void TestDocumentTimestamp::aFailureLeavesNothingBehind_data()
{
    QTest::addColumn<QByteArray>("servicePath");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<ErrorCode>("code");
    for (const char *wrong : {"/nonce", "/digest", "/refuses", "/cut", "/500", "/huge"})
        QTest::newRow(wrong) << QByteArray(wrong) << m_signed << ErrorCode::ServiceAnswerWrong;
    QTest::newRow("no document") << QByteArray("/") << QByteArray("hello") << ErrorCode::Malformed;
    QTest::newRow("half a document") << QByteArray("/") << m_signed.first(m_signed.size() / 2) << ErrorCode::Malformed;
}

void TestDocumentTimestamp::aFailureLeavesNothingBehind()
{
    QFETCH(QByteArray, servicePath);
    QFETCH(QByteArray, document);
    QFETCH(ErrorCode, code);
    QVERIFY(writeFile(path("in.pdf"), document));
    const auto proven = addDocumentTimestamp(path("in.pdf"), path("out.pdf"), source(servicePath.constData()));
    QVERIFY(!proven);
    QCOMPARE(proven.error().code, code);
    QCOMPARE(readFile(path("in.pdf")), document);
    QCOMPARE(QDir(m_files->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{QStringLiteral("in.pdf")});
}

void TestDocumentTimestamp::anExistingFileIsNeverOverwritten()
{
    QVERIFY(writeFile(path("theirs.pdf"), "precious"));
    for (const QString &target : {path("theirs.pdf"), path("in.pdf")}) {
        const auto proven = addDocumentTimestamp(path("in.pdf"), target, source());
        QVERIFY(!proven);
        QCOMPARE(proven.error().code, ErrorCode::Conflict);
    }
    QCOMPARE(readFile(path("theirs.pdf")), QByteArray("precious"));
    QCOMPARE(readFile(path("in.pdf")), m_signed);
}

QTEST_GUILESS_MAIN(TestDocumentTimestamp)
#include "tst_documenttimestamp.moc"
