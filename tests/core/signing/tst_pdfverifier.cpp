// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfverifier.h"

#include "tests/core/signing/signingsamples.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;
using namespace cq::samples;

class TestPdfVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anUnsignedDocumentHasNoSignaturesButItsFiles();
    void filesThatAreNoPdfAreRefused_data();
    void filesThatAreNoPdfAreRefused();
    void aFlippedByteAnywhereInTheSignedRangeIsToldAsAltered_data();
    void aFlippedByteAnywhereInTheSignedRangeIsToldAsAltered();
    void aByteInThePaddingIsTold_data();
    void aByteInThePaddingIsTold();
    void whatIsAppendedIsToldAsLaterChanges_data();
    void whatIsAppendedIsToldAsLaterChanges();
    void aChangedByteRangeIsTold_data();
    void aChangedByteRangeIsTold();
    void theMeaningIsTheOneThatWasSigned();
    void aSignatureTakenOutOfTheFormIsStillTold();
    void embeddedFilesComeFromTheSignedRevision();
    void anAlteredDocumentGivesNoFiles();
    void anEmbeddedFileThatUnpacksOverTheLimitIsLeftOut();
    void trustIsToldApart_data();
    void trustIsToldApart();
    void aCertificateOfAnotherNameDoesNotMakeTrust();
    void aTrustedSelfIssuedCertificateIsTrusted();
    void ringsInFormAndNameTreeComeToAnEnd();
    void moreThan64SignaturesAreRefused();
    void truncatedFilesNeverHold();
    void randomMutationsNeverCrashAndNeverPassAsWhole();

private:
    PdfVerdict verdictOf(const QByteArray &pdf, const TrustStore &trust = {});

    QTemporaryDir m_folder;
    QByteArray m_plain;
    QByteArray m_signed;
    QByteArray m_signedStream;
};

namespace {

const QByteArray record = R"({"audit":"fictional"})";

} // namespace

PdfVerdict TestPdfVerifier::verdictOf(const QByteArray &pdf, const TrustStore &trust)
{
    const auto verdict = verifyPdf(pdf, trust, fixedMoment());
    if (!verdict)
        qWarning() << verdict.error().text();
    return verdict ? *verdict : PdfVerdict{};
}

void TestPdfVerifier::initTestCase()
{
    m_plain = handWrittenPdf({.attachment = record});
    const SigningIdentity &signer = identity();
    m_signed = signedBytes(m_plain, signer, request());
    m_signedStream = signedBytes(withObjectStreams(m_plain), signer, request());
    for (const QByteArray &pdf : {m_signed, m_signedStream}) {
        const PdfVerdict verdict = verdictOf(pdf);
        QCOMPARE(verdict.signatures.size(), 1);
        QCOMPARE(verdict.signatures.first().integrity, Integrity::Intact);
        QCOMPARE(verdict.signatures.first().level, SignatureLevel::BaselineB);
        QCOMPARE(verdict.signatures.first().trust, Trust::SelfIssued);
    }
    QVERIFY(makeRoot(m_folder.path()));
    QVERIFY(makeSigner(m_folder.path(), QStringLiteral("ada"), QStringLiteral("digitalSignature,nonRepudiation")));
    QVERIFY(makeSigner(m_folder.path(), QStringLiteral("box"), QStringLiteral("keyEncipherment")));
}

void TestPdfVerifier::anUnsignedDocumentHasNoSignaturesButItsFiles()
{
    for (const QByteArray &pdf : {m_plain, withObjectStreams(m_plain)}) {
        const auto verdict = verifyPdf(pdf, TrustStore(), fixedMoment());
        QVERIFY(verdict);
        QVERIFY(verdict->signatures.isEmpty());
        QVERIFY(!verdict->laterChanges);
        const EmbeddedFile expected{QStringLiteral("record.json"), QStringLiteral("application/json"), record};
        QCOMPARE(verdict->embeddedFiles.size(), 1);
        QVERIFY(verdict->embeddedFiles.first() == expected);
    }
}

