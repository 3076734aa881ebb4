// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/scoreboard.h"
#include "core/scoring/scoringinput.h"
#include "tests/support/sessionroom.h"

#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestResponseDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsOneEntryOneSignalAndStaysAfterReopening();
    void theSameAnswerAgainChangesNothing();
    void whatMayNotBeAnsweredIsRefusedAndNothingChanges_data();
    void whatMayNotBeAnsweredIsRefusedAndNothingChanges();
    void notApplicableNeedsAJustification();
    void aPackMayForbidNotApplicable();
    void aClaimIsAcceptedByReviewersOnly();
    void restoringPutsEverythingBack();
    void fromConsolidationOnAChangeNeedsAReason();
    void aSubmittedAuditStandsStill();
    void partiesWriteTheirOwnLane();
    void tooLongTextsAreRefused();
    void severalAnswersAreOneTransactionWithAnEntryEach();
    void severalAnswersNeedAReasonAndAreAllOrNone_data();
    void severalAnswersNeedAReasonAndAreAllOrNone();
    void severalAnswersArePutBackTogether();
    void anAnswerIsCopiedToTheOtherFacilities();
    void aClaimIsCopiedWithItsJustification();
    void whatCannotBeCopiedIsRefused();
    void theCentresAnswerToAGateWaitsForTheAuditors();
    void blindModeBindsOnlyAuditorsWhoCanStillAnswer();
    void whatWasWantingIsCorrectedAndVerifiedInLanesOfItsOwn();
    void followUpLanesAreRefusedWhereNothingIsToBeCorrected();
};

void TestResponseDesk::anAnswerIsOneEntryOneSignalAndStaysAfterReopening()
{
    SessionRoom room;
    const QSignalSpy changed(&room.session->responses(), &ResponseDesk::responseChanged);
    const QSignalSpy scored(room.session.get(), &AuditSession::scoreChanged);
    const qsizetype before = room.trailLength();
    QVERIFY(room.answer("GOV-01", ResponseLevel::PartiallyMet));
    QVERIFY(room.session->responses().setNote(room.key("GOV-01"), QStringLiteral("Site B is missing.")));
    QCOMPARE(room.trailLength(), before + 2);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(scored.count(), 2);
    const TrailEntry entry = room.session->trail().value()[before];
    QCOMPARE(entry.action, QStringLiteral("response.level"));
    QCOMPARE(entry.target, QStringLiteral("GOV-01"));
    QCOMPARE(entry.oldValue, QStringLiteral("not-assessed"));
    QCOMPARE(entry.newValue, QStringLiteral("partially-met"));
    QCOMPARE(entry.person, room.person.name);

    const AuditRecord record = room.session->record().value();
    room.reopen();
    QCOMPARE(room.session->record().value(), record);
    const Response response = room.session->responses().at(room.key("GOV-01"));
    QCOMPARE(response.level, ResponseLevel::PartiallyMet);
    QCOMPARE(response.note, QStringLiteral("Site B is missing."));
    QCOMPARE(response.answeredBy, room.person.name);
    QCOMPARE(room.session->board().overall().graded, (Score {1, 2}));
}

void TestResponseDesk::theSameAnswerAgainChangesNothing()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    const qsizetype before = room.trailLength();
    const QSignalSpy changed(&room.session->responses(), &ResponseDesk::responseChanged);
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QCOMPARE(room.trailLength(), before);
    QCOMPARE(changed.count(), 0);
}

void TestResponseDesk::whatMayNotBeAnsweredIsRefusedAndNothingChanges_data()
{
    QTest::addColumn<QString>("criterion");
    QTest::addColumn<QString>("facility");
    QTest::addColumn<Party>("party");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const char *criterion, const char *facility, Party party, ErrorCode code) {
        QTest::newRow(name) << QString::fromLatin1(criterion) << QString::fromLatin1(facility) << party << code;
    };
    row("unknown criterion", "XXX-99", "", Party::Auditor, ErrorCode::NotFound);
    row("does not apply", "PED-01", "", Party::Auditor, ErrorCode::Refused);
    row("another party's lane", "GOV-01", "", Party::Centre, ErrorCode::Refused);
    row("facility for a programme criterion", "GOV-01", "ward", Party::Auditor, ErrorCode::InvalidInput);
    row("no facility for a facility criterion", "FAC-01", "", Party::Auditor, ErrorCode::InvalidInput);
    row("unknown facility", "FAC-01", "nowhere", Party::Auditor, ErrorCode::InvalidInput);
}

