// SPDX-License-Identifier: GPL-3.0-or-later
// Several people sign one report, one after the other.
#include "core/session/reportsigning.h"

#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"
#include "tests/support/sessionroom.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestReportSigning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allThreeSignaturesHold();
    void eachSignatureKeepsEveryEarlierByte();
    void onlyTheFirstSignatureCertifies();
    void otherToolsAcceptAllThree();
    void everyPlaceShowsWhoSignedThere();
    void theOrderOfTheSignersIsFree();
    void aPrintedNameMayDifferFromTheCertificates();
    void aPlaceThatIsTakenIsAConflict();
    void aReportThatDoesNotHoldIsNotSigned_data();
    void aReportThatDoesNotHoldIsNotSigned();
    void aReportWithoutPlacesIsNotSigned();
    void anExistingFileIsNeverOverwritten();
    void aFailureLeavesTheReportAsItWas();

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_room->file(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    QString fresh(const char *name) const
    {
        QFile::remove(m_room->file(name));
        return m_room->file(name);
    }
    static QByteArray outputOf(const char *program, const QStringList &arguments)
    {
        QProcess process;
        process.start(QString::fromLatin1(program), arguments);
        if (!process.waitForFinished(120'000))
            qWarning() << program << process.errorString();
        return process.readAllStandardOutput() + process.readAllStandardError();
    }
    SignatureStatement statement(SignaturePlace place, SignatureMeaning meaning) const
    {
        return {place, meaning, m_room->now, {}};
    }
    SigningIdentity identity(const QString &name, KeyAlgorithm algorithm = KeyAlgorithm::EcP256) const
    {
        return SigningIdentity::create({name, QStringLiteral("Test house (fictional)"), algorithm}, m_room->now).value();
    }

    std::unique_ptr<SessionRoom> m_room;
    QStringList m_files; ///< the report, and what it became with each signature
    QStringList m_names{QStringLiteral("Łucja Gżegżółka"), QStringLiteral("Ελένη Παπαδοπούλου"),
        QStringLiteral("Ольга Шевченко")};
};

void TestReportSigning::initTestCase()
{
    m_room = std::make_unique<SessionRoom>();
    QVERIFY(m_room->answer("GOV-01", ResponseLevel::Met));
    m_files = {m_room->file("report.pdf"), m_room->file("one.pdf"), m_room->file("two.pdf"), m_room->file("three.pdf")};
    const auto job = ReportJob::prepare(*m_room->session, QStringLiteral("en"));
    QVERIFY(job);
    QVERIFY(job->write(m_files[0]));
    const QList<SignatureStatement> statements{statement(SignaturePlace::LeadAuditor, SignatureMeaning::Authored),
        statement(SignaturePlace::Centre, SignatureMeaning::Acknowledged),
        statement(SignaturePlace::Reviewer, SignatureMeaning::Approved)};
    const QList<KeyAlgorithm> kinds{KeyAlgorithm::Rsa3072, KeyAlgorithm::EcP256, KeyAlgorithm::EcP256};
    for (int i = 0; i < 3; ++i) {
        const auto done = signReport(m_files[i], m_files[i + 1], identity(m_names[i], kinds[i]), statements[i]);
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    }
    if (const QString keep = qEnvironmentVariable("CQ_KEEP_REPORT"); !keep.isEmpty())
        QVERIFY(QFile::exists(keep) || QFile::copy(m_files[3], keep));
}

void TestReportSigning::allThreeSignaturesHold()
{
    const ReportCheck check = checkReport(m_files[3], {}, m_room->now).value();
    QCOMPARE(textOf(check.verdict), QStringLiteral("good"));
    QCOMPARE(check.problem, QString());
    QCOMPARE(check.signatures.signatures.size(), 3);
    const QStringList meanings{QStringLiteral("Authored"), QStringLiteral("Acknowledged"), QStringLiteral("Approved")};
    for (int i = 0; i < 3; ++i) {
        const SignatureVerdict &signature = check.signatures.signatures[i];
        QCOMPARE(signature.name, m_names[i]);
        QCOMPARE(signature.meaning, meanings[i]);
        QCOMPARE(signature.fieldName, allTexts<SignaturePlace>().at(i));
        QCOMPARE(signature.integrity, Integrity::Intact);
        QCOMPARE(signature.coverage, i == 2 ? Coverage::WholeFile : Coverage::EarlierRevision);
        QCOMPARE(textOf(signature.level), QStringLiteral("B-B"));
        QCOMPARE(signature.time, std::optional(m_room->now));
        QCOMPARE(signature.problem, QString());
    }
    QVERIFY(!check.signatures.laterChanges);
}

void TestReportSigning::eachSignatureKeepsEveryEarlierByte()
{
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!read(m_files[i]).isEmpty());
        QVERIFY(read(m_files[i + 1]).startsWith(read(m_files[i])));
        QVERIFY(read(m_files[i + 1]).mid(read(m_files[i]).size()).size() < 150'000);
    }
}

void TestReportSigning::onlyTheFirstSignatureCertifies()
{
    QVERIFY(!read(m_files[0]).contains("/DocMDP"));
    for (int i = 0; i < 3; ++i) {
        const QByteArray added = read(m_files[i + 1]).mid(read(m_files[i]).size());
        QCOMPARE(added.count("/DocMDP"), i == 0 ? 2 : 0);
        QCOMPARE(added.count("+01'00')"), 1); // /M has its offset
    }
}

void TestReportSigning::otherToolsAcceptAllThree()
{
    for (const QString &file : m_files)
        QVERIFY2(outputOf("qpdf", {QStringLiteral("--check"), file}).contains("No syntax or stream encoding errors"),
            qPrintable(file));
    const QByteArray poppler = outputOf("pdfsig", {QStringLiteral("-no-ocsp"), m_files[3]});
    QVERIFY2(poppler.count("Signature is Valid") == 3, poppler.constData());
    QVERIFY2(poppler.contains("Total document signed"), poppler.constData());
}

void TestReportSigning::everyPlaceShowsWhoSignedThere()
{
    const auto textOfLastPage = [](const QString &file) {
        return QString::fromUtf8(outputOf("mutool",
                   {QStringLiteral("draw"), QStringLiteral("-q"), QStringLiteral("-F"), QStringLiteral("txt"),
                       QStringLiteral("-o"), QStringLiteral("-"), file, QStringLiteral("N")}))
            .simplified();
    };
    const QString before = textOfLastPage(m_files[0]);
    QVERIFY(before.contains(QStringLiteral("A box below that is empty is not signed")));
    QVERIFY(!before.contains(QStringLiteral("Signed electronically by")));
    const QString after = textOfLastPage(m_files[3]);
    QCOMPARE(after.count(QStringLiteral("Signed electronically by")), 3);
    for (const QString &said : m_names + QStringList{QStringLiteral("Lead auditor · Authored"),
                                             QStringLiteral("Representative of the centre · Acknowledged"),
                                             QStringLiteral("Coalition reviewer · Approved"),
                                             QStringLiteral("Self-issued identity made in CentreQual"),
                                             QStringLiteral("(UTC+01:00)")})
        QVERIFY2(after.contains(said), qPrintable(after));
}

void TestReportSigning::theOrderOfTheSignersIsFree()
{
    const QString first = fresh("centre-first.pdf");
    const QString second = fresh("then-auditor.pdf");
    QVERIFY(signReport(m_files[0], first, identity(QStringLiteral("Centre")),
        statement(SignaturePlace::Centre, SignatureMeaning::Acknowledged)));
    QVERIFY(signReport(first, second, identity(QStringLiteral("Auditor")),
        statement(SignaturePlace::LeadAuditor, SignatureMeaning::Authored)));
    const ReportCheck check = checkReport(second, {}, m_room->now).value();
    QCOMPARE(check.verdict, ReportVerdict::Good);
    QCOMPARE(check.signatures.signatures.first().fieldName, QStringLiteral("centre"));
    QVERIFY(read(first).contains("/DocMDP"));
}

void TestReportSigning::aPrintedNameMayDifferFromTheCertificates()
{
    SignatureStatement named = statement(SignaturePlace::Centre, SignatureMeaning::Acknowledged);
    named.name = QStringLiteral("Dr. Zoë Example (fictional)");
    const QString out = fresh("named.pdf");
    QVERIFY(signReport(m_files[0], out, identity(QStringLiteral("EXAMPLE ZOE")), named));
    // The verdict goes by the certificate; what is printed tells both.
    QCOMPARE(checkReport(out, {}, m_room->now)->signatures.signatures.first().name, QStringLiteral("EXAMPLE ZOE"));
    const QByteArray text = outputOf("mutool",
        {QStringLiteral("draw"), QStringLiteral("-q"), QStringLiteral("-F"), QStringLiteral("txt"), QStringLiteral("-o"),
            QStringLiteral("-"), out, QStringLiteral("N")});
    QVERIFY2(text.contains(named.name.toUtf8()), text.constData());
    QVERIFY2(text.contains("Certificate of EXAMPLE ZOE, Test house (fictional)."), text.constData());
}

void TestReportSigning::aPlaceThatIsTakenIsAConflict()
{
    const QString out = fresh("again.pdf");
    const auto done = signReport(m_files[1], out, identity(QStringLiteral("Another")),
        statement(SignaturePlace::LeadAuditor, SignatureMeaning::Reviewed));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Conflict);
    QVERIFY(!QFile::exists(out));
}

