// SPDX-License-Identifier: GPL-3.0-or-later
// Qualification statements from the session to the verifier: made, signed, held against a report, forged.
#include "core/base/sha256.h"
#include "core/report/statementpage.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/reportjob.h"
#include "core/session/reportsigning.h"
#include "core/session/statementcheck.h"
#include "core/session/statementjob.h"
#include "tests/core/signing/forgedupdate.h"
#include "tests/core/signing/signingsamples.h"
#include "tests/support/decidedaudit.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;
using namespace cq::samples;

class TestStatementCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void beforeTheDecisionNothingIsStated();
    void aStatementFitsTheReportOfTheSameState();
    void itsLineAloneFitsToo();
    void twoPeopleSignOneStatement();
    void theCentreDoesNotSignIt();
    void statementsOverwriteNothing();
    void makingOneChangesNothing();
    void aStatementAloneIsNoReport();
    void whatDoesNotFitIsTold_data();
    void whatDoesNotFitIsTold();
    void theStateOfTheAuditCounts();
    void itIsValidFromDecisionToLastDay_data();
    void itIsValidFromDecisionToLastDay();
    void whatNobodySignedIsTold();
    void aPageThatSaysSomethingElseIsTold();
    void anAlteredStatementIsTold();
    void aReportIsNoStatementAndTheOtherWayRound();
    void aStatementRestsOnTheRecordOfTheSignedReport();

private:
    QDate until() const { return m_room->now.localDate().addDays(700); }
    QList<StatementFault> faultsOf(const QString &statement, const QString &report) const
    {
        const auto check = checkStatement(statement, report, {}, m_room->now);
        return check ? check->faults : QList<StatementFault> {};
    }
    QString file(const char *name, const QByteArray &bytes) const
    {
        const QString path = m_room->file(name);
        return writeFile(path, bytes) ? path : QString();
    }

    std::unique_ptr<SessionRoom> m_room;
    std::unique_ptr<SigningIdentity> m_signer;
    QualificationStatement m_statement;
    QString m_unsigned, m_signed, m_report;
};

void TestStatementCheck::initTestCase()
{
    m_room = std::make_unique<SessionRoom>();
    decide(*m_room);
    auto signer = SigningIdentity::create(
        {QStringLiteral("Test Signer"), QStringLiteral("Test house"), KeyAlgorithm::EcP256}, m_room->now);
    QVERIFY(signer);
    m_signer = std::make_unique<SigningIdentity>(std::move(*signer));
    const auto job = StatementJob::prepare(*m_room->session, until(), QStringLiteral("en"));
    QVERIFY2(job, job ? "" : qPrintable(job.error().text()));
    m_statement = job->statement();
    m_unsigned = m_room->file("unsigned.pdf");
    const auto written = job->write(m_unsigned);
    QVERIFY2(written, written ? "" : qPrintable(written.error().text()));
    m_signed = m_room->file("signed.pdf");
    const auto signedWell = job->writeSigned(m_signed, *m_signer,
        {SignaturePlace::LeadAuditor, SignatureMeaning::Approved, m_room->now, {}});
    QVERIFY2(signedWell, signedWell ? "" : qPrintable(signedWell.error().text()));
    m_report = m_room->file("report.pdf");
    const auto report = ReportJob::prepare(*m_room->session, QStringLiteral("en"));
    QVERIFY(report);
    QVERIFY(report->writeSigned(m_report, *m_signer, {.time = m_room->now, .name = {}}));
}

void TestStatementCheck::beforeTheDecisionNothingIsStated()
{
    SessionRoom room;
    const auto job = StatementJob::prepare(*room.session, until(), QStringLiteral("en"));
    QVERIFY(!job);
    QCOMPARE(job.error().code, ErrorCode::Refused);
    QVERIFY(job.error().detail.contains(QStringLiteral("not decided")));
    const auto noDay = StatementJob::prepare(*m_room->session, m_room->now.localDate(), QStringLiteral("en"));
    QCOMPARE(noDay.error().code, ErrorCode::InvalidInput);
}