void TestResponseDesk::whatMayNotBeAnsweredIsRefusedAndNothingChanges()
{
    QFETCH(QString, criterion);
    QFETCH(QString, facility);
    QFETCH(Party, party);
    const SessionRoom room;
    FacilityId place(facility);
    if (facility == QLatin1String("ward"))
        place = room.session->facilities().first().id;
    const AuditRecord before = room.session->record().value();
    const auto set
        = room.session->responses().setLevel({CriterionId(criterion), place, party}, ResponseLevel::Met);
    QVERIFY(!set);
    QTEST(set.error().code, "code");
    QCOMPARE(room.session->record().value(), before);
}

void TestResponseDesk::notApplicableNeedsAJustification()
{
    const SessionRoom room;
    ResponseDesk &desk = room.session->responses();
    const ResponseKey key = room.key("GOV-03");
    QCOMPARE(desk.setLevel(key, ResponseLevel::NotApplicable).error().code, ErrorCode::InvalidInput);
    QCOMPARE(desk.setLevel(key, ResponseLevel::NotApplicable, QStringLiteral("  ")).error().code, ErrorCode::InvalidInput);
    QVERIFY(desk.setJustification(key, QStringLiteral("One person does it all.")));
    QVERIFY(desk.setLevel(key, ResponseLevel::NotApplicable));
    QCOMPARE(room.session->board().overall().naClaimed, 1);
    QCOMPARE(desk.setJustification(key, QString()).error().code, ErrorCode::InvalidInput);
}

void TestResponseDesk::aPackMayForbidNotApplicable()
{
    SessionRoom room;
    room.setFact(FactId(QStringLiteral("national_overlay")), FactValue(true));
    const auto set = room.answer("GOV-07", ResponseLevel::NotApplicable);
    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::Refused);
    QVERIFY(room.answer("GOV-07", ResponseLevel::Met));
}

void TestResponseDesk::aClaimIsAcceptedByReviewersOnly()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-04", ResponseLevel::NotApplicable));
    const ResponseKey key = room.key("GOV-04");
    const QString reason = QStringLiteral("The hospital holds it centrally.");
    QCOMPARE(room.session->responses().setNaAccepted(key, true, reason).error().code, ErrorCode::Refused);
    QCOMPARE(room.session->board().overall().gatesNaUnaccepted, 1);
    room.becomes(Role::Reviewer);
    QCOMPARE(room.session->responses().setNaAccepted(key, true, {}).error().code, ErrorCode::InvalidInput);
    QVERIFY(room.session->responses().setNaAccepted(key, true, reason));
    QCOMPARE(room.session->board().overall().gatesNaUnaccepted, 0);
    // Another wording or level is another claim.
    room.becomes(Role::LeadAuditor);
    QVERIFY(room.session->responses().setJustification(key, QStringLiteral("Something else.")));
    QCOMPARE(room.session->board().overall().gatesNaUnaccepted, 1);
}

void TestResponseDesk::restoringPutsEverythingBack()
{
    SessionRoom room;
    const ResponseKey key = room.key("GOV-02");
    const Response empty = room.session->responses().at(key);
    QVERIFY(room.answer("GOV-02", ResponseLevel::NotMet));
    QVERIFY(room.session->responses().setNote(key, QStringLiteral("No deputy.")));
    const Response full = room.session->responses().at(key);
    QVERIFY(room.session->responses().restore(empty, {}));
    QCOMPARE(room.session->responses().at(key).level, ResponseLevel::NotAssessed);
    QCOMPARE(room.session->board().overall().answered, 0);
    QVERIFY(room.session->responses().restore(full, {}));
    QCOMPARE(room.session->responses().at(key), full);
    room.reopen();
    QCOMPARE(room.session->responses().at(key), full);
}