void TestPdfVerifier::filesThatAreNoPdfAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("header only") << QByteArray("%PDF-1.7\n");
    QTest::newRow("startxref to nowhere") << QByteArray("%PDF-1.7\nstartxref\n999999\n%%EOF\n");
    QTest::newRow("startxref to itself") << QByteArray("%PDF-1.7\nstartxref\n9\n%%EOF\n");
}

void TestPdfVerifier::filesThatAreNoPdfAreRefused()
{
    QFETCH(QByteArray, bytes);
    const auto verdict = verifyPdf(bytes, TrustStore(), fixedMoment());
    QVERIFY(!verdict);
    QCOMPARE(verdict.error().code, ErrorCode::Malformed);
    const QString path = m_folder.filePath(QStringLiteral("none.pdf"));
    const auto missing = verifyPdf(path, TrustStore(), fixedMoment());
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
}

void TestPdfVerifier::aFlippedByteAnywhereInTheSignedRangeIsToldAsAltered_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<int>("bit");
    QTest::addColumn<int>("step");
    QTest::newRow("table, low bit, every byte") << m_signed << 0x01 << 1;
    QTest::newRow("table, space bit") << m_signed << 0x20 << 5;
    QTest::newRow("stream, low bit, every byte") << m_signedStream << 0x01 << 1;
    QTest::newRow("stream, high bit") << m_signedStream << 0x80 << 5;
}

void TestPdfVerifier::aFlippedByteAnywhereInTheSignedRangeIsToldAsAltered()
{
    QFETCH(QByteArray, pdf);
    QFETCH(int, bit);
    QFETCH(int, step);
    const QList<qsizetype> range = lastByteRange(pdf);
    QCOMPARE(range.size(), 4);
    int flipped = 0;
    for (qsizetype at = 0; at < pdf.size(); at += step) {
        if (at >= range[1] && at < range[2])
            continue;
        QByteArray changed = pdf;
        changed[at] = static_cast<char>(changed[at] ^ bit);
        const auto verdict = verifyPdf(changed, TrustStore(), fixedMoment());
        const QByteArray where = "byte " + QByteArray::number(at);
        QVERIFY2(verdict, where.constData());
        QVERIFY2(!verdict->signatures.isEmpty(), where.constData());
        for (const SignatureVerdict &signature : verdict->signatures)
            QVERIFY2(signature.integrity == Integrity::Altered, where.constData());
        QVERIFY2(verdict->embeddedFiles.isEmpty(), where.constData());
        ++flipped;
    }
    QVERIFY(flipped >= (pdf.size() - (range[2] - range[1])) / step - 1);
}

void TestPdfVerifier::aByteInThePaddingIsTold_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<char>("digit");
    QTest::newRow("another digit") << m_signed << '1';
    QTest::newRow("no digit") << m_signed << 'p';
    QTest::newRow("a space") << m_signed << ' ';
    QTest::newRow("stream, another digit") << m_signedStream << 'F';
}

void TestPdfVerifier::aByteInThePaddingIsTold()
{
    QFETCH(QByteArray, pdf);
    QFETCH(char, digit);
    const QList<qsizetype> range = lastByteRange(pdf);
    QCOMPARE(pdf.mid(range[2] - 401, 400), QByteArray(400, '0'));
    for (qsizetype at = range[2] - 401; at < range[2] - 1; at += 19) {
        QByteArray changed = pdf;
        changed[at] = digit;
        const PdfVerdict verdict = verdictOf(changed);
        QCOMPARE(verdict.signatures.size(), 1);
        QCOMPARE(verdict.signatures.first().coverage, Coverage::Partial);
        QCOMPARE(verdict.signatures.first().level, SignatureLevel::None);
        QVERIFY(!verdict.signatures.first().problem.isEmpty());
        QVERIFY(verdict.embeddedFiles.isEmpty());
    }
    for (const qsizetype mark : {range[1], range[2] - 1}) {
        QByteArray changed = pdf;
        changed[mark] = digit;
        const PdfVerdict verdict = verdictOf(changed);
        QCOMPARE(verdict.signatures.size(), 1);
        QCOMPARE(verdict.signatures.first().coverage, Coverage::Partial);
    }
}

