// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures that last: B-LT and B-LTA, what breaks them, and what became of certificates since.
#include "core/signing/pdfprolonger.h"

#include "core/base/clock.h"
#include "core/signing/documenttimestamp.h"
#include "core/signing/dssrevision.h"
#include "core/signing/ocspanswer.h"
#include "core/signing/pdfrevisionreader.h"
#include "core/signing/pdfverifier.h"
#include "core/signing/validationcollector.h"
#include "tests/core/signing/signingsamples.h"
#include "tests/support/revocationservice.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace cq;
using namespace cq::samples;
using cq::testing::RevocationService;

namespace {

constexpr qint64 hour = 3600LL * 1000;
constexpr qint64 day = 24 * hour;

Timestamp now(qint64 later = 0)
{
    return {systemClock()().utcMs + later, 0};
}

} // namespace

class TestPdfProlonger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whatHasAProvenTimeReachesLt();
    void underALaterTimestampItReachesLta();
    void whatWasSignedOfflineGetsItsTimeFirst();
    void withoutAProvenTimeNothingLasts();
    void otherProgramsAcceptIt();
    void itCanBeProlongedAgain();
    void aCertifiedReportTakesAnyNumberOfTimestamps();
    void severalSignersAllLast();
    void aRevocationBeforeSigningIsTold();
    void aRevocationAfterSigningIsToldApart();
    void withoutAProvenTimeARevocationCounts();
    void whatRanOutSinceIsToldApart();
    void aRevokedAuthorityProvesNoTime();
    void theLevelFallsWithItsData_data();
    void theLevelFallsWithItsData();
    void dataInAnotherFormAreNotTouched();
    void tooMuchDataIsRefused();
    void whateverIsFlippedIsTold();
    void aFailureLeavesNothingBehind_data();
    void aFailureLeavesNothingBehind();

private:
    QString path(const QString &name) const { return m_files->filePath(name); }
    TimestampSource source() const
    {
        return timestampService(m_service->timestampUrl(), nullptr, std::chrono::minutes(1)).value();
    }
    SigningIdentity signer(const char *name) const
    {
        return SigningIdentity::fromPkcs12(
            readFile(m_folder.filePath(QString::fromLatin1(name) + QStringLiteral(".p12"))),
            Passphrase(QByteArray("correct horse")))
            .value();
    }
    /// Empty on failure.
    QByteArray signedBy(const char *name, const QByteArray &pdf, bool withTime = true, const char *place = nullptr);
    QByteArray prolonged(const QByteArray &pdf, bool withTime);
    PdfVerdict verdictOf(const QByteArray &pdf, qint64 later = 0) const
    {
        return verifyPdf(pdf, m_trust, now(later)).value();
    }
    static void verifyNothingForbidden(const PdfVerdict &verdict);

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<RevocationService> m_service;
    TrustStore m_trust;
    QByteArray m_plain;
    QByteArray m_timestamped; ///< B-T, by ada
};

QByteArray TestPdfProlonger::signedBy(const char *name, const QByteArray &pdf, bool withTime, const char *place)
{
    const QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("in.pdf"));
    const QString out = folder.filePath(QStringLiteral("out.pdf"));
    SignatureRequest wanted = request();
    wanted.time = now();
    wanted.fieldName = QString::fromLatin1(place);
    wanted.certifies = place && !pdf.contains("/DocMDP");
    if (!writeFile(in, pdf))
        return {};
    const auto done = signPdf(in, out, signer(name), wanted, withTime ? source() : TimestampSource());
    if (!done || done->withoutTimestamp)
        qWarning() << (done ? done->withoutTimestamp->text() : done.error().text());
    return readFile(out);
}

QByteArray TestPdfProlonger::prolonged(const QByteArray &pdf, bool withTime)
{
    const QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("in.pdf"));
    const QString out = folder.filePath(QStringLiteral("out.pdf"));
    if (!writeFile(in, pdf))
        return {};
    const auto done = prolongPdf(in, out, {}, now(), withTime ? source() : TimestampSource());
    if (!done)
        qWarning() << done.error().text();
    return readFile(out);
}