void TestResponseDesk::fromConsolidationOnAChangeNeedsAReason()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(!room.session->responses().needsReason(room.key("GOV-01")));
    QVERIFY(room.session->moveTo(AuditState::Consolidation, {}));
    QVERIFY(room.session->responses().needsReason(room.key("GOV-01")));
    QCOMPARE(room.answer("GOV-01", ResponseLevel::NotMet).error().code, ErrorCode::InvalidInput);
    QVERIFY(room.answer("GOV-02", ResponseLevel::Met)); // was open
    QVERIFY(room.session->responses().setLevel(
        room.key("GOV-01"), ResponseLevel::NotMet, {}, QStringLiteral("Seen again on day two.")));
    QCOMPARE(room.session->trail().value().last().reason, QStringLiteral("Seen again on day two."));
}

void TestResponseDesk::aSubmittedAuditStandsStill()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    QCOMPARE(room.answer("GOV-01", ResponseLevel::NotMet).error().code, ErrorCode::Refused);
    QCOMPARE(room.session->responses().at(room.key("GOV-01")).level, ResponseLevel::Met);
}

void TestResponseDesk::partiesWriteTheirOwnLane()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    room.becomes(Role::QualityManager);
    QCOMPARE(room.session->ownParty(), std::optional(Party::Centre));
    const QSignalSpy scored(room.session.get(), &AuditSession::scoreChanged);
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QCOMPARE(scored.count(), 0); // the audit's result is the auditors'
    QCOMPARE(room.session->board().overall().graded, (Score {0, 1}));
    QCOMPARE(room.session->sheetFor(Party::Centre).value().overall.graded, (Score {1, 1}));
    room.becomes(Role::Observer);
    QVERIFY(!room.session->ownParty());
    const ResponseKey key {CriterionId(QStringLiteral("GOV-01")), {}, Party::Auditor};
    QCOMPARE(room.session->responses().setLevel(key, ResponseLevel::Met).error().code, ErrorCode::Refused);

    SessionRoom self(Role::LeadAuditor, AuditKind::SelfAssessment);
    QCOMPARE(self.session->ownParty(), std::optional(Party::Centre));
}

void TestResponseDesk::tooLongTextsAreRefused()
{
    const SessionRoom room;
    const QString longest(ResponseDesk::maxTextLength, u'x');
    QVERIFY(room.session->responses().setNote(room.key("GOV-01"), longest));
    QCOMPARE(room.session->responses().setNote(room.key("GOV-02"), longest + u'x').error().code, ErrorCode::InvalidInput);
}

void TestResponseDesk::severalAnswersAreOneTransactionWithAnEntryEach()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-02", ResponseLevel::Met));
    const qsizetype before = room.trailLength();
    const QSignalSpy changed(&room.session->responses(), &ResponseDesk::responseChanged);
    const QSignalSpy scored(room.session.get(), &AuditSession::scoreChanged);
    const QString reason = QStringLiteral("All seen in the same folder.");
    const QList<ResponseKey> keys {room.key("GOV-01"), room.key("GOV-02"), room.key("FAC-01")};
    QVERIFY(room.session->responses().setLevels(keys, ResponseLevel::Met, {}, reason));
    QCOMPARE(changed.count(), 2); // GOV-02 stood so already
    QCOMPARE(scored.count(), 1);
    const QList<TrailEntry> trail = room.session->trail().value();
    QCOMPARE(trail.size(), before + 2);
    for (qsizetype i = before; i < trail.size(); ++i) {
        QCOMPARE(trail[i].action, QStringLiteral("response.level"));
        QCOMPARE(trail[i].newValue, QStringLiteral("met"));
        QCOMPARE(trail[i].reason, reason);
    }
    QCOMPARE(trail[before].target, QStringLiteral("GOV-01"));
    QCOMPARE(trail[before + 1].target, QStringLiteral("FAC-01 @ Ward 7"));
    QVERIFY(verifyTrail(trail));
    const AuditRecord record = room.session->record().value();
    const ScoreSheet sheet = room.session->board().sheet();
    room.reopen();
    QCOMPARE(room.session->record().value(), record);
    QCOMPARE(room.session->board().sheet().overall, sheet.overall);
}

