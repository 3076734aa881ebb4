// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfsigner.h"

#include "core/signing/pdfverifier.h"
#include "tests/core/signing/signingsamples.h"

#include <QDir>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;
using namespace cq::samples;

class TestPdfSigner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void independentToolsAcceptTheSignature_data();
    void independentToolsAcceptTheSignature();
    void theCmsNamesItsCertificateAndClaimsNoTime();
    void theInputStaysAsItIsAndBeginsTheOutput();
    void whatTheRequestSaysIsReadBack();
    void aVisibleSignatureStandsOnThePageAskedFor();
    void theFirstFreeFieldNameIsTaken();
    void earlierFieldsAndAnnotationsStay_data();
    void earlierFieldsAndAnnotationsStay();
    void everySignerKeepsAnEarlierSignatureWhole();
    void theSignaturesOwnRoomIsEnoughForALongChain();
    void requestsThatBreakARuleAreRefused_data();
    void requestsThatBreakARuleAreRefused();
    void documentsThatCannotBeSignedAreRefused_data();
    void documentsThatCannotBeSignedAreRefused();
    void anExpiredIdentityDoesNotSign();
    void anExistingFileIsNeverOverwritten();
    void aFailureLeavesNothingBehind();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    ToolAnswer verifyWithOpenSsl(const QByteArray &pdf);

    QTemporaryDir m_folder;
};

namespace {

QByteArray paintedPdf()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("painted.pdf"));
    {
        QPdfWriter writer{file};
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        QPainter painter{&writer};
        painter.drawText(500, 500, QStringLiteral("Fictional report"));
        writer.newPage();
        painter.drawText(500, 500, QStringLiteral("Signature page"));
    }
    return readFile(file);
}

} // namespace

/// The signer's own certificate is the anchor: this asks about the cryptography, not about trust.
ToolAnswer TestPdfSigner::verifyWithOpenSsl(const QByteArray &pdf)
{
    const QList<qsizetype> range = lastByteRange(pdf);
    if (range.size() != 4)
        return {};
    const QByteArray gap = pdf.mid(range[1], range[2] - range[1]);
    const QString openssl = QStringLiteral("openssl");
    if (!writeFile(path("cms.der"), QByteArray::fromHex(gap.mid(1, gap.size() - 2)))
        || !writeFile(path("content.bin"), pdf.mid(range[0], range[1]) + pdf.mid(range[2], range[3])))
        return {};
    const ToolAnswer listed = runTool(openssl,
        {QStringLiteral("pkcs7"), QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"),
            path("cms.der"), QStringLiteral("-print_certs"), QStringLiteral("-out"), path("signer.pem")});
    if (listed.exitCode != 0)
        return listed;
    return runTool(openssl,
        {QStringLiteral("cms"), QStringLiteral("-verify"), QStringLiteral("-cades"), QStringLiteral("-binary"),
            QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"), path("cms.der"),
            QStringLiteral("-content"), path("content.bin"), QStringLiteral("-CAfile"), path("signer.pem"),
            QStringLiteral("-purpose"), QStringLiteral("any"), QStringLiteral("-out"), path("out.bin")});
}

void TestPdfSigner::independentToolsAcceptTheSignature_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<KeyAlgorithm>("algorithm");
    QTest::newRow("table, ec") << handWrittenPdf() << KeyAlgorithm::EcP256;
    QTest::newRow("table, rsa") << handWrittenPdf() << KeyAlgorithm::Rsa3072;
    QTest::newRow("stream, ec") << withObjectStreams(handWrittenPdf()) << KeyAlgorithm::EcP256;
    QTest::newRow("stream, rsa") << withObjectStreams(handWrittenPdf()) << KeyAlgorithm::Rsa3072;
    QTest::newRow("stream, annotations and form")
        << withObjectStreams(handWrittenPdf({.annotations = true, .form = true})) << KeyAlgorithm::EcP256;
    QTest::newRow("QPdfWriter, PDF/A-1b") << paintedPdf() << KeyAlgorithm::EcP256;
    QTest::newRow("no line end at the end") << handWrittenPdf().chopped(1) << KeyAlgorithm::EcP256;
}