void TestReportSigning::aReportThatDoesNotHoldIsNotSigned_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray flipped = read(m_files[1]);
    flipped[flipped.size() / 3] = char(flipped[flipped.size() / 3] ^ 1);
    QTest::newRow("a byte changed after signing") << flipped;
    QTest::newRow("a later revision") << read(m_files[1]) + "\n% later\n";
}

void TestReportSigning::aReportThatDoesNotHoldIsNotSigned()
{
    QFETCH(QByteArray, bytes);
    const QString report = write("altered.pdf", bytes);
    const QString out = fresh("resigned.pdf");
    const auto done = signReport(report, out, identity(QStringLiteral("Another")),
        statement(SignaturePlace::Reviewer, SignatureMeaning::Approved));
    QVERIFY(!done);
    QVERIFY(!QFile::exists(out));
    QVERIFY2(done.error().code == ErrorCode::Refused || done.error().code == ErrorCode::Malformed,
        qPrintable(done.error().text()));
}

void TestReportSigning::aReportWithoutPlacesIsNotSigned()
{
    const QString out = fresh("old.pdf");
    const auto done = signReport(QStringLiteral(CQ_SOURCE_DIR "/tests/data/reports/one-added-field.pdf"), out,
        identity(QStringLiteral("Another")), statement(SignaturePlace::Centre, SignatureMeaning::Acknowledged));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::NotFound);
    QVERIFY(!QFile::exists(out));
}