void TestPdfVerifier::whatIsAppendedIsToldAsLaterChanges_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::newRow("comment") << m_signed + "% hello\n";
    QTest::newRow("one byte") << m_signed + "\n";
    QTest::newRow("so much that the end is out of sight") << m_signed + QByteArray(5000, ' ');
    const int content = objectHolding(m_signed, "Fictional report");
    QCOMPARE(content, 3);
    QTest::newRow("revision with another page content")
        << withReplacedObject(m_signed, content, "<< /Length 27 >>\nstream\nBT (Another report) Tj ET  \nendstream");
    QTest::newRow("revision that hides the form")
        << withReplacedObject(m_signed, 1, "<< /Type /Catalog /Pages 2 0 R >>");
    QTest::newRow("stream, comment") << m_signedStream + "% hello\n";
}

void TestPdfVerifier::whatIsAppendedIsToldAsLaterChanges()
{
    QFETCH(QByteArray, pdf);
    const PdfVerdict verdict = verdictOf(pdf);
    QVERIFY(verdict.laterChanges);
    QCOMPARE(verdict.signatures.size(), 1);
    QCOMPARE(verdict.signatures.first().integrity, Integrity::Intact);
    QCOMPARE(verdict.signatures.first().coverage, Coverage::EarlierRevision);
    QCOMPARE(verdict.signatures.first().meaning, request().meaning);
    QCOMPARE(verdict.embeddedFiles.size(), 1);
    QCOMPARE(verdict.embeddedFiles.first().bytes, record);
}

void TestPdfVerifier::aChangedByteRangeIsTold_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<qsizetype>("difference");
    QTest::newRow("begins at 1") << 0 << qsizetype{1};
    QTest::newRow("first part shorter") << 1 << qsizetype{-1};
    QTest::newRow("first part longer") << 1 << qsizetype{1};
    QTest::newRow("second part later") << 2 << qsizetype{1};
    QTest::newRow("second part earlier") << 2 << qsizetype{-2};
    QTest::newRow("second part shorter") << 3 << qsizetype{-1};
    QTest::newRow("second part much shorter") << 3 << qsizetype{-200};
    QTest::newRow("beyond the end") << 3 << qsizetype{1};
}

void TestPdfVerifier::aChangedByteRangeIsTold()
{
    QFETCH(int, index);
    QFETCH(qsizetype, difference);
    QList<qsizetype> range = lastByteRange(m_signed);
    range[index] += difference;
    const qsizetype begin = m_signed.lastIndexOf("/ByteRange [");
    const qsizetype end = m_signed.indexOf(" /Contents", begin);
    QByteArray text = "/ByteRange [" + QByteArray::number(range[0]) + ' ' + QByteArray::number(range[1]) + ' '
        + QByteArray::number(range[2]) + ' ' + QByteArray::number(range[3]) + ']';
    QByteArray changed = m_signed;
    changed.replace(begin, end - begin, text.leftJustified(end - begin, ' '));
    QCOMPARE(changed.size(), m_signed.size());
    const PdfVerdict verdict = verdictOf(changed);
    QCOMPARE(verdict.signatures.size(), 1);
    QCOMPARE(verdict.signatures.first().integrity, Integrity::Altered);
    QVERIFY(verdict.signatures.first().coverage != Coverage::WholeFile);
    QCOMPARE(verdict.signatures.first().level, SignatureLevel::None);
    QVERIFY(verdict.embeddedFiles.isEmpty());
}

