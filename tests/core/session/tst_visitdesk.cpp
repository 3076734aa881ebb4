// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/visitdesk.h"

#include "tests/support/sessionroom.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

PlanSlot slotAt(int from, int to, const QString &auditor = {})
{
    PlanSlot slot;
    slot.day = QDate(2026, 12, 1);
    slot.fromMinute = from;
    slot.toMinute = to;
    slot.auditor = auditor;
    slot.toMeet = QStringLiteral("Head nurse");
    slot.topic = QStringLiteral("Toxicity");
    return slot;
}

InformationRequest question()
{
    InformationRequest request;
    request.criterion = CriterionId(QStringLiteral("GOV-01"));
    request.question = QStringLiteral("Please send the organisation chart.");
    return request;
}

} // namespace

class TestVisitDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanIsKeptByTimeAndEachChangeCanBeTakenBack();
    void anEntryThatCannotBeIsRefused();
    void aDeclarationIsOfAMemberAndSaysWhat();
    void requestsAreNumberedAskedAndAnswered();
    void theCentreAnswersAndChangesNothingElse();
    void requestsLiveOnAfterSubmissionButPlansDoNot();
    void meetingsRecordWhoWasThereByFunction();
    void aReminderLeavesNoTextOutsideItsTable();
    void eachPersonReadsTheirOwnReminders();
};

void TestVisitDesk::aPlanIsKeptByTimeAndEachChangeCanBeTakenBack()
{
    SessionRoom room;
    VisitDesk &desk = room.session->visit();
    const QSignalSpy changed(&desk, &VisitDesk::planChanged);
    const qsizetype before = room.trailLength();
    const PlanSlotId late = desk.addSlot(slotAt(600, 660)).value();
    const PlanSlotId early = desk.addSlot(slotAt(540, 600)).value();
    QCOMPARE(room.trailLength(), before + 2);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(desk.plan().first().id, early);
    const PlanSlot old = *desk.slot(late);
    PlanSlot moved = old;
    moved.fromMinute = 480;
    moved.toMinute = 540;
    QVERIFY(desk.setSlot(late, moved));
    QCOMPARE(desk.plan().first().id, late);
    QVERIFY(desk.setSlot(late, old)); // undo
    QCOMPARE(desk.plan().last(), old);
    QVERIFY(desk.setSlot(late, std::nullopt));
    QVERIFY(desk.setSlot(late, old));
    const QList<PlanSlot> plan = desk.plan();
    QVERIFY(room.session->trail().value().last().newValue.contains(QStringLiteral("2026-12-01 10:00 to 11:00")));
    room.reopen();
    QCOMPARE(room.session->visit().plan(), plan);
}

void TestVisitDesk::anEntryThatCannotBeIsRefused()
{
    SessionRoom room;
    VisitDesk &desk = room.session->visit();
    const auto refused = [&](auto &&change) {
        PlanSlot slot = slotAt(540, 600);
        change(slot);
        const auto added = desk.addSlot(slot);
        return added ? ErrorCode::Internal : added.error().code;
    };
    QCOMPARE(refused([](PlanSlot &slot) { slot.day = {}; }), ErrorCode::InvalidInput);
    QCOMPARE(refused([](PlanSlot &slot) { slot.toMinute = slot.fromMinute; }), ErrorCode::InvalidInput);
    QCOMPARE(refused([](PlanSlot &slot) { slot.toMinute = PlanSlot::dayMinutes + 1; }), ErrorCode::InvalidInput);
    QCOMPARE(refused([](PlanSlot &slot) { slot.fromMinute = -1; }), ErrorCode::InvalidInput);
    QCOMPARE(refused([](PlanSlot &slot) { slot.facility = FacilityId(QStringLiteral("nowhere")); }),
        ErrorCode::InvalidInput);
    QCOMPARE(refused([](PlanSlot &slot) { slot.topic = QStringLiteral("a\nb"); }), ErrorCode::InvalidInput);
    QCOMPARE(refused([](PlanSlot &slot) { slot.toMeet = QString(VisitDesk::maxFieldLength + 1, u'x'); }),
        ErrorCode::InvalidInput);
    QCOMPARE(desk.setSlot(PlanSlotId(QStringLiteral("other")), slotAt(540, 600)).error().code, ErrorCode::InvalidInput);
    QVERIFY(desk.plan().isEmpty());
    room.becomes(Role::QualityManager);
    QCOMPARE(desk.addSlot(slotAt(540, 600)).error().code, ErrorCode::Refused);
}