void TestPdfProlonger::verifyNothingForbidden(const PdfVerdict &verdict)
{
    QVERIFY(!verdict.laterChanges);
    for (const RevisionVerdict &revision : verdict.revisions)
        QVERIFY(revision.change != RevisionChange::Forbidden);
    for (const SignatureVerdict &one : verdict.signatures) {
        QCOMPARE(one.integrity, Integrity::Intact);
        QVERIFY(one.coverage != Coverage::Partial);
        QCOMPARE(one.problem, QString());
    }
}

void TestPdfProlonger::initTestCase()
{
    m_service = std::make_unique<RevocationService>(m_folder.path());
    QVERIFY2(m_service->isRunning(), "python3 and openssl are needed");
    QVERIFY(m_trust.addPem(readFile(m_folder.filePath(QStringLiteral("root.pem")))));
    m_plain = handWrittenPdf();
    m_timestamped = signedBy("ada", m_plain);
    QVERIFY(!m_timestamped.isEmpty());
}

void TestPdfProlonger::init()
{
    m_files = std::make_unique<QTemporaryDir>();
}

void TestPdfProlonger::whatHasAProvenTimeReachesLt()
{
    QCOMPARE(verdictOf(m_timestamped).signatures.first().level, SignatureLevel::BaselineT);
    const QByteArray pdf = prolonged(m_timestamped, false);
    QVERIFY(pdf.startsWith(m_timestamped));
    const PdfVerdict verdict = verdictOf(pdf);
    verifyNothingForbidden(verdict);
    QCOMPARE(verdict.signatures.size(), 1);
    QCOMPARE(verdict.revisions.size(), 1);
    QCOMPARE(verdict.revisions.first().change, RevisionChange::ValidationData);
    const SignatureVerdict signature = verdict.signatures.first();
    QCOMPARE(signature.level, SignatureLevel::BaselineLT);
    QCOMPARE(signature.trust, Trust::Trusted); // its issuer is known from the data now
    QCOMPARE(signature.revocation, Revocation::Good);
    QVERIFY(!signature.revokedAt);
    QVERIFY(signature.provenTime && signature.provenTime->authorityTrusted);
    // Trust is told apart from what the level says of the form.
    const SignatureVerdict unknown = verifyPdf(pdf, {}, now())->signatures.first();
    QCOMPARE(unknown.level, SignatureLevel::BaselineLT);
    QCOMPARE(unknown.trust, Trust::UnknownSigner);
}

void TestPdfProlonger::underALaterTimestampItReachesLta()
{
    const PdfVerdict verdict = verdictOf(prolonged(m_timestamped, true));
    verifyNothingForbidden(verdict);
    QCOMPARE(verdict.signatures.size(), 2);
    QCOMPARE(verdict.signatures.first().level, SignatureLevel::BaselineLTA);
    QCOMPARE(verdict.signatures.last().kind, SignatureKind::DocumentTimestamp);
    QCOMPARE(verdict.signatures.last().coverage, Coverage::WholeFile);
    // A timestamp before the data does not keep them.
    const QByteArray stamped = withDocumentTimestamp(m_timestamped, source()).value();
    QCOMPARE(verdictOf(prolonged(stamped, false)).signatures.first().level, SignatureLevel::BaselineLT);
}

void TestPdfProlonger::whatWasSignedOfflineGetsItsTimeFirst()
{
    const PdfVerdict verdict = verdictOf(prolonged(signedBy("ada", m_plain, false), true));
    verifyNothingForbidden(verdict);
    QCOMPARE(verdict.signatures.size(), 3);
    QCOMPARE(verdict.signatures.first().level, SignatureLevel::BaselineLTA);
    QCOMPARE(verdict.signatures[1].fieldName, documentTimestampField());
    QCOMPARE(verdict.signatures.first().provenTime->at, verdict.signatures[1].provenTime->at);
}

