// SPDX-License-Identifier: GPL-3.0-or-later
// Reports from the session to the verifier: written, closed, reopened, judged.
#include "core/report/reportwriter.h"
#include "core/session/identityfile.h"
#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"
#include "tests/support/sessionroom.h"

#include <QGuiApplication>
#include <QProcess>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestReportCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSameAuditGivesTheSameBytes();
    void aSignedReportIsGood();
    void otherToolsAcceptTheSignature();
    void anUnsignedReportSaysSo();
    void aFlippedByteIsTold_data();
    void aFlippedByteIsTold();
    void appendedBytesAreTold();
    void aResultThatDoesNotFollowIsTold();
    void aBrokenTrailIsTold();
    void existingFilesAreNeverOverwritten();

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_room->file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }
    ReportContent content() const
    {
        ReportContent content;
        content.record = m_room->session->record().value();
        content.packs = m_room->session->packs();
        content.sheet = m_room->session->board().sheet();
        content.withoutClaims = m_room->session->sheetWithoutClaims().value();
        return content;
    }
    ReportCheck check(const QString &path) const { return checkReport(path, {}, m_room->now).value(); }

    std::unique_ptr<SessionRoom> m_room;
    QString m_unsigned, m_signed;
};

void TestReportCheck::initTestCase()
{
    m_room = std::make_unique<SessionRoom>();
    QVERIFY(m_room->answer("GOV-01", ResponseLevel::Met));
    QVERIFY(m_room->answer("GOV-02", ResponseLevel::PartiallyMet));
    QVERIFY(m_room->answer("GOV-03", ResponseLevel::NotApplicable));
    const auto job = ReportJob::prepare(*m_room->session, QStringLiteral("en"));
    QVERIFY2(job, job ? "" : qPrintable(job.error().text()));
    m_unsigned = m_room->file("unsigned.pdf");
    m_signed = m_room->file("signed.pdf");
    const auto written = job->write(m_unsigned);
    QVERIFY2(written, written ? "" : qPrintable(written.error().text()));
    const auto identity = SigningIdentity::create(
        {QStringLiteral("Test Signer"), QStringLiteral("Test house"), KeyAlgorithm::EcP256}, m_room->now);
    QVERIFY(identity);
    const auto signedWell = job->writeSigned(m_signed, *identity, QStringLiteral("Authored"), m_room->now);
    QVERIFY2(signedWell, signedWell ? "" : qPrintable(signedWell.error().text()));
}

void TestReportCheck::theSameAuditGivesTheSameBytes()
{
    const auto job = ReportJob::prepare(*m_room->session, QStringLiteral("en"));
    QVERIFY(job);
    const QString again = m_room->file("again.pdf");
    QVERIFY(job->write(again));
    QVERIFY(!read(again).isEmpty());
    QCOMPARE(read(again), read(m_unsigned));
}

void TestReportCheck::aSignedReportIsGood()
{
    const ReportCheck judged = check(m_signed);
    QCOMPARE(textOf(judged.verdict), QStringLiteral("good"));
    QCOMPARE(judged.problem, QString());
    QCOMPARE(judged.rescored, Rescored::Matches);
    QVERIFY(judged.trailHolds);
    QCOMPARE(judged.trailHead, QString::fromLatin1(trailHead(m_room->session->trail().value())));
    QCOMPARE(judged.signatures.signatures.size(), 1);
    const SignatureVerdict &signature = judged.signatures.signatures.first();
    QCOMPARE(signature.name, QStringLiteral("Test Signer"));
    QCOMPARE(signature.meaning, QStringLiteral("Authored"));
    QCOMPARE(signature.integrity, Integrity::Intact);
    QCOMPARE(signature.trust, Trust::SelfIssued);
    QCOMPARE(signature.coverage, Coverage::WholeFile);
    QCOMPARE(textOf(signature.level), QStringLiteral("B-B"));
    QVERIFY(!judged.signatures.laterChanges);
}