void TestPdfVerifier::theMeaningIsTheOneThatWasSigned()
{
    // The attack: a later revision keeps value and byte range, and says something else around them.
    const int id = objectHolding(m_signed, "/ETSI.CAdES.detached");
    QVERIFY(id > 0);
    const qsizetype begin = m_signed.indexOf("<< /Type /Sig");
    QByteArray dictionary = m_signed.mid(begin, m_signed.indexOf("\nendobj", begin) - begin);
    const qsizetype reason = dictionary.indexOf("/Reason");
    const qsizetype reasonEnd = dictionary.indexOf("/Location");
    dictionary.replace(reason, reasonEnd - reason, "/Reason (I agree to pay) ");
    dictionary.replace("D:20261122140509", "D:20200101000000");
    const PdfVerdict verdict = verdictOf(withReplacedObject(m_signed, id, dictionary));
    QCOMPARE(verdict.signatures.size(), 1);
    QCOMPARE(verdict.signatures.first().meaning, request().meaning);
    QCOMPARE(verdict.signatures.first().time, std::optional(fixedMoment()));
    QVERIFY(verdict.laterChanges);
}

void TestPdfVerifier::aSignatureTakenOutOfTheFormIsStillTold()
{
    const int field = objectHolding(m_signed, "/Subtype /Widget");
    QVERIFY(field > 0);
    const PdfVerdict verdict = verdictOf(withReplacedObject(m_signed, field, "<< /FT /Sig /T (Signature1) >>"));
    QCOMPARE(verdict.signatures.size(), 1);
    QCOMPARE(verdict.signatures.first().coverage, Coverage::EarlierRevision);
    QVERIFY(verdict.laterChanges);
}

void TestPdfVerifier::embeddedFilesComeFromTheSignedRevision()
{
    const int file = objectHolding(m_signed, "/Type /EmbeddedFile");
    QVERIFY(file > 0);
    const QByteArray forged = withReplacedObject(
        m_signed, file, "<< /Type /EmbeddedFile /Subtype /application#2Fjson /Length 6 >>\nstream\nforged\nendstream");
    const PdfVerdict verdict = verdictOf(forged);
    QVERIFY(verdict.laterChanges);
    QCOMPARE(verdict.embeddedFiles.size(), 1);
    QCOMPARE(verdict.embeddedFiles.first().bytes, record);
}

void TestPdfVerifier::anAlteredDocumentGivesNoFiles()
{
    QByteArray changed = m_signed;
    changed.replace("{\"audit\":\"fictional\"}", "{\"audit\":\"forged!!!\"}");
    QCOMPARE(changed.size(), m_signed.size());
    const PdfVerdict verdict = verdictOf(changed);
    QCOMPARE(verdict.signatures.first().integrity, Integrity::Altered);
    QVERIFY(verdict.embeddedFiles.isEmpty());
}

void TestPdfVerifier::anEmbeddedFileThatUnpacksOverTheLimitIsLeftOut()
{
    const int file = objectHolding(m_plain, "/Type /EmbeddedFile");
    const QByteArray packed = qCompress(QByteArray(65 * 1024 * 1024, 'x'), 9).mid(4);
    const QByteArray bomb = "<< /Type /EmbeddedFile /Filter /FlateDecode /Length " + QByteArray::number(packed.size())
        + " >>\nstream\n" + packed + "\nendstream";
    const auto verdict = verifyPdf(withReplacedObject(m_plain, file, bomb), TrustStore(), fixedMoment());
    QVERIFY(verdict);
    QVERIFY(verdict->embeddedFiles.isEmpty());
    const QByteArray small = qCompress(QByteArray(1000, 'x'), 9).mid(4);
    const auto fine = verifyPdf(withReplacedObject(m_plain, file,
                                    "<< /Type /EmbeddedFile /Filter /FlateDecode /Length "
                                        + QByteArray::number(small.size()) + " >>\nstream\n" + small + "\nendstream"),
        TrustStore(), fixedMoment());
    QVERIFY(fine);
    QCOMPARE(fine->embeddedFiles.size(), 1);
    QCOMPARE(fine->embeddedFiles.first().bytes, QByteArray(1000, 'x'));
}