void TestPdfProlonger::withoutAProvenTimeNothingLasts()
{
    const QByteArray pdf = signedBy("ada", m_plain, false);
    QVERIFY(writeFile(path(QStringLiteral("in.pdf")), pdf));
    const auto done = prolongPdf(path(QStringLiteral("in.pdf")), path(QStringLiteral("out.pdf")), {}, now());
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Refused);
    QVERIFY2(done.error().text().contains(QStringLiteral("no proven time")), qPrintable(done.error().text()));
    QVERIFY(writeFile(path(QStringLiteral("unsigned.pdf")), m_plain));
    const auto unsignedOne =
        prolongPdf(path(QStringLiteral("unsigned.pdf")), path(QStringLiteral("out.pdf")), {}, now(), source());
    QVERIFY(!unsignedOne);
    QCOMPARE(unsignedOne.error().code, ErrorCode::NotFound);
}

void TestPdfProlonger::otherProgramsAcceptIt()
{
    const QString file = path(QStringLiteral("lta.pdf"));
    QVERIFY(writeFile(file, prolonged(signedBy("ada", handWrittenPdf({.places = 1}), true, "place1"), true)));
    const ToolAnswer structure = runTool(QStringLiteral("qpdf"), {QStringLiteral("--check"), file});
    QVERIFY2(structure.exitCode == 0, qPrintable(structure.output));
    const ToolAnswer poppler = runTool(QStringLiteral("pdfsig"), {QStringLiteral("-no-ocsp"), file});
    QVERIFY2(poppler.output.contains(QStringLiteral("Signature is Valid")), qPrintable(poppler.output));
    const ToolAnswer mupdf = runTool(QStringLiteral("mutool"), {QStringLiteral("show"), file, QStringLiteral("trailer/Root/DSS")});
    for (const char *key : {"Certs", "OCSPs", "VRI"})
        QVERIFY2(mupdf.output.contains(QString::fromLatin1(key)), qPrintable(mupdf.output));
}

void TestPdfProlonger::itCanBeProlongedAgain()
{
    const QByteArray once = prolonged(m_timestamped, true);
    const QByteArray twice = prolonged(once, true);
    QVERIFY(twice.startsWith(once));
    const PdfVerdict verdict = verdictOf(twice);
    verifyNothingForbidden(verdict);
    QCOMPARE(verdict.signatures.size(), 3);
    QCOMPARE(verdict.signatures.first().level, SignatureLevel::BaselineLTA);
    QCOMPARE(verdict.revisions.size(), 4);
    QCOMPARE(verdict.revisions[2].change, RevisionChange::ValidationData);
    // What is there already stays where it is, and is not written again.
    const ValidationData before = PdfRevisionReader::open(once)->validationData();
    const ValidationData after = PdfRevisionReader::open(twice)->validationData();
    QCOMPARE(after.certificates, before.certificates);
    QVERIFY(after.ocspAnswers.size() > before.ocspAnswers.size());
    QCOMPARE(after.ocspAnswers.first(before.ocspAnswers.size()), before.ocspAnswers);
    const auto nothingNew = buildDssRevision(once, {{"A0", before}});
    QVERIFY(nothingNew);
    QVERIFY(nothingNew->isEmpty());
}

void TestPdfProlonger::aCertifiedReportTakesAnyNumberOfTimestamps()
{
    // ISO 32000-2 table 257: validation data and document timestamps are no changes of a certified document.
    const QByteArray certified = signedBy("ada", handWrittenPdf({.places = 2}), true, "place1");
    QVERIFY(certified.contains("/DocMDP"));
    const PdfVerdict verdict = verdictOf(prolonged(prolonged(certified, true), true));
    verifyNothingForbidden(verdict);
    QCOMPARE(verdict.signatures.size(), 3);
    QCOMPARE(verdict.signatures.first().level, SignatureLevel::BaselineLTA);
    QCOMPARE(verdict.signatures[1].fieldName, documentTimestampField());
    QCOMPARE(verdict.signatures[2].fieldName, documentTimestampField() + QStringLiteral("-2"));
}