void TestResponseDesk::severalAnswersNeedAReasonAndAreAllOrNone_data()
{
    QTest::addColumn<QString>("second");
    QTest::addColumn<ResponseLevel>("level");
    QTest::addColumn<QString>("justification");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const char *second, ResponseLevel level, const char *justification,
                         const char *reason, ErrorCode code) {
        QTest::newRow(name) << QString::fromLatin1(second) << level << QString::fromLatin1(justification)
                            << QString::fromLatin1(reason) << code;
    };
    row("no reason", "GOV-03", ResponseLevel::Met, "", " ", ErrorCode::InvalidInput);
    row("one does not apply", "PED-01", ResponseLevel::Met, "", "why", ErrorCode::Refused);
    row("one is unknown", "XXX-99", ResponseLevel::Met, "", "why", ErrorCode::NotFound);
    row("no justification", "GOV-03", ResponseLevel::NotApplicable, "", "why", ErrorCode::InvalidInput);
    row("one cannot be claimed", "GOV-07", ResponseLevel::NotApplicable, "because", "why", ErrorCode::Refused);
}

void TestResponseDesk::severalAnswersNeedAReasonAndAreAllOrNone()
{
    QFETCH(const QString, second);
    QFETCH(const ResponseLevel, level);
    QFETCH(const QString, justification);
    QFETCH(const QString, reason);
    SessionRoom room;
    room.setFact(FactId(QStringLiteral("national_overlay")), FactValue(true));
    const AuditRecord before = room.session->record().value();
    const QList<ResponseKey> keys {room.key("GOV-01"), {CriterionId(second), {}, Party::Auditor}};
    const auto set = room.session->responses().setLevels(keys, level, justification, reason);
    QVERIFY(!set);
    QTEST(set.error().code, "code");
    QCOMPARE(room.session->record().value(), before);
}

void TestResponseDesk::severalAnswersArePutBackTogether()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-02", ResponseLevel::NotMet));
    const QList<ResponseKey> keys {room.key("GOV-01"), room.key("GOV-02")};
    ResponseDesk &desk = room.session->responses();
    const QList<Response> before {desk.at(keys[0]), desk.at(keys[1])};
    QVERIFY(desk.setLevels(keys, ResponseLevel::Met, {}, QStringLiteral("why")));
    const qsizetype length = room.trailLength();
    QVERIFY(desk.restore(before, QStringLiteral("A slip.")));
    QCOMPARE(room.trailLength(), length + 2);
    for (qsizetype i = 0; i < keys.size(); ++i)
        QCOMPARE(desk.at(keys[i]), before[i]);
    QVERIFY(desk.restore(before, {})); // stands so already
    QCOMPARE(room.trailLength(), length + 2);
}

void TestResponseDesk::anAnswerIsCopiedToTheOtherFacilities()
{
    SessionRoom room;
    ResponseDesk &desk = room.session->responses();
    const QList<FacilityId> places = room.session->board().part(CriterionId(QStringLiteral("FAC-01"))).facilities;
    QVERIFY(places.size() > 1);
    const ResponseKey from = room.key("FAC-01");
    QVERIFY(room.answer("FAC-01", ResponseLevel::PartiallyMet));
    QVERIFY(desk.setNote(from, QStringLiteral("Seen in Ward 7 only.")));
    QCOMPARE(desk.differingFacilities(from).size(), places.size() - 1);
    const qsizetype before = room.trailLength();
    const QSignalSpy scored(room.session.get(), &AuditSession::scoreChanged);
    QVERIFY(desk.copyToFacilities(from));
    QCOMPARE(room.trailLength(), before + places.size() - 1);
    QCOMPARE(room.session->trail().value().last().action, QStringLiteral("response.copied"));
    QCOMPARE(scored.count(), 1);
    QVERIFY(desk.differingFacilities(from).isEmpty());
    for (const FacilityId &place : places) {
        const Response response = desk.at({from.criterion, place, from.party});
        QCOMPARE(response.level, ResponseLevel::PartiallyMet);
        QCOMPARE(response.note.isEmpty(), place != from.facility);
    }
    QVERIFY(desk.copyToFacilities(from)); // nothing left to do
    QCOMPARE(room.trailLength(), before + places.size() - 1);
}