void TestPdfSigner::independentToolsAcceptTheSignature()
{
    QFETCH(QByteArray, pdf);
    QFETCH(KeyAlgorithm, algorithm);
    QVERIFY(!pdf.isEmpty());
    const QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("in.pdf"));
    const QString out = folder.filePath(QStringLiteral("out.pdf"));
    QVERIFY(writeFile(in, pdf));
    const auto done = signPdf(in, out, identity(algorithm), request());
    QVERIFY2(done, done ? "" : qPrintable(done.error().text()));

    const auto own = verifyPdf(out, TrustStore(), fixedMoment());
    QVERIFY(own);
    QCOMPARE(own->signatures.size(), 1);
    QCOMPARE(own->signatures.first().integrity, Integrity::Intact);
    QCOMPARE(own->signatures.first().coverage, Coverage::WholeFile);
    QCOMPARE(own->signatures.first().level, SignatureLevel::BaselineB);
    QCOMPARE(own->signatures.first().problem, QString());
    QVERIFY(!own->laterChanges);

    const ToolAnswer structure = runTool(QStringLiteral("qpdf"), {QStringLiteral("--check"), out});
    QVERIFY2(structure.exitCode == 0, qPrintable(structure.output));
    const ToolAnswer poppler = runTool(QStringLiteral("pdfsig"), {out});
    QVERIFY2(poppler.output.contains(QStringLiteral("Signature is Valid")), qPrintable(poppler.output));
    QVERIFY2(poppler.output.contains(QStringLiteral("Total document signed")), qPrintable(poppler.output));
    QVERIFY2(poppler.output.contains(QStringLiteral("ETSI.CAdES.detached")), qPrintable(poppler.output));
    const ToolAnswer openssl = verifyWithOpenSsl(readFile(out));
    QVERIFY2(openssl.exitCode == 0, qPrintable(openssl.output));
}