void TestPdfProlonger::severalSignersAllLast()
{
    QByteArray pdf = signedBy("ada", handWrittenPdf({.places = 2}), true, "place1");
    pdf = signedBy("list-only", pdf, true, "place2");
    const PdfVerdict verdict = verdictOf(prolonged(pdf, true));
    verifyNothingForbidden(verdict);
    QCOMPARE(verdict.signatures.size(), 3);
    QCOMPARE(verdict.signatures[0].level, SignatureLevel::BaselineLTA);
    QCOMPARE(verdict.signatures[1].level, SignatureLevel::BaselineLTA);
    QCOMPARE(verdict.signatures[1].name, QStringLiteral("list-only"));
}

void TestPdfProlonger::aRevocationBeforeSigningIsTold()
{
    const Timestamp moment{now().utcMs / 1000 * 1000 - hour, 0};
    QVERIFY(m_service->revoke("ben", moment));
    QVERIFY(writeFile(path(QStringLiteral("in.pdf")), signedBy("ben", m_plain)));
    const auto done = prolongPdf(path(QStringLiteral("in.pdf")), path(QStringLiteral("out.pdf")), m_trust, now());
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Refused);
    QVERIFY2(done.error().text().contains(QStringLiteral("revoked")), qPrintable(done.error().text()));
    QVERIFY(!QFile::exists(path(QStringLiteral("out.pdf"))));
    // Data that another program added tell it as well.
    const QByteArray pdf = readFile(path(QStringLiteral("in.pdf")));
    const QByteArray pem = readFile(m_folder.filePath(QStringLiteral("ben.pem")));
    const CertificateHandle ben(PEM_read_bio_X509(readingBio(pem).get(), nullptr, nullptr, nullptr));
    const CertificateStackHandle alone(sk_X509_new_null());
    QVERIFY(X509_add_cert(alone.get(), ben.get(), X509_ADD_FLAG_UP_REF) == 1);
    const auto data = ValidationCollector({}, now()).dataFor(alone.get());
    QVERIFY(data);
    const SignatureVerdict judged =
        verdictOf(pdf + buildDssRevision(pdf, {{"A0", *data}}).value()).signatures.first();
    QCOMPARE(judged.integrity, Integrity::Intact);
    QCOMPARE(judged.trust, Trust::Revoked);
    QCOMPARE(judged.revokedAt, std::optional(moment));
    QCOMPARE(judged.level, SignatureLevel::BaselineT);
}

void TestPdfProlonger::aRevocationAfterSigningIsToldApart()
{
    const QByteArray pdf = signedBy("falls-back", m_plain);
    const Timestamp moment{now().utcMs / 1000 * 1000 + hour, 0};
    QVERIFY(m_service->revoke("falls-back", moment));
    const PdfVerdict verdict = verdictOf(prolonged(pdf, true), 2 * hour);
    verifyNothingForbidden(verdict);
    const SignatureVerdict signature = verdict.signatures.first();
    QCOMPARE(signature.trust, Trust::RevokedLater);
    QVERIFY(wasTrusted(signature.trust));
    QCOMPARE(signature.revocation, Revocation::RevokedLater);
    QCOMPARE(signature.revokedAt, std::optional(moment));
    QCOMPARE(signature.level, SignatureLevel::BaselineLTA);
}

void TestPdfProlonger::withoutAProvenTimeARevocationCounts()
{
    // The same certificate and data, and a signature that only claims its time.
    const QByteArray pdf = prolonged(signedBy("falls-back", m_plain), false);
    QVERIFY(!pdf.isEmpty());
    const SignatureVerdict proven = verdictOf(pdf).signatures.first();
    QCOMPARE(proven.trust, Trust::RevokedLater);
    const QByteArray claimed = signedBy("falls-back", m_plain, false);
    const auto data = PdfRevisionReader::open(pdf)->validationData();
    const QByteArray revision = buildDssRevision(claimed, {{"A0", data}}).value();
    const SignatureVerdict judged = verdictOf(claimed + revision, 2 * hour).signatures.first();
    QCOMPARE(judged.trust, Trust::Revoked);
    QCOMPARE(judged.revocation, Revocation::Revoked);
    QCOMPARE(judged.level, SignatureLevel::BaselineB);
}