void TestVisitDesk::aDeclarationIsOfAMemberAndSaysWhat()
{
    SessionRoom room;
    Audit audit = room.session->audit();
    audit.team = {{QStringLiteral("Ada Field"), Role::Auditor, QStringLiteral("Test house"), QStringLiteral("clinical")}};
    QVERIFY(room.session->change(audit));
    VisitDesk &desk = room.session->visit();
    const QString ada = QStringLiteral("Ada Field");
    CoiDeclaration declaration {ada, CoiStatement::Declared, {}, QDate(2026, 11, 2)};
    QCOMPARE(desk.setDeclaration(ada, declaration).error().code, ErrorCode::InvalidInput); // what tie?
    declaration.text = QStringLiteral("Trained there in 2019.");
    const QSignalSpy changed(&desk, &VisitDesk::declarationChanged);
    QVERIFY(desk.setDeclaration(ada, declaration));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(desk.declaration(ada), std::optional(declaration));
    declaration.declaredOn = {};
    QCOMPARE(desk.setDeclaration(ada, declaration).error().code, ErrorCode::InvalidInput);
    QCOMPARE(desk.setDeclaration(QStringLiteral("Ben"), declaration).error().code, ErrorCode::InvalidInput);
    declaration.member = QStringLiteral("Nobody");
    QCOMPARE(desk.setDeclaration(QStringLiteral("Nobody"), declaration).error().code, ErrorCode::InvalidInput);
    room.reopen();
    QVERIFY(room.session->visit().declaration(ada));
    QVERIFY(room.session->visit().setDeclaration(ada, std::nullopt));
    QVERIFY(!room.session->visit().declaration(ada));
}

void TestVisitDesk::requestsAreNumberedAskedAndAnswered()
{
    SessionRoom room;
    VisitDesk &desk = room.session->visit();
    const RequestId id = desk.ask(question()).value();
    QVERIFY(desk.ask(question()));
    InformationRequest request = *desk.request(id);
    QCOMPARE(request.number, 1);
    QCOMPARE(desk.requests().last().number, 2);
    QCOMPARE(request.askedOn, room.now.localDate());
    QCOMPARE(room.session->trail().value().last().target, QStringLiteral("R-02"));
    request.state = RequestState::Answered;
    QCOMPARE(desk.setRequest(id, request).error().code, ErrorCode::InvalidInput); // without an answer
    request.answer = QStringLiteral("Sent.");
    request.answeredOn = QDate(2026, 12, 1);
    QVERIFY(desk.setRequest(id, request));
    QCOMPARE(desk.setRequest(id, std::nullopt).error().code, ErrorCode::Refused);
    InformationRequest wrong = request;
    wrong.dueOn = request.askedOn.addDays(-1);
    QCOMPARE(desk.setRequest(id, wrong).error().code, ErrorCode::InvalidInput);
    wrong = request;
    wrong.number = 7;
    QCOMPARE(desk.setRequest(id, wrong).error().code, ErrorCode::InvalidInput);
    wrong = question();
    wrong.criterion = CriterionId(QStringLiteral("XXX-1"));
    QCOMPARE(desk.ask(wrong).error().code, ErrorCode::InvalidInput);
    wrong = question();
    wrong.question.clear();
    QCOMPARE(desk.ask(wrong).error().code, ErrorCode::InvalidInput);
    wrong.question = QString(VisitDesk::maxTextLength + 1, u'x');
    QCOMPARE(desk.ask(wrong).error().code, ErrorCode::InvalidInput);
    room.reopen();
    QCOMPARE(room.session->visit().request(id), std::optional(request));
}

void TestVisitDesk::theCentreAnswersAndChangesNothingElse()
{
    SessionRoom room;
    VisitDesk &desk = room.session->visit();
    const RequestId id = desk.ask(question()).value();
    room.becomes(Role::QualityManager);
    QCOMPARE(desk.ask(question()).error().code, ErrorCode::Refused);
    QCOMPARE(desk.setRequest(id, std::nullopt).error().code, ErrorCode::Refused);
    InformationRequest request = *desk.request(id);
    request.answer = QStringLiteral("Sent.");
    request.answeredOn = QDate(2026, 12, 1);
    request.state = RequestState::Answered;
    InformationRequest bent = request;
    bent.question = QStringLiteral("Nothing?");
    QCOMPARE(desk.setRequest(id, bent).error().code, ErrorCode::Refused);
    bent = request;
    bent.state = RequestState::Settled;
    QCOMPARE(desk.setRequest(id, bent).error().code, ErrorCode::Refused);
    QVERIFY(desk.setRequest(id, request));
    room.becomes(Role::LeadAuditor);
    request.state = RequestState::Settled;
    QVERIFY(desk.setRequest(id, request));
    room.becomes(Role::QualityManager);
    request.answer = QStringLiteral("Something else.");
    QCOMPARE(desk.setRequest(id, request).error().code, ErrorCode::Refused);
}