void TestReportCheck::otherToolsAcceptTheSignature()
{
    QProcess pdfsig;
    pdfsig.start(QStringLiteral("pdfsig"), {m_signed});
    QVERIFY2(pdfsig.waitForFinished(), "pdfsig (poppler-utils) is needed");
    const QByteArray said = pdfsig.readAllStandardOutput();
    QVERIFY2(said.contains("Signature is Valid"), said.constData());
    QVERIFY2(said.contains("Total document signed"), said.constData());
    QProcess qpdf;
    qpdf.start(QStringLiteral("qpdf"), {QStringLiteral("--check"), m_signed});
    QVERIFY2(qpdf.waitForFinished(), "qpdf is needed");
    QCOMPARE(qpdf.exitCode(), 0);
}

void TestReportCheck::anUnsignedReportSaysSo()
{
    const ReportCheck judged = check(m_unsigned);
    QCOMPARE(judged.verdict, ReportVerdict::Unsigned);
    QCOMPARE(judged.rescored, Rescored::Matches);
    QVERIFY(judged.signatures.signatures.isEmpty());
}

void TestReportCheck::aFlippedByteIsTold_data()
{
    QTest::addColumn<int>("perMille");
    for (const int perMille : {5, 100, 333, 500, 750, 900, 990})
        QTest::addRow("at %d per mille", perMille) << perMille;
}

void TestReportCheck::aFlippedByteIsTold()
{
    QFETCH(int, perMille);
    QByteArray bytes = read(m_unsigned); // what comes first in the signed file
    const qsizetype place = bytes.size() * perMille / 1000;
    bytes = read(m_signed);
    bytes[place] = char(bytes[place] ^ 1);
    const auto judged = checkReport(write("flipped.pdf", bytes), {}, m_room->now);
    QVERIFY(!judged || judged->verdict == ReportVerdict::Bad);
}

void TestReportCheck::appendedBytesAreTold()
{
    const ReportCheck judged = check(write("appended.pdf", read(m_signed) + "\n% a later revision\n"));
    QCOMPARE(judged.verdict, ReportVerdict::Bad);
    QVERIFY(judged.signatures.laterChanges);
    QCOMPARE(judged.signatures.signatures.first().integrity, Integrity::Intact);
    QCOMPARE(judged.signatures.signatures.first().coverage, Coverage::EarlierRevision);
}

void TestReportCheck::aResultThatDoesNotFollowIsTold()
{
    ReportContent lying = content();
    lying.record.result->outcome = OutcomeKind::Qualified;
    lying.record.result->graded = 9900;
    const QString path = m_room->file("lying.pdf");
    QVERIFY(writeReport(lying, path));
    const ReportCheck judged = check(path);
    QCOMPARE(judged.rescored, Rescored::Differs);
    QCOMPARE(judged.verdict, ReportVerdict::Bad);
    QCOMPARE(judged.recorded->outcome, OutcomeKind::Qualified);
    QCOMPARE(judged.computed->outcome, OutcomeKind::Incomplete);
}

void TestReportCheck::aBrokenTrailIsTold()
{
    ReportContent broken = content();
    broken.record.trail[1].newValue = QStringLiteral("something else");
    const QString path = m_room->file("brokentrail.pdf");
    QVERIFY(writeReport(broken, path));
    const ReportCheck judged = check(path);
    QVERIFY(!judged.trailHolds);
    QCOMPARE(judged.verdict, ReportVerdict::Bad);
}

void TestReportCheck::existingFilesAreNeverOverwritten()
{
    const QByteArray before = read(m_signed);
    const auto job = ReportJob::prepare(*m_room->session, QStringLiteral("en"));
    QVERIFY(job);
    QCOMPARE(job->write(m_signed).error().code, ErrorCode::Conflict);
    QCOMPARE(read(m_signed), before);
    QVERIFY(!ReportJob::prepare(*m_room->session, QStringLiteral("xx"))->write(m_room->file("xx.pdf")));
    QVERIFY(!QFile::exists(m_room->file("xx.pdf")));
}

QTEST_MAIN(TestReportCheck)
#include "tst_reportcheck.moc"