void TestPdfProlonger::whatRanOutSinceIsToldApart()
{
    // Signers run out after 30 days here, authorities later.
    const QByteArray pdf = prolonged(m_timestamped, true);
    QCOMPARE(verdictOf(pdf, 60 * day).signatures.first().trust, Trust::ExpiredSince);
    QCOMPARE(verdictOf(pdf, 60 * day).signatures.first().level, SignatureLevel::BaselineLTA);
    const QByteArray claimed = signedBy("ada", m_plain, false);
    TrustStore issuing = m_trust;
    QVERIFY(issuing.addPem(readFile(m_folder.filePath(QStringLiteral("issuing.pem")))));
    QCOMPARE(verifyPdf(claimed, issuing, now())->signatures.first().trust, Trust::Trusted);
    QCOMPARE(verifyPdf(claimed, issuing, now(60 * day))->signatures.first().trust, Trust::Expired);
}

void TestPdfProlonger::aRevokedAuthorityProvesNoTime()
{
    const QTemporaryDir folder;
    RevocationService service(folder.path());
    QVERIFY(service.isRunning());
    TrustStore trust;
    QVERIFY(trust.addPem(readFile(folder.filePath(QStringLiteral("root.pem")))));
    const auto ada = SigningIdentity::fromPkcs12(
        readFile(folder.filePath(QStringLiteral("ada.p12"))), Passphrase(QByteArray("correct horse")));
    const auto times = timestampService(service.timestampUrl(), nullptr, std::chrono::minutes(1));
    QVERIFY(ada && times);
    SignatureRequest wanted = request();
    wanted.time = now();
    QVERIFY(writeFile(path(QStringLiteral("plain.pdf")), m_plain));
    QVERIFY(signPdf(path(QStringLiteral("plain.pdf")), path(QStringLiteral("in.pdf")), *ada, wanted, *times));
    QVERIFY(service.revoke("tsa", Timestamp{now().utcMs / 1000 * 1000 + hour, 0}));
    QVERIFY(prolongPdf(path(QStringLiteral("in.pdf")), path(QStringLiteral("out.pdf")), trust, now()));
    const QByteArray pdf = readFile(path(QStringLiteral("out.pdf")));
    const SignatureVerdict before = verifyPdf(pdf, trust, now())->signatures.first();
    QVERIFY(before.provenTime->authorityTrusted);
    const SignatureVerdict after = verifyPdf(pdf, trust, now(2 * hour))->signatures.first();
    QVERIFY(!after.provenTime->authorityTrusted);
}

void TestPdfProlonger::theLevelFallsWithItsData_data()
{
    QTest::addColumn<QByteArray>("pdf");
    const QByteArray lasting = prolonged(m_timestamped, false);
    QVERIFY(!lasting.isEmpty());
    const ValidationData data = PdfRevisionReader::open(lasting)->validationData();
    const auto with = [this](const ValidationData &some) {
        return m_timestamped + buildDssRevision(m_timestamped, {{"A0", some}}).value();
    };
    QTest::newRow("nothing") << m_timestamped;
    ValidationData some = data;
    some.ocspAnswers.clear();
    QTest::newRow("no answers") << with(some);
    some = data;
    some.ocspAnswers.removeFirst();
    QTest::newRow("one answer missing") << with(some);
    some = data;
    some.certificates = {data.certificates.first()};
    QTest::newRow("issuers missing") << with(some);
    some = data;
    for (QByteArray &answer : some.ocspAnswers)
        answer.chop(1);
    QTest::newRow("truncated") << with(some);
    some = data;
    some.ocspAnswers = {QByteArray(OcspAnswer::maxBytes + 1, '0')};
    QTest::newRow("oversized") << with(some);
    QTest::newRow("of somebody else") << with(
        PdfRevisionReader::open(prolonged(signedBy("cleo", m_plain), false))->validationData());
}