void TestPdfSigner::theCmsNamesItsCertificateAndClaimsNoTime()
{
    const QByteArray pdf = signedBytes(handWrittenPdf(), identity(), request());
    const ToolAnswer verified = verifyWithOpenSsl(pdf);
    QVERIFY2(verified.exitCode == 0, qPrintable(verified.output));
    const ToolAnswer printed = runTool(QStringLiteral("openssl"),
        {QStringLiteral("cms"), QStringLiteral("-cmsout"), QStringLiteral("-print"), QStringLiteral("-noout"),
            QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"), path("cms.der")});
    QCOMPARE(printed.exitCode, 0);
    QCOMPARE(printed.output.count(QStringLiteral("id-smime-aa-signingCertificateV2")), 1);
    QCOMPARE(printed.output.count(QStringLiteral("object: contentType")), 1);
    QCOMPARE(printed.output.count(QStringLiteral("object: messageDigest")), 1);
    QVERIFY2(!printed.output.contains(QStringLiteral("signingTime")), qPrintable(printed.output));
    QVERIFY2(!printed.output.contains(QStringLiteral("SMIME"), Qt::CaseSensitive), qPrintable(printed.output));
    QVERIFY(pdf.contains("/M (D:20261122140509+01'00')"));
}

void TestPdfSigner::theInputStaysAsItIsAndBeginsTheOutput()
{
    const QByteArray pdf = handWrittenPdf();
    QVERIFY(writeFile(path("same.pdf"), pdf));
    QVERIFY(signPdf(path("same.pdf"), path("same-signed.pdf"), identity(), request()));
    QCOMPARE(readFile(path("same.pdf")), pdf);
    const QByteArray out = readFile(path("same-signed.pdf"));
    QVERIFY(out.startsWith(pdf));
    QVERIFY(out.size() > pdf.size());
}

void TestPdfSigner::whatTheRequestSaysIsReadBack()
{
    const QByteArray pdf = signedBytes(handWrittenPdf(), identity(), request());
    const auto verdict = verifyPdf(pdf, TrustStore(), fixedMoment());
    QVERIFY(verdict);
    QCOMPARE(verdict->signatures.size(), 1);
    const SignatureVerdict signature = verdict->signatures.first();
    QCOMPARE(signature.name, QStringLiteral("Zo\u00EB \u0141ukasiewicz"));
    QCOMPARE(signature.meaning, request().meaning);
    QCOMPARE(signature.fieldName, QStringLiteral("Signature1"));
    QCOMPARE(signature.time, std::optional(fixedMoment()));
    QVERIFY(signature.certificate.madeInProgram);
    const ToolAnswer poppler = [&] {
        writeFile(path("read-back.pdf"), pdf);
        return runTool(QStringLiteral("pdfsig"), {path("read-back.pdf")});
    }();
    QVERIFY2(poppler.output.contains(QStringLiteral("Signer Certificate Common Name: Zo\u00EB \u0141ukasiewicz")),
        qPrintable(poppler.output));
}

void TestPdfSigner::aVisibleSignatureStandsOnThePageAskedFor()
{
    const QByteArray plain = handWrittenPdf({.pages = 3});
    SignatureRequest wanted = request();
    wanted.page = 2;
    wanted.rect = QRectF(72, 100, 200, 50);
    const QByteArray pdf = signedBytes(plain, identity(), wanted);
    QVERIFY(pdf.contains("/Rect [72.00 100.00 272.00 150.00]"));
    QVERIFY(pdf.contains("/BBox [0 0 200.00 50.00]"));
    QVERIFY(pdf.contains("/P 6 0 R")); // objects 5, 6 and 7 are the pages
    QVERIFY(writeFile(path("visible.pdf"), pdf));
    const ToolAnswer structure = runTool(QStringLiteral("qpdf"), {QStringLiteral("--check"), path("visible.pdf")});
    QVERIFY2(structure.exitCode == 0, qPrintable(structure.output));
    wanted.page = 0;
    QVERIFY(signedBytes(plain, identity(), wanted).contains("/P 7 0 R"));
}

void TestPdfSigner::theFirstFreeFieldNameIsTaken()
{
    const SigningIdentity &signer = identity();
    SignatureRequest named = request();
    named.fieldName = QStringLiteral("Signature1");
    const QByteArray once = signedBytes(handWrittenPdf(), signer, named);
    const QByteArray twice = signedBytes(once, signer, request());
    const auto verdict = verifyPdf(twice, TrustStore(), fixedMoment());
    QVERIFY(verdict);
    QCOMPARE(verdict->signatures.size(), 2);
    QCOMPARE(verdict->signatures.last().fieldName, QStringLiteral("Signature2"));
    QVERIFY(writeFile(path("taken.pdf"), once));
    const auto again = signPdf(path("taken.pdf"), path("taken-out.pdf"), signer, named);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
}

void TestPdfSigner::earlierFieldsAndAnnotationsStay_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<int>("annotations");
    QTest::addColumn<int>("fields");
    QTest::newRow("nothing there") << handWrittenPdf() << 1 << 1;
    QTest::newRow("annotations direct") << handWrittenPdf({.annotations = true}) << 2 << 1;
    QTest::newRow("annotations by reference") << handWrittenPdf({.annotationsByReference = true}) << 2 << 1;
    QTest::newRow("form by reference") << handWrittenPdf({.form = true}) << 1 << 2;
    QTest::newRow("form in the catalogue") << handWrittenPdf({.formInCatalogue = true}) << 1 << 2;
    QTest::newRow("everything") << handWrittenPdf({.annotationsByReference = true, .formInCatalogue = true}) << 2 << 2;
}

void TestPdfSigner::earlierFieldsAndAnnotationsStay()
{
    QFETCH(QByteArray, pdf);
    QFETCH(int, annotations);
    QFETCH(int, fields);
    const QTemporaryDir folder;
    const QString out = folder.filePath(QStringLiteral("out.pdf"));
    QVERIFY(writeFile(out, signedBytes(pdf, identity(), request())));
    const auto show = [&out](const QString &place) {
        return runTool(QStringLiteral("mutool"), {QStringLiteral("show"), out, place}).output;
    };
    const QString fieldList = show(QStringLiteral("trailer/Root/AcroForm/Fields"));
    QVERIFY2(fieldList.count(QStringLiteral(" 0 R")) == fields, qPrintable(fieldList));
    const QString annotationList = show(QStringLiteral("pages/2/Annots"));
    QVERIFY2(annotationList.count(QStringLiteral(" 0 R")) == annotations, qPrintable(annotationList));
    const QString flags = show(QStringLiteral("trailer/Root/AcroForm/SigFlags"));
    QCOMPARE(flags.trimmed(), QStringLiteral("3"));
    const auto verdict = verifyPdf(out, TrustStore(), fixedMoment());
    QVERIFY(verdict);
    QCOMPARE(verdict->signatures.size(), 1);
    QCOMPARE(verdict->signatures.first().level, SignatureLevel::BaselineB);
}

void TestPdfSigner::everySignerKeepsAnEarlierSignatureWhole()
{
    for (const QByteArray &plain : {handWrittenPdf(), withObjectStreams(handWrittenPdf())}) {
        const QByteArray once = signedBytes(plain, identity(), request());
        const QByteArray twice = signedBytes(once, identity(KeyAlgorithm::Rsa3072), request());
        const auto verdict = verifyPdf(twice, TrustStore(), fixedMoment());
        QVERIFY(verdict);
        QCOMPARE(verdict->signatures.size(), 2);
        QCOMPARE(verdict->signatures[0].integrity, Integrity::Intact);
        QCOMPARE(verdict->signatures[0].coverage, Coverage::EarlierRevision);
        QCOMPARE(verdict->signatures[0].level, SignatureLevel::BaselineB);
        QCOMPARE(verdict->signatures[1].integrity, Integrity::Intact);
        QCOMPARE(verdict->signatures[1].coverage, Coverage::WholeFile);
        QVERIFY(!verdict->laterChanges);
        QVERIFY(writeFile(path("twice.pdf"), twice));
        const ToolAnswer poppler = runTool(QStringLiteral("pdfsig"), {path("twice.pdf")});
        QCOMPARE(poppler.output.count(QStringLiteral("Signature is Valid")), 2);
    }
}

void TestPdfSigner::theSignaturesOwnRoomIsEnoughForALongChain()
{
    QVERIFY(makeRoot(m_folder.path()));
    QVERIFY(makeSigner(m_folder.path(), QStringLiteral("ada"), QStringLiteral("nonRepudiation")));
    const auto signer = SigningIdentity::fromPkcs12(readFile(path("ada.p12")), Passphrase(QByteArray("correct horse")));
    QVERIFY(signer);
    SignatureRequest wanted = request();
    wanted.time = {signer->certificate().notBefore.utcMs + 60'000, 0};
    QVERIFY(writeFile(path("chain.pdf"), handWrittenPdf()));
    const auto done = signPdf(path("chain.pdf"), path("chain-signed.pdf"), *signer, wanted);
    QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    const ToolAnswer openssl = verifyWithOpenSsl(readFile(path("chain-signed.pdf")));
    QVERIFY2(openssl.exitCode == 0, qPrintable(openssl.output));
    QCOMPARE(readFile(path("signer.pem")).count("BEGIN CERTIFICATE"), 2);
}

void TestPdfSigner::requestsThatBreakARuleAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("fieldName");
    QTest::addColumn<int>("page");
    QTest::addColumn<QRectF>("rect");
    const QString name = QStringLiteral("N");
    QTest::newRow("no name") << QString() << QString() << 0 << QRectF();
    QTest::newRow("long name") << QString(2001, u'n') << QString() << 0 << QRectF();
    QTest::newRow("field name with a full stop") << name << QStringLiteral("a.b") << 0 << QRectF();
    QTest::newRow("negative page") << name << QString() << -1 << QRectF();
    QTest::newRow("page that is not there") << name << QString() << 3 << QRectF();
    QTest::newRow("endless rectangle") << name << QString() << 0 << QRectF(0, 0, qInf(), 1);
    QTest::newRow("rectangle without number") << name << QString() << 0 << QRectF(qQNaN(), 0, 1, 1);
}

void TestPdfSigner::requestsThatBreakARuleAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, fieldName);
    QFETCH(int, page);
    QFETCH(QRectF, rect);
    SignatureRequest wanted = request();
    wanted.name = name;
    wanted.fieldName = fieldName;
    wanted.page = page;
    wanted.rect = rect;
    QVERIFY(writeFile(path("rule.pdf"), handWrittenPdf()));
    const auto done = signPdf(path("rule.pdf"), path("rule-out.pdf"), identity(), wanted);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::InvalidInput);
    QVERIFY(!QFile::exists(path("rule-out.pdf")));
}