void TestReportSigning::anExistingFileIsNeverOverwritten()
{
    const QByteArray before = read(m_files[2]);
    for (const QString &out : {m_files[1], m_files[2]}) {
        const auto done = signReport(m_files[1], out, identity(QStringLiteral("Another")),
            statement(SignaturePlace::Reviewer, SignatureMeaning::Approved));
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Conflict);
    }
    QCOMPARE(read(m_files[2]), before);
}

void TestReportSigning::aFailureLeavesTheReportAsItWas()
{
    const QDir folder = QFileInfo(m_files[1]).dir();
    const QStringList filesBefore = folder.entryList(QDir::Files | QDir::Hidden);
    const QByteArray before = read(m_files[1]);
    SignatureStatement late = statement(SignaturePlace::Reviewer, SignatureMeaning::Approved);
    late.time.utcMs += 10LL * 366 * 24 * 3600 * 1000; // the certificate has expired by then
    const auto expired = signReport(m_files[1], m_room->file("expired.pdf"), identity(QStringLiteral("Another")), late);
    QVERIFY(!expired);
    QCOMPARE(expired.error().code, ErrorCode::KeyUnusable);
    SignatureStatement endless = statement(SignaturePlace::Reviewer, SignatureMeaning::Approved);
    endless.name = QString(500, u'W');
    const auto noRoom =
        signReport(m_files[1], m_room->file("endless.pdf"), identity(QStringLiteral("Another")), endless);
    QVERIFY(!noRoom);
    QCOMPARE(noRoom.error().code, ErrorCode::InvalidInput);
    QCOMPARE(read(m_files[1]), before);
    QCOMPARE(folder.entryList(QDir::Files | QDir::Hidden), filesBefore);
}

QTEST_MAIN(TestReportSigning)
#include "tst_reportsigning.moc"