void TestPdfProlonger::theLevelFallsWithItsData()
{
    QFETCH(QByteArray, pdf);
    const PdfVerdict verdict = verdictOf(pdf);
    verifyNothingForbidden(verdict);
    QCOMPARE(verdict.signatures.first().level, SignatureLevel::BaselineT);
    QVERIFY(verdict.signatures.first().revocation != Revocation::Good);
}

void TestPdfProlonger::dataInAnotherFormAreNotTouched()
{
    ValidationData data;
    data.certificates.append("whatever");
    const int catalogue = objectHolding(m_plain, "/Type /Catalog");
    for (const char *form : {"/DSS << /Certs 3 0 R >>", "/DSS << /VRI 3 0 R >>", "/DSS [ ]"}) {
        const QByteArray pdf =
            withReplacedObject(m_plain, catalogue, QByteArray("<< /Type /Catalog /Pages 2 0 R ") + form + " >>");
        const auto revision = buildDssRevision(pdf, {{"A0", data}});
        QVERIFY2(!revision, form);
        QCOMPARE(revision.error().code, ErrorCode::Refused);
    }
    const auto none = buildDssRevision("hello", {{"A0", data}});
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::Malformed);
}

void TestPdfProlonger::tooMuchDataIsRefused()
{
    ValidationData many;
    for (int i = 0; i <= ValidationData::maxItems; ++i)
        many.certificates.append(QByteArray::number(i));
    ValidationData large;
    large.crls.append(QByteArray(ValidationData::maxItemBytes + 1, 'x'));
    for (const ValidationData &data : {many, large}) {
        const auto revision = buildDssRevision(m_plain, {{"A0", data}});
        QVERIFY(!revision);
        QCOMPARE(revision.error().code, ErrorCode::TooLarge);
    }
}

void TestPdfProlonger::whateverIsFlippedIsTold()
{
    const QByteArray pdf = prolonged(m_timestamped, true);
    const QList<qsizetype> range = lastByteRange(pdf);
    QCOMPARE(range.size(), 4);
    for (qsizetype at = m_timestamped.size(); at < pdf.size(); at += 97) {
        if (at >= range[1] && at < range[2])
            continue;
        QByteArray changed = pdf;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const auto verdict = verifyPdf(changed, m_trust, now());
        QVERIFY(verdict);
        const QByteArray where = "byte " + QByteArray::number(at);
        QVERIFY2(!verdict->signatures.isEmpty(), where.constData());
        for (const SignatureVerdict &one : verdict->signatures)
            QVERIFY2(one.level != SignatureLevel::BaselineLTA, where.constData());
    }
}

void TestPdfProlonger::aFailureLeavesNothingBehind_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("nowhere") << ErrorCode::NotFound;
    for (const char *lying : {"wrong-nonce", "wrong-certificate", "wrong-responder", "unknown", "try-later",
             "foreign-list", "old-list", "cut-list", "huge-list", "partial-list"})
        QTest::newRow(lying) << ErrorCode::ServiceAnswerWrong;
}

void TestPdfProlonger::aFailureLeavesNothingBehind()
{
    QFETCH(ErrorCode, code);
    const QByteArray pdf = signedBy(QTest::currentDataTag(), m_plain);
    QVERIFY(writeFile(path(QStringLiteral("in.pdf")), pdf));
    TrustStore issuing; // "nowhere" names no issuer either
    QVERIFY(issuing.addPem(readFile(m_folder.filePath(QStringLiteral("issuing.pem")))));
    const auto done =
        prolongPdf(path(QStringLiteral("in.pdf")), path(QStringLiteral("out.pdf")), issuing, now(), source());
    QVERIFY(!done);
    QVERIFY2(done.error().code == code, qPrintable(done.error().text()));
    QCOMPARE(readFile(path(QStringLiteral("in.pdf"))), pdf);
    QCOMPARE(QDir(m_files->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{QStringLiteral("in.pdf")});
}

QTEST_GUILESS_MAIN(TestPdfProlonger)
#include "tst_pdfprolonger.moc"