void TestPdfSigner::documentsThatCannotBeSignedAreRefused_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray good = handWrittenPdf();
    QTest::newRow("empty") << QByteArray() << ErrorCode::Malformed;
    QTest::newRow("text") << QByteArray("hello") << ErrorCode::Malformed;
    QTest::newRow("cut") << good.first(good.size() / 2) << ErrorCode::Malformed;
    QTest::newRow("something before the header") << "x" + good << ErrorCode::Malformed;
    const QByteArray catalogue = "<< /Type /Catalog /Pages 2 0 R /Perms << /DocMDP 4 0 R >> >>";
    QTest::newRow("certified") << withReplacedObject(good, 1, catalogue) << ErrorCode::Refused;
    const QString in = path("plain.pdf");
    const QString out = path("encrypted.pdf");
    QVERIFY(writeFile(in, good));
    QCOMPARE(runTool(QStringLiteral("qpdf"),
                 {QStringLiteral("--encrypt"), QString(), QStringLiteral("owner"), QStringLiteral("256"),
                     QStringLiteral("--"), in, out})
                 .exitCode,
        0);
    QTest::newRow("encrypted") << readFile(out) << ErrorCode::Refused;
}

void TestPdfSigner::documentsThatCannotBeSignedAreRefused()
{
    QFETCH(QByteArray, pdf);
    QFETCH(ErrorCode, code);
    QVERIFY(writeFile(path("bad.pdf"), pdf));
    const auto done = signPdf(path("bad.pdf"), path("bad-out.pdf"), identity(), request());
    QVERIFY(!done);
    QCOMPARE(done.error().code, code);
    QVERIFY(!QFile::exists(path("bad-out.pdf")));
}