void TestStatementCheck::aStatementFitsTheReportOfTheSameState()
{
    QCOMPARE(m_statement.outcome, OutcomeKind::Qualified);
    QVERIFY(m_statement.isFictional);
    const auto check = checkStatement(m_signed, m_report, {}, m_room->now);
    QVERIFY2(check, check ? "" : qPrintable(check.error().text()));
    QCOMPARE(check->faults, QList<StatementFault> {});
    QVERIFY(check->holds());
    QCOMPARE(check->statement, m_statement);
    QCOMPARE(textOf(check->printed), QStringLiteral("identical"));
    QCOMPARE(check->document->verdict, ReportVerdict::Good);
    QCOMPARE(check->report.verdict, ReportVerdict::Good);
    QCOMPARE(textOf(checkStatement(m_unsigned, m_report, {}, m_room->now)->printed), QStringLiteral("identical"));
}

void TestStatementCheck::itsLineAloneFitsToo()
{
    const auto check = checkStatementLine(m_statement.line(), m_report, {}, m_room->now);
    QVERIFY(check);
    QCOMPARE(check->faults, QList<StatementFault> {});
    QVERIFY(!check->document);
    QCOMPARE(checkStatementLine(QStringLiteral("CQ9|x"), m_report, {}, m_room->now).error().code, ErrorCode::NewerVersion);
    QCOMPARE(checkStatementLine({}, m_report, {}, m_room->now).error().code, ErrorCode::Malformed);
}

void TestStatementCheck::twoPeopleSignOneStatement()
{
    const QString both = m_room->file("both.pdf");
    const auto second = signReport(
        m_signed, both, *m_signer, {SignaturePlace::Reviewer, SignatureMeaning::Approved, m_room->now, {}});
    QVERIFY2(second, second ? "" : qPrintable(second.error().text()));
    const auto check = checkStatement(both, m_report, {}, m_room->now);
    QVERIFY(check);
    QCOMPARE(check->faults, QList<StatementFault> {});
    QCOMPARE(check->document->signatures.signatures.size(), 2);
    QCOMPARE(textOf(check->printed), QStringLiteral("identical"));
}

void TestStatementCheck::theCentreDoesNotSignIt()
{
    const auto job = StatementJob::prepare(*m_room->session, until(), QStringLiteral("en"));
    const QString path = m_room->file("centre.pdf");
    const auto written
        = job->writeSigned(path, *m_signer, {SignaturePlace::Centre, SignatureMeaning::Approved, m_room->now, {}});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::NotFound);
    QVERIFY(!QFile::exists(path));
}

void TestStatementCheck::statementsOverwriteNothing()
{
    const QByteArray before = readFile(m_signed);
    const auto job = StatementJob::prepare(*m_room->session, until(), QStringLiteral("en"));
    QCOMPARE(job->write(m_signed).error().code, ErrorCode::Conflict);
    QCOMPARE(job->writeSigned(m_signed, *m_signer, {.time = m_room->now, .name = {}}).error().code, ErrorCode::Conflict);
    QCOMPARE(readFile(m_signed), before);
}

void TestStatementCheck::makingOneChangesNothing()
{
    const qsizetype before = m_room->trailLength();
    QVERIFY(StatementJob::prepare(*m_room->session, until(), QStringLiteral("en"))->write(m_room->file("more.pdf")));
    QCOMPARE(m_room->trailLength(), before);
    QCOMPARE(readFile(m_room->file("more.pdf")), readFile(m_unsigned));
}

void TestStatementCheck::aStatementAloneIsNoReport()
{
    const auto check = checkReport(m_signed, {}, m_room->now);
    QVERIFY(check);
    QVERIFY(check->statement);
    QCOMPARE(*check->statement, m_statement);
    QCOMPARE(check->rescored, Rescored::Absent);
    QCOMPARE(textOf(check->printed.result), QStringLiteral("text-matches"));
    QCOMPARE(checkReport(m_unsigned, {}, m_room->now)->verdict, ReportVerdict::Unsigned);
}