void TestResponseDesk::aClaimIsCopiedWithItsJustification()
{
    SessionRoom room;
    ResponseDesk &desk = room.session->responses();
    const ResponseKey from = room.key("FAC-01");
    QVERIFY(room.answer("FAC-01", ResponseLevel::NotApplicable));
    const ResponseKey other = desk.differingFacilities(from).first();
    QVERIFY(desk.setLevel(other, ResponseLevel::NotApplicable, QStringLiteral("something else")));
    QVERIFY(desk.differingFacilities(from).contains(other)); // the same level, another claim
    QVERIFY(desk.copyToFacilities(from));
    QCOMPARE(desk.at(other).justification, QStringLiteral("because"));
}

void TestResponseDesk::whatCannotBeCopiedIsRefused()
{
    SessionRoom room;
    ResponseDesk &desk = room.session->responses();
    QCOMPARE(desk.copyToFacilities(room.key("FAC-01")).error().code, ErrorCode::Refused); // nothing answered
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QCOMPARE(desk.copyToFacilities(room.key("GOV-01")).error().code, ErrorCode::InvalidInput);
    QVERIFY(room.answer("FAC-01", ResponseLevel::Met));
    const ResponseKey from = room.key("FAC-01");
    const ResponseKey other = desk.differingFacilities(from).first();
    QVERIFY(desk.setLevel(other, ResponseLevel::NotMet));
    QVERIFY(room.session->moveTo(AuditState::Consolidation, {}));
    const AuditRecord before = room.session->record().value();
    QCOMPARE(desk.copyToFacilities(from).error().code, ErrorCode::InvalidInput); // takes an answer away: needs a reason
    QCOMPARE(room.session->record().value(), before);
    QVERIFY(desk.copyToFacilities(from, QStringLiteral("The wards share it.")));
    QCOMPARE(desk.at(other).level, ResponseLevel::Met);
    room.becomes(Role::QualityManager);
    QCOMPARE(desk.copyToFacilities(from).error().code, ErrorCode::Refused); // another party's lane
}

void TestResponseDesk::theCentresAnswerToAGateWaitsForTheAuditors()
{
    SessionRoom room(Role::QualityManager);
    QVERIFY(room.answer("GOV-04", ResponseLevel::Met)); // a gate
    QVERIFY(room.answer("GOV-03", ResponseLevel::Met)); // none
    room.becomes(Role::Auditor);
    ResponseDesk &desk = room.session->responses();
    const ResponseKey gate {CriterionId(QStringLiteral("GOV-04")), {}, Party::Centre};
    const ResponseKey other {CriterionId(QStringLiteral("GOV-03")), {}, Party::Centre};
    QVERIFY(desk.isHidden(gate)); // on for gates, unless told otherwise
    QVERIFY(!desk.isHidden(other));
    const QSignalSpy spy(&desk, &ResponseDesk::blindModeChanged);
    desk.setBlindMode(BlindMode::All);
    desk.setBlindMode(BlindMode::All);
    QCOMPARE(spy.count(), 1);
    QVERIFY(desk.isHidden(other));
    QVERIFY(room.answer("GOV-04", ResponseLevel::NotMet));
    QVERIFY(!desk.isHidden(gate));
    QVERIFY(desk.isHidden(other));
    desk.setBlindMode(BlindMode::Off);
    QVERIFY(!desk.isHidden(other));
    QVERIFY(!desk.isHidden({CriterionId(QStringLiteral("no such")), {}, Party::Centre}));
}

void TestResponseDesk::blindModeBindsOnlyAuditorsWhoCanStillAnswer()
{
    SessionRoom room;
    ResponseDesk &desk = room.session->responses();
    desk.setBlindMode(BlindMode::All);
    const ResponseKey gate {CriterionId(QStringLiteral("GOV-04")), {}, Party::Centre};
    QVERIFY(desk.isHidden(gate));
    for (const Role role : {Role::QualityManager, Role::Reviewer, Role::Observer}) {
        room.becomes(role);
        QVERIFY(!desk.isHidden(gate));
    }
    room.becomes(Role::LeadAuditor);
    QVERIFY(desk.isHidden(gate));
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    QVERIFY(!desk.isHidden(gate));
}