void TestPdfSigner::anExpiredIdentityDoesNotSign()
{
    SignatureRequest late = request();
    late.time.utcMs += 4LL * 366 * 24 * 3600 * 1000;
    QVERIFY(writeFile(path("late.pdf"), handWrittenPdf()));
    const auto done = signPdf(path("late.pdf"), path("late-out.pdf"), identity(), late);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::KeyUnusable);
    QVERIFY(!QFile::exists(path("late-out.pdf")));
}

void TestPdfSigner::anExistingFileIsNeverOverwritten()
{
    QVERIFY(writeFile(path("mine.pdf"), handWrittenPdf()));
    QVERIFY(writeFile(path("theirs.pdf"), "precious"));
    for (const QString &target : {path("theirs.pdf"), path("mine.pdf")}) {
        const auto done = signPdf(path("mine.pdf"), target, identity(), request());
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Conflict);
    }
    QCOMPARE(readFile(path("theirs.pdf")), QByteArray("precious"));
    QCOMPARE(readFile(path("mine.pdf")), handWrittenPdf());
}

void TestPdfSigner::aFailureLeavesNothingBehind()
{
    QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("in.pdf"));
    QVERIFY(writeFile(in, handWrittenPdf()));
    const auto missing = signPdf(in, folder.filePath(QStringLiteral("no/such/out.pdf")), identity(), request());
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::WriteFailed);
    const auto noInput = signPdf(
        folder.filePath(QStringLiteral("none.pdf")), folder.filePath(QStringLiteral("o.pdf")), identity(), request());
    QVERIFY(!noInput);
    QCOMPARE(noInput.error().code, ErrorCode::NotFound);
    // Nothing but the input, and after a success nothing but input and output: drafts go away.
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{QStringLiteral("in.pdf")});
    QVERIFY(signPdf(in, folder.filePath(QStringLiteral("out.pdf")), identity(), request()));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name),
        (QStringList{QStringLiteral("in.pdf"), QStringLiteral("out.pdf")}));
}

QTEST_MAIN(TestPdfSigner)
#include "tst_pdfsigner.moc"