void TestStatementCheck::whatDoesNotFitIsTold_data()
{
    QTest::addColumn<QualificationStatement>("statement");
    QTest::addColumn<QList<StatementFault>>("faults");
    QualificationStatement other = m_statement;
    other.recordDigest = QString(64, u'0');
    QTest::newRow("record") << other << QList {StatementFault::OtherRecord};
    other = m_statement;
    other.outcome = OutcomeKind::ConditionallyQualified;
    QTest::newRow("outcome") << other << QList {StatementFault::OtherOutcome};
    other = m_statement;
    other.centre = QStringLiteral("4711");
    QTest::newRow("centre") << other << QList {StatementFault::OtherCentre};
    other = m_statement;
    other.isFictional = false;
    QTest::newRow("made out to be real") << other << QList {StatementFault::OtherCentre};
    other = m_statement;
    other.validFrom = m_statement.validFrom.addDays(-30);
    QTest::newRow("day of the decision") << other << QList {StatementFault::OtherDecisionDay};
}

void TestStatementCheck::whatDoesNotFitIsTold()
{
    QFETCH(QualificationStatement, statement);
    QFETCH(QList<StatementFault>, faults);
    const auto check = checkStatementLine(statement.line(), m_report, {}, m_room->now);
    QVERIFY(check);
    QCOMPARE(check->faults, faults);
    // The same on a page that agrees with itself and is signed.
    StatementContent content;
    content.record = m_room->session->record().value();
    content.packs = m_room->session->packs();
    content.sheet = m_room->session->board().sheet();
    content.statement = statement;
    const QString page = file("forged.pdf", resigned(printStatement(content).value()));
    QCOMPARE(checkReport(page, {}, m_room->now)->verdict, ReportVerdict::Good);
    QCOMPARE(faultsOf(page, m_report), faults);
}

void TestStatementCheck::theStateOfTheAuditCounts()
{
    SessionRoom room;
    decide(room);
    const QString before = room.file("before.pdf");
    const auto job = StatementJob::prepare(*room.session, until(), QStringLiteral("en"));
    QVERIFY(job->writeSigned(before, *m_signer, {.time = room.now, .name = {}}));
    const QString report = room.file("report.pdf");
    QVERIFY(room.session->moveTo(AuditState::InReview, QStringLiteral("a question came up")));
    QVERIFY(!StatementJob::prepare(*room.session, until(), QStringLiteral("en")));
    QVERIFY(ReportJob::prepare(*room.session, QStringLiteral("en"))
                ->writeSigned(report, *m_signer, {.time = room.now, .name = {}}));
    const QList<StatementFault> faults = faultsOf(before, report);
    QCOMPARE(faults, (QList {StatementFault::OtherRecord, StatementFault::NotDecided}));
}

void TestStatementCheck::itIsValidFromDecisionToLastDay_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QList<StatementFault>>("faults");
    QTest::newRow("the day before") << -1 << QList {StatementFault::NotYetValid};
    QTest::newRow("the first day") << 0 << QList<StatementFault> {};
    QTest::newRow("the last day") << 700 << QList<StatementFault> {};
    QTest::newRow("the day after") << 701 << QList {StatementFault::NoLongerValid};
}

void TestStatementCheck::itIsValidFromDecisionToLastDay()
{
    QFETCH(int, days);
    QFETCH(QList<StatementFault>, faults);
    Timestamp day = m_room->now;
    day.utcMs += days * 24LL * 3600 * 1000;
    QCOMPARE(checkStatement(m_signed, m_report, {}, day)->faults, faults);
}