void TestVisitDesk::requestsLiveOnAfterSubmissionButPlansDoNot()
{
    SessionRoom room;
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    VisitDesk &desk = room.session->visit();
    QVERIFY(desk.ask(question()));
    QCOMPARE(desk.addSlot(slotAt(540, 600)).error().code, ErrorCode::Refused);
    QCOMPARE(desk.setMeeting(MeetingKind::Opening, Meeting()).error().code, ErrorCode::Refused);
    room.becomes(Role::Observer);
    QCOMPARE(desk.ask(question()).error().code, ErrorCode::Refused);
}

void TestVisitDesk::meetingsRecordWhoWasThereByFunction()
{
    SessionRoom room;
    VisitDesk &desk = room.session->visit();
    Meeting opening {MeetingKind::Opening, QDate(2026, 12, 1),
        {QStringLiteral("Programme director"), QStringLiteral("Head nurse")}, QStringLiteral("Plan agreed.")};
    const QSignalSpy changed(&desk, &VisitDesk::meetingChanged);
    QVERIFY(desk.setMeeting(MeetingKind::Opening, opening));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(desk.setMeeting(MeetingKind::Closing, opening).error().code, ErrorCode::InvalidInput);
    room.reopen();
    QCOMPARE(room.session->visit().meeting(MeetingKind::Opening), std::optional(opening));
    QVERIFY(!room.session->visit().meeting(MeetingKind::Closing));
    opening.attendance.append(QString());
    QCOMPARE(room.session->visit().setMeeting(MeetingKind::Opening, opening).error().code, ErrorCode::InvalidInput);
    QVERIFY(room.session->visit().setMeeting(MeetingKind::Opening, std::nullopt));
}

void TestVisitDesk::aReminderLeavesNoTextOutsideItsTable()
{
    SessionRoom room;
    VisitDesk &desk = room.session->visit();
    const CriterionId criterion(QStringLiteral("GOV-01"));
    const QString secret = QStringLiteral("Ask again when the director is out.");
    const QSignalSpy changed(&desk, &VisitDesk::reminderChanged);
    QVERIFY(desk.setReminder(criterion, secret));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(desk.setReminder(CriterionId(QStringLiteral("XXX-1")), secret).error().code, ErrorCode::InvalidInput);
    const TrailEntry entry = room.session->trail().value().last();
    QCOMPARE(entry.action, QStringLiteral("reminder.changed"));
    QCOMPARE(entry.target, criterion.text());
    QVERIFY(entry.oldValue.isEmpty() && entry.newValue.isEmpty() && entry.reason.isEmpty());
    QVERIFY(!recordBytes(room.session->record().value()).contains(secret.toUtf8()));
    room.reopen();
    QCOMPARE(room.session->visit().reminder(criterion), secret);
    QVERIFY(room.session->visit().setReminder(criterion, {}));
    room.reopen();
    QVERIFY(room.session->visit().reminder(criterion).isEmpty());
}

void TestVisitDesk::eachPersonReadsTheirOwnReminders()
{
    SessionRoom room;
    VisitDesk &desk = room.session->visit();
    const CriterionId criterion(QStringLiteral("GOV-01"));
    QVERIFY(desk.setReminder(criterion, QStringLiteral("mine")));
    room.person.name = QStringLiteral("Someone Else");
    room.becomes(Role::Auditor);
    QVERIFY(desk.reminder(criterion).isEmpty());
    QVERIFY(desk.setReminder(criterion, QStringLiteral("theirs")));
    room.person.name = QStringLiteral("Test Person");
    room.becomes(Role::LeadAuditor);
    QCOMPARE(desk.reminder(criterion), QStringLiteral("mine"));
}

QTEST_GUILESS_MAIN(TestVisitDesk)
#include "tst_visitdesk.moc"