void TestPdfVerifier::trustIsToldApart_data()
{
    QTest::addColumn<QString>("signer");
    QTest::addColumn<bool>("rootTrusted");
    QTest::addColumn<int>("daysAfterIssue");
    QTest::addColumn<Trust>("trust");
    const QString ada = QStringLiteral("ada");
    const QString box = QStringLiteral("box");
    QTest::newRow("root trusted") << ada << true << 1 << Trust::Trusted;
    QTest::newRow("root unknown") << ada << false << 1 << Trust::UnknownSigner;
    QTest::newRow("expired when signing") << ada << true << 31 << Trust::NotValidAtTime;
    QTest::newRow("not yet valid when signing") << ada << true << -1 << Trust::NotValidAtTime;
    QTest::newRow("for encryption only") << box << true << 1 << Trust::NotForSigning;
}

void TestPdfVerifier::trustIsToldApart()
{
    QFETCH(QString, signer);
    QFETCH(bool, rootTrusted);
    QFETCH(int, daysAfterIssue);
    QFETCH(Trust, trust);
    const auto read = SigningIdentity::fromPkcs12(
        readFile(m_folder.filePath(signer + QStringLiteral(".p12"))), Passphrase(QByteArray("correct horse")));
    QVERIFY(read);
    SignatureRequest wanted = request();
    wanted.time = {read->certificate().notBefore.utcMs + daysAfterIssue * 24LL * 3600 * 1000 + 60'000, 120};
    TrustStore store;
    if (rootTrusted)
        QVERIFY(store.addPem(readFile(m_folder.filePath(QStringLiteral("root.pem")))));
    const PdfVerdict verdict = verdictOf(signedBytes(m_plain, *read, wanted), store);
    QCOMPARE(verdict.signatures.size(), 1);
    QCOMPARE(verdict.signatures.first().trust, trust);
    QCOMPARE(verdict.signatures.first().integrity, Integrity::Intact); // judged apart
    QCOMPARE(verdict.signatures.first().name, QStringLiteral("Ada Example"));
    QCOMPARE(verdict.signatures.first().certificate.organisation, QStringLiteral("Fictional Centre"));
}

void TestPdfVerifier::aCertificateOfAnotherNameDoesNotMakeTrust()
{
    // Another root with the same name: the name alone must not do.
    const QTemporaryDir other;
    QVERIFY(makeRoot(other.path()));
    TrustStore store;
    QVERIFY(store.addPem(readFile(other.filePath(QStringLiteral("root.pem")))));
    const auto read = SigningIdentity::fromPkcs12(
        readFile(m_folder.filePath(QStringLiteral("ada.p12"))), Passphrase(QByteArray("correct horse")));
    QVERIFY(read);
    SignatureRequest wanted = request();
    wanted.time = {read->certificate().notBefore.utcMs + 60'000, 0};
    const PdfVerdict verdict = verdictOf(signedBytes(m_plain, *read, wanted), store);
    QCOMPARE(verdict.signatures.first().trust, Trust::UnknownSigner);
}

void TestPdfVerifier::aTrustedSelfIssuedCertificateIsTrusted()
{
    const SigningIdentity &signer = identity();
    const QByteArray pdf = signedBytes(m_plain, signer, request());
    QCOMPARE(verdictOf(pdf).signatures.first().trust, Trust::SelfIssued);
    const QString packed = m_folder.filePath(QStringLiteral("self.p12"));
    const auto bytes = signer.toPkcs12(Passphrase(QByteArray("correct horse")));
    QVERIFY(bytes);
    QVERIFY(writeFile(packed, *bytes));
    const ToolAnswer pem = runTool(QStringLiteral("openssl"),
        {QStringLiteral("pkcs12"), QStringLiteral("-in"), packed, QStringLiteral("-nokeys"), QStringLiteral("-passin"),
            QStringLiteral("pass:correct horse")});
    QCOMPARE(pem.exitCode, 0);
    TrustStore store;
    QVERIFY(store.addPem(pem.output.toUtf8()));
    QCOMPARE(verdictOf(pdf, store).signatures.first().trust, Trust::Trusted);
}

void TestPdfVerifier::ringsInFormAndNameTreeComeToAnEnd()
{
    const QByteArray pdf = withReplacedObject(
        m_plain, 1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 3 0 R /Names << /EmbeddedFiles 4 0 R >> >>");
    const QByteArray ring = withReplacedObject(
        withReplacedObject(pdf, 3, "<< /Fields [3 0 R 3 0 R] /Kids [3 0 R 3 0 R] /FT /Sig /T (a) >>"), 4,
        "<< /Kids [4 0 R 4 0 R] /Names [(a) 4 0 R] >>");
    const auto verdict = verifyPdf(ring, TrustStore(), fixedMoment());
    QVERIFY(verdict);
    QVERIFY(verdict->signatures.isEmpty());
    QVERIFY(verdict->embeddedFiles.isEmpty());
}

void TestPdfVerifier::moreThan64SignaturesAreRefused()
{
    QByteArray fields;
    for (int i = 0; i < 65; ++i)
        fields += "<< /FT /Sig /T (s" + QByteArray::number(i) + ") /V << /Type /Sig >> >> ";
    const QByteArray pdf =
        withReplacedObject(m_plain, 1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [" + fields + "] >> >>");
    const auto verdict = verifyPdf(pdf, TrustStore(), fixedMoment());
    QVERIFY(!verdict);
    QCOMPARE(verdict.error().code, ErrorCode::TooLarge);
}

void TestPdfVerifier::truncatedFilesNeverHold()
{
    for (const QByteArray &pdf : {m_signed, m_signedStream})
        for (qsizetype length = 0; length < pdf.size(); length += 37) {
            const auto verdict = verifyPdf(pdf.first(length), TrustStore(), fixedMoment());
            if (!verdict)
                continue;
            for (const SignatureVerdict &signature : verdict->signatures)
                QVERIFY2(signature.integrity != Integrity::Intact, QByteArray::number(length).constData());
        }
}

void TestPdfVerifier::randomMutationsNeverCrashAndNeverPassAsWhole()
{
    QRandomGenerator random(20261122);
    int judged = 0;
    for (int round = 0; round < 300; ++round) {
        const QByteArray original = round % 2 == 0 ? m_signed : m_signedStream;
        QByteArray changed = original;
        for (quint32 step = random.bounded(1U, 6U); step > 0; --step) {
            const qsizetype at = random.bounded(static_cast<qint64>(changed.size()));
            const qsizetype length = random.bounded(40);
            switch (random.bounded(4)) {
            case 0:
                changed[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                changed.remove(at, length);
                break;
            case 2:
                changed.insert(at, changed.mid(random.bounded(static_cast<qint64>(changed.size())), length));
                break;
            case 3:
                changed.replace(at, length, QByteArray(length, "0<>[]/"[random.bounded(6)]));
                break;
            }
        }
        const auto verdict = verifyPdf(changed, TrustStore(), fixedMoment());
        if (!verdict)
            continue;
        for (const SignatureVerdict &signature : verdict->signatures) {
            ++judged;
            if (signature.integrity != Integrity::Intact || signature.coverage != Coverage::WholeFile)
                continue;
            // Only the value itself may differ, in a way that does not matter to it (capital digits).
            const QList<qsizetype> range = lastByteRange(original);
            QCOMPARE(changed.first(range[1]), original.first(range[1]));
            QCOMPARE(changed.mid(range[2]), original.mid(range[2]));
        }
    }
    QVERIFY2(judged > 100, "the mutations should leave most files with a signature to judge");
}

QTEST_GUILESS_MAIN(TestPdfVerifier)
#include "tst_pdfverifier.moc"