void TestStatementCheck::whatNobodySignedIsTold()
{
    const QString report = m_room->file("unsignedreport.pdf");
    QVERIFY(ReportJob::prepare(*m_room->session, QStringLiteral("en"))->write(report));
    QCOMPARE(faultsOf(m_unsigned, report), (QList {StatementFault::StatementUnsigned, StatementFault::ReportUnsigned}));
}

// Signed by somebody in good faith, over a page that was replaced before.
void TestStatementCheck::aPageThatSaysSomethingElseIsTold()
{
    const QByteArray pdf = readFile(m_unsigned);
    ForgedUpdate update(pdf);
    update.put(contentId(pdf, 1), streamOf({}, "BT /F1 24 Tf 72 500 Td (Qualified for ever) Tj ET"));
    const QByteArray forged = update.finish();
    const auto alone = checkReport(file("forged.pdf", forged), {}, m_room->now);
    QCOMPARE(alone->verdict, ReportVerdict::Bad);
    QCOMPARE(alone->printed.differing,
        (QList {PrintedPart::Outcome, PrintedPart::Days, PrintedPart::Code}));
    QCOMPARE(faultsOf(file("forged.pdf", resigned(forged)), m_report), QList {StatementFault::StatementBad});
    const auto refused = signReport(m_room->file("forged.pdf"), m_room->file("refused.pdf"), *m_signer,
        {SignaturePlace::Reviewer, SignatureMeaning::Approved, m_room->now, {}});
    QCOMPARE(refused.error().code, ErrorCode::Refused);
}

void TestStatementCheck::anAlteredStatementIsTold()
{
    QByteArray flipped = readFile(m_signed);
    flipped[flipped.size() / 3] = char(flipped[flipped.size() / 3] ^ 1);
    const auto check = checkStatement(file("flipped.pdf", flipped), m_report, {}, m_room->now);
    QVERIFY(!check || check->faults.contains(StatementFault::StatementBad)); // what nobody vouches for is not read
    const QByteArray appended = readFile(m_signed) + "\n% a later revision\n";
    QVERIFY(faultsOf(file("appended.pdf", appended), m_report).contains(StatementFault::StatementBad));
    QVERIFY(!checkStatement(file("cut.pdf", readFile(m_signed).left(2000)), m_report, {}, m_room->now));
}

void TestStatementCheck::aReportIsNoStatementAndTheOtherWayRound()
{
    QCOMPARE(checkStatement(m_report, m_report, {}, m_room->now).error().code, ErrorCode::Malformed);
    const QList<StatementFault> faults = faultsOf(m_signed, m_signed);
    QVERIFY(faults.contains(StatementFault::NoRecord));
    QCOMPARE(checkStatement(m_room->file("none.pdf"), m_report, {}, m_room->now).error().code, ErrorCode::NotFound);
}

// That a report was signed is an entry of the trail, behind the record that the report holds.
void TestStatementCheck::aStatementRestsOnTheRecordOfTheSignedReport()
{
    IssuedReport issued;
    issued.audit = m_room->session->audit().id;
    issued.path = m_report;
    issued.fileDigest = QByteArray(64, '1');
    issued.recordDigest = m_statement.recordDigest.toLatin1();
    issued.level = QStringLiteral("B-B");
    issued.signers = {QStringLiteral("Test Signer")};
    QVERIFY(m_room->workspace->issuedReports().note(issued));
    const auto record = m_room->session->record();
    QVERIFY(QString::fromLatin1(sha256Hex(recordBytes(*record))) != m_statement.recordDigest);
    const auto job = StatementJob::prepare(*m_room->session, until(), QStringLiteral("en"));
    QVERIFY2(job, job ? "" : qPrintable(job.error().text()));
    QCOMPARE(job->statement(), m_statement);
    const QString later = m_room->file("later.pdf");
    QVERIFY(job->write(later));
    QCOMPARE(readFile(later), readFile(m_unsigned));
}

QTEST_MAIN(TestStatementCheck)
#include "tst_statementcheck.moc"