// An audit whose GOV-01 was partially met and GOV-02 met, with actions open.
static void openActions(SessionRoom &room)
{
    QVERIFY(room.answer("GOV-01", ResponseLevel::PartiallyMet));
    QVERIFY(room.answer("GOV-02", ResponseLevel::Met));
    for (const AuditState state : {AuditState::Submitted, AuditState::InReview, AuditState::ActionsOpen})
        QVERIFY(room.session->moveTo(state, {}));
}

static ResponseKey in(Party lane, const char *criterion)
{
    return {CriterionId(QString::fromLatin1(criterion)), {}, lane};
}

void TestResponseDesk::whatWasWantingIsCorrectedAndVerifiedInLanesOfItsOwn()
{
    SessionRoom room;
    openActions(room);
    const Score audited = room.session->board().overall().graded;
    room.becomes(Role::QualityManager);
    QCOMPARE(room.session->lane(), std::optional(Party::Correction));
    QVERIFY(room.session->responses().setLevel(in(Party::Correction, "GOV-01"), ResponseLevel::Met));
    QCOMPARE(room.session->board().overall().graded, audited); // the centre's word alone changes no result
    room.becomes(Role::LeadAuditor);
    QCOMPARE(room.session->lane(), std::optional(Party::Verification));
    const QSignalSpy scored(room.session.get(), &AuditSession::scoreChanged);
    QVERIFY(room.session->responses().setLevel(in(Party::Verification, "GOV-01"), ResponseLevel::Met));
    QVERIFY(room.session->responses().setNote(in(Party::Verification, "GOV-01"), QStringLiteral("Seen again.")));
    QVERIFY(scored.count() > 0);
    QCOMPARE(room.session->board().overall().graded, (Score {1, 1}));
    const auto asAudited
        = ScoreBoard::make(ScoringInput::asAudited(room.session->record().value(), room.session->packs()));
    QCOMPARE(asAudited->overall().graded, audited);
    QCOMPARE(room.session->responses().at(in(Party::Auditor, "GOV-01")).level, ResponseLevel::PartiallyMet);
    QCOMPARE(room.session->trail().value().last().action, QStringLiteral("verification.note"));
    // Taken back, the audited answer counts again.
    QVERIFY(room.session->responses().setLevel(in(Party::Verification, "GOV-01"), ResponseLevel::NotAssessed));
    QCOMPARE(room.session->board().overall().graded, audited);
    QVERIFY(room.session->responses().setLevel(in(Party::Verification, "GOV-01"), ResponseLevel::Met));
    const AuditRecord record = room.session->record().value();
    room.reopen();
    QCOMPARE(room.session->record().value(), record);
    QCOMPARE(room.session->board().overall().graded, (Score {1, 1}));
    const auto read = AuditRecordReader::read(recordBytes(record));
    QVERIFY(read.record);
    QCOMPARE(recordBytes(*read.record), recordBytes(record));
}

void TestResponseDesk::followUpLanesAreRefusedWhereNothingIsToBeCorrected()
{
    SessionRoom room;
    const auto code = [&](Party lane, const char *criterion, ResponseLevel level) {
        return room.session->responses().setLevel(in(lane, criterion), level, QStringLiteral("because")).error().code;
    };
    QVERIFY(room.answer("GOV-01", ResponseLevel::PartiallyMet));
    QCOMPARE(code(Party::Verification, "GOV-01", ResponseLevel::Met), ErrorCode::Refused); // no actions are open yet
    openActions(room);
    QCOMPARE(code(Party::Verification, "GOV-02", ResponseLevel::Met), ErrorCode::Refused); // was met
    QCOMPARE(code(Party::Verification, "GOV-03", ResponseLevel::Met), ErrorCode::Refused); // was not answered
    QCOMPARE(code(Party::Verification, "GOV-01", ResponseLevel::NotApplicable), ErrorCode::Refused);
    QCOMPARE(code(Party::Correction, "GOV-01", ResponseLevel::Met), ErrorCode::Refused); // the centre's lane
    QCOMPARE(code(Party::Auditor, "GOV-01", ResponseLevel::Met), ErrorCode::Refused); // stands still
    room.becomes(Role::Reviewer);
    QVERIFY(!room.session->lane());
    room.becomes(Role::Observer);
    QVERIFY(!room.session->lane());
}

QTEST_GUILESS_MAIN(TestResponseDesk)
#include "tst_responsedesk.moc"
