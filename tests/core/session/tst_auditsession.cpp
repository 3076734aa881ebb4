// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sessionroom.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace cq;
using namespace cq::testing;

class TestAuditSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFactThatChangesMovesApplicability();
    void backwardMovesNeedAReason();
    void aSubmittedAuditKeepsItsCentreAsItWas();
    void aMilestoneIsKeptAsASnapshotThatHolds();
    void theRecordCarriesTheResultAndReadsBack();
    void scopeAndTeamCanBeChangedUntilSubmission();
    void claimsAreSetAgainstNotMet();
    void observersAndReadersChangeNothing();
    void theComparisonShowsNoMoreThanMayBeSeen();
    void progressIsToldSinceTheSelfAssessmentBefore();
};

void TestAuditSession::aFactThatChangesMovesApplicability()
{
    SessionRoom room;
    const int before = room.session->board().overall().applicable;
    const QSignalSpy spy(room.session.get(), &AuditSession::applicabilityChanged);
    room.setFact(FactId(QStringLiteral("serves_paediatric")), FactValue(true));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(room.session->board().overall().applicable, before + 7); // PED-04 needs apheresis on site as well
    room.setFact(FactId(QStringLiteral("serves_paediatric")), std::nullopt);
    QCOMPARE(room.session->board().overall().applicable, before);
    QVERIFY(room.session->board().overall().undetermined > 0);
}

void TestAuditSession::backwardMovesNeedAReason()
{
    SessionRoom room;
    QVERIFY(room.session->moveTo(AuditState::OnSite, {}));
    QCOMPARE(room.session->moveTo(AuditState::Planned, {}).error().code, ErrorCode::InvalidInput);
    QVERIFY(room.session->moveTo(AuditState::Planned, QStringLiteral("The visit was put off.")));
    QCOMPARE(room.session->moveTo(AuditState::Closed, {}).error().code, ErrorCode::Refused);
    QCOMPARE(room.session->trail().value().last().reason, QStringLiteral("The visit was put off."));
    room.reopen();
    QCOMPARE(room.session->audit().state, AuditState::Planned);
}

void TestAuditSession::aSubmittedAuditKeepsItsCentreAsItWas()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    const int before = room.session->board().overall().applicable;
    room.setFact(FactId(QStringLiteral("serves_paediatric")), FactValue(true));
    QCOMPARE(room.session->board().overall().applicable, before);
    room.reopen();
    QCOMPARE(room.session->board().overall().applicable, before);
    QCOMPARE(room.session->centre().profile.value(FactId(QStringLiteral("serves_paediatric"))).value,
        std::optional<FactValue>(false));
    // Taken back to work, it sees the centre as it is now.
    QVERIFY(room.session->moveTo(AuditState::Consolidation, QStringLiteral("A section was forgotten.")));
    QCOMPARE(room.session->board().overall().applicable, before + 7);
}

void TestAuditSession::aMilestoneIsKeptAsASnapshotThatHolds()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    const qsizetype before = room.trailLength();
    QVERIFY(room.session->moveTo(AuditState::Consolidation, {}));
    QCOMPARE(room.trailLength(), before + 1);
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    QVERIFY(room.workspace->check().value().isEmpty());
}

void TestAuditSession::theRecordCarriesTheResultAndReadsBack()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::PartiallyMet));
    const AuditRecord record = room.session->record().value();
    QVERIFY(record.result);
    QCOMPARE(record.result->graded, std::optional(5000));
    QCOMPARE(record.result->outcome, OutcomeKind::Incomplete);
    QCOMPARE(record.result->engineVersion, engineVersion());
    const QByteArray bytes = recordBytes(record);
    const auto read = AuditRecordReader::read(bytes);
    QVERIFY2(read.record, read.faults.isEmpty() ? "" : qPrintable(read.faults.first().message));
    QCOMPARE(recordBytes(*read.record), bytes);
    const auto board = ScoreBoard::make(ScoringInput::of(*read.record, room.session->packs()));
    QCOMPARE(board->overall(), room.session->board().overall());
}

void TestAuditSession::scopeAndTeamCanBeChangedUntilSubmission()
{
    SessionRoom room;
    Audit audit = room.session->audit();
    audit.title = QStringLiteral("Renamed");
    audit.kind = AuditKind::Express; // not for anybody to change
    audit.scope.facilities.removeLast();
    audit.team = {{QStringLiteral("A. Auditor"), Role::Auditor, {}, QStringLiteral("clinical")}};
    QVERIFY(room.session->change(audit));
    QCOMPARE(room.session->audit().title, QStringLiteral("Renamed"));
    QCOMPARE(room.session->audit().kind, AuditKind::Initial);
    QCOMPARE(room.session->facilities().size(), 2);
    audit.title.clear();
    QCOMPARE(room.session->change(audit).error().code, ErrorCode::InvalidInput);
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    audit.title = QStringLiteral("Too late");
    QCOMPARE(room.session->change(audit).error().code, ErrorCode::Refused);
}

void TestAuditSession::claimsAreSetAgainstNotMet()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(room.answer("GOV-02", ResponseLevel::NotApplicable));
    QCOMPARE(room.session->board().overall().graded, (Score {1, 1}));
    QCOMPARE(room.session->sheetWithoutClaims().value().overall.graded, (Score {1, 2}));
}

void TestAuditSession::observersAndReadersChangeNothing()
{
    SessionRoom room;
    room.becomes(Role::Observer);
    QCOMPARE(room.session->moveTo(AuditState::OnSite, {}).error().code, ErrorCode::Refused);
    QCOMPARE(room.session->change(room.session->audit()).error().code, ErrorCode::Refused);
    QCOMPARE(room.workspace->startAudit(room.session->audit()).error().code, ErrorCode::Refused);
}

void TestAuditSession::theComparisonShowsNoMoreThanMayBeSeen()
{
    SessionRoom room(Role::QualityManager);
    QVERIFY(room.answer("GOV-04", ResponseLevel::Met)); // a gate
    room.becomes(Role::Auditor);
    const auto row = [&room] {
        const QList<ComparedAnswers> rows = room.session->comparison().rows;
        return *std::find_if(rows.cbegin(), rows.cend(),
            [](const auto &answers) { return answers.criterion == CriterionId(QStringLiteral("GOV-04")); });
    };
    QCOMPARE(row().self, ResponseLevel::NotAssessed);
    QVERIFY(room.answer("GOV-04", ResponseLevel::PartiallyMet));
    QCOMPARE(row().self, ResponseLevel::Met);
    QVERIFY(row().isSurprise);
    QCOMPARE(room.session->comparison().rows.first(), row());
    QCOMPARE(room.session->comparison().overall.overRated, 1);
}

void TestAuditSession::progressIsToldSinceTheSelfAssessmentBefore()
{
    SessionRoom room(Role::QualityManager, AuditKind::SelfAssessment);
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    Audit dated = room.session->audit();
    dated.startsOn = QDate(2026, 1, 10);
    QVERIFY(room.session->change(dated));
    QVERIFY(!room.session->sinceSelfAssessment(room.session->board()).value());
    Audit visit = dated;
    visit.kind = AuditKind::Initial;
    visit.startsOn = QDate(2026, 9, 1);
    const auto id = room.workspace->startAudit(visit);
    QVERIFY(id);
    room.session = room.workspace->openAudit(*id).value();
    room.becomes(Role::Auditor);
    QCOMPARE(room.workspace->trend(room.centre).value().size(), 1); // nothing is answered in the visit yet
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    const auto earlier = room.session->sinceSelfAssessment(room.session->board()).value();
    QVERIFY(earlier);
    QCOMPARE(earlier->audit.id, room.auditId);
    QCOMPARE(earlier->progress.better, QList<CriterionId> {CriterionId(QStringLiteral("GOV-01"))});
    const QList<TrendPoint> trend = room.workspace->trend(room.centre).value();
    QCOMPARE(trend.size(), 2);
    QCOMPARE(trend.last().graded, (Score {1, 1}));
    QVERIFY(room.workspace->trend(CentreId(QStringLiteral("no such"))).value().isEmpty());
}

QTEST_GUILESS_MAIN(TestAuditSession)
#include "tst_auditsession.moc"
