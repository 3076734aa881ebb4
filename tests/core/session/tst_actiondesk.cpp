// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/actiondesk.h"

#include "tests/support/sessionroom.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace cq;
using namespace cq::testing;

namespace {

/// A room with one confirmed nonconformity, and the words for the way it goes.
struct Asked : SessionRoom
{
    explicit Asked(Severity severity = Severity::Major)
    {
        Finding draft;
        draft.criteria = {CriterionId(QStringLiteral("GOV-01"))};
        draft.severity = severity;
        id = findings().raise(draft).value();
        as(Role::Reviewer, FindingState::Proposed);
        as(Role::Reviewer, FindingState::Confirmed);
        as(Role::LeadAuditor, FindingState::ResponseRequested);
        becomes(Role::QualityManager);
    }
    FindingDesk &findings() { return session->findings(); }
    ActionDesk &actions() { return session->actions(); }
    CorrectiveAction action() { return actions().at(id); }
    FindingState state() { return findings().find(id)->state; }
    Result<void> tryAs(Role role, FindingState to, const QString &remark = {})
    {
        becomes(role);
        return findings().moveTo(id, to, remark);
    }
    void as(Role role, FindingState to, const QString &remark = {})
    {
        if (const auto moved = tryAs(role, to, remark); !moved)
            throw std::runtime_error(qPrintable(moved.error().text()));
    }
    CorrectiveAction planned()
    {
        CorrectiveAction plan = action();
        plan.containment = QStringLiteral("The scope is checked by hand.");
        plan.correction = QStringLiteral("The scope was rewritten.");
        plan.whys = {QStringLiteral("Nobody looked."), QStringLiteral("Nobody is named.")};
        plan.rootCause = QStringLiteral("The document has no owner.");
        plan.action = QStringLiteral("Every document gets an owner.");
        plan.owner = QStringLiteral("Quality manager");
        plan.dueOn = now.localDate().addDays(40);
        return plan;
    }
    void answer()
    {
        becomes(Role::QualityManager);
        if (const auto changed = actions().change(planned()); !changed)
            throw std::runtime_error(qPrintable(changed.error().text()));
        as(Role::QualityManager, FindingState::ResponseReceived, QStringLiteral("Here is our plan."));
    }
    void prove()
    {
        becomes(Role::QualityManager);
        CorrectiveAction proven = action();
        for (const auto &[proof, word] : EnumText<Proof>::table)
            proven.proofs.insert(proof, QStringLiteral("Document ") + QLatin1String(word));
        if (const auto changed = actions().change(proven); !changed)
            throw std::runtime_error(qPrintable(changed.error().text()));
    }
    void planCheck()
    {
        becomes(Role::LeadAuditor);
        CorrectiveAction dated = action();
        dated.check.plannedOn = now.localDate().addDays(200);
        if (const auto changed = actions().change(dated, QStringLiteral("Half a year on.")); !changed)
            throw std::runtime_error(qPrintable(changed.error().text()));
    }

    FindingId id;
};

} // namespace

class TestActionDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void askingSetsTheDaysOfThePack();
    void aCriticalIsToBeContainedFirst();
    void thePlanIsTheCentresAndOneEntry();
    void theTrailTellsWhatDiffers();
    void whoeverMayNotWriteIsRefused();
    void anAnswerWithGapsIsNotTaken();
    void returnedOnceThenAcceptedIsKeptAsSteps();
    void closingWantsFiveProofsAndTheDayOfACheck();
    void aMinorClosesWithoutACheck();
    void closingWithoutAnAnswerWantsAReason();
    void movedDatesWantAReasonFromThoseWhoJudge();
    void anEffectiveCheckVerifiesTheFinding();
    void aCheckThatFailsLeavesItClosedAndCanBePlannedAgain();
    void aSelfAssessmentAnswersItself();
    void actionsGoOnWhenTheAuditStandsStill();
    void textsThatWouldNotFitAreRefused();
    void everythingStaysAfterReopeningAndIsInTheRecord();
    void readersOfAReadOnlyFileWriteNothing();
};

void TestActionDesk::askingSetsTheDaysOfThePack()
{
    Asked room;
    QCOMPARE(room.action().answerDueOn, room.now.localDate().addDays(30));
    QCOMPARE(room.action().containmentDueOn, QDate());
    QCOMPARE(room.action().steps.size(), 1);
    QCOMPARE(room.action().steps.first().state, FindingState::ResponseRequested);
}

void TestActionDesk::aCriticalIsToBeContainedFirst()
{
    Asked room(Severity::Critical);
    QCOMPARE(room.action().containmentDueOn, room.now.localDate().addDays(3)); // 72 hours
    CorrectiveAction plan = room.planned();
    plan.containment.clear();
    QVERIFY(room.actions().change(plan));
    const auto refused = room.tryAs(Role::QualityManager, FindingState::ResponseReceived);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QVERIFY(refused.error().detail.contains(QStringLiteral("containment")));
}

void TestActionDesk::thePlanIsTheCentresAndOneEntry()
{
    Asked room;
    const qsizetype before = room.trailLength();
    const QSignalSpy changed(&room.actions(), &ActionDesk::actionChanged);
    QVERIFY(room.actions().change(room.planned()));
    QCOMPARE(room.trailLength(), before + 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(room.action(), room.planned());
    QVERIFY(room.actions().change(room.planned())); // nothing new, nothing written
    QCOMPARE(room.trailLength(), before + 1);
}

void TestActionDesk::theTrailTellsWhatDiffers()
{
    Asked room;
    QVERIFY(room.actions().change(room.planned()));
    CorrectiveAction changed = room.action();
    changed.owner = QStringLiteral("Head nurse");
    changed.proofs.insert(Proof::Approval, QString());
    QVERIFY(room.actions().change(changed));
    const TrailEntry entry = room.session->trail().value().last();
    QCOMPARE(entry.action, QStringLiteral("action.changed"));
    QCOMPARE(entry.target, QStringLiteral("F-01"));
    QCOMPARE(entry.oldValue, QStringLiteral("owner: Quality manager; proof approval: "));
    QCOMPARE(entry.newValue, QStringLiteral("owner: Head nurse; proof approval: []"));
}

void TestActionDesk::whoeverMayNotWriteIsRefused()
{
    Asked room;
    for (const Role role : {Role::LeadAuditor, Role::Reviewer, Role::Observer}) {
        room.becomes(role);
        QCOMPARE(room.actions().change(room.planned(), QStringLiteral("why")).error().code, ErrorCode::Refused);
        QVERIFY(!room.actions().mayWrite(ActionPart::Plan, room.id));
    }
    QCOMPARE(room.tryAs(Role::LeadAuditor, FindingState::ResponseReceived).error().code, ErrorCode::Refused);
    room.answer();
    CorrectiveAction late = room.action();
    late.owner = QStringLiteral("Somebody else");
    QCOMPARE(room.actions().change(late).error().code, ErrorCode::Refused); // answered: it stands
}

void TestActionDesk::anAnswerWithGapsIsNotTaken()
{
    Asked room;
    const qsizetype before = room.trailLength();
    const auto refused = room.tryAs(Role::QualityManager, FindingState::ResponseReceived);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QVERIFY(refused.error().detail.contains(QStringLiteral("correction, root-cause, action, owner, due-day")));
    QCOMPARE(room.state(), FindingState::ResponseRequested);
    QCOMPARE(room.trailLength(), before);
}

void TestActionDesk::returnedOnceThenAcceptedIsKeptAsSteps()
{
    Asked room;
    room.answer();
    QCOMPARE(room.tryAs(Role::LeadAuditor, FindingState::Returned, QStringLiteral(" ")).error().code,
        ErrorCode::InvalidInput);
    room.now.utcMs += qint64 {10} * 24 * 3600 * 1000;
    room.as(Role::LeadAuditor, FindingState::Returned, QStringLiteral("Who trains the owners?"));
    QCOMPARE(room.action().answerDueOn, room.now.localDate().addDays(30)); // asked anew
    QCOMPARE(room.session->trail().value().last().reason, QStringLiteral("Who trains the owners?"));
    room.answer();
    room.as(Role::LeadAuditor, FindingState::Accepted, QStringLiteral("Good."));
    QStringList told;
    for (const ActionStep &step : room.action().steps)
        told.append(textOf(step.state) + u':' + step.remark);
    QCOMPARE(told,
        (QStringList {QStringLiteral("response-requested:"), QStringLiteral("response-received:Here is our plan."),
            QStringLiteral("returned:Who trains the owners?"), QStringLiteral("response-received:Here is our plan."),
            QStringLiteral("accepted:Good.")}));
}

void TestActionDesk::closingWantsFiveProofsAndTheDayOfACheck()
{
    Asked room;
    room.answer();
    room.as(Role::LeadAuditor, FindingState::Accepted);
    const auto unproven = room.tryAs(Role::LeadAuditor, FindingState::Closed);
    QVERIFY(unproven.error().detail.contains(QStringLiteral("implementation")));
    room.prove();
    const auto unplanned = room.tryAs(Role::LeadAuditor, FindingState::Closed);
    QVERIFY(unplanned.error().detail.contains(QStringLiteral("effectiveness check")));
    room.planCheck();
    room.as(Role::LeadAuditor, FindingState::Closed);
    QCOMPARE(room.session->board().outcomeKind(), OutcomeKind::Incomplete); // nothing answered; the finding is closed
    QVERIFY(!isOpenNonconformity(*room.findings().find(room.id)));
}

void TestActionDesk::aMinorClosesWithoutACheck()
{
    Asked room(Severity::Minor);
    room.answer();
    room.as(Role::LeadAuditor, FindingState::Accepted);
    room.prove();
    room.as(Role::LeadAuditor, FindingState::Closed);
    QCOMPARE(room.state(), FindingState::Closed);
}

void TestActionDesk::closingWithoutAnAnswerWantsAReason()
{
    SessionRoom room;
    Finding draft;
    draft.kind = FindingKind::Ofi;
    draft.criteria = {CriterionId(QStringLiteral("GOV-01"))};
    FindingDesk &desk = room.session->findings();
    const FindingId id = desk.raise(draft).value();
    room.becomes(Role::Reviewer);
    QVERIFY(desk.moveTo(id, FindingState::Proposed, {}));
    QVERIFY(desk.moveTo(id, FindingState::Confirmed, {}));
    QCOMPARE(desk.moveTo(id, FindingState::Closed, {}).error().code, ErrorCode::InvalidInput);
    QVERIFY(desk.moveTo(id, FindingState::Closed, QStringLiteral("For the centre to use or not.")));
}

void TestActionDesk::movedDatesWantAReasonFromThoseWhoJudge()
{
    Asked room;
    room.answer();
    room.becomes(Role::LeadAuditor);
    CorrectiveAction later = room.action();
    later.dueOn = later.dueOn.addDays(14);
    QCOMPARE(room.actions().change(later).error().code, ErrorCode::InvalidInput);
    QVERIFY(room.actions().change(later, QStringLiteral("The trainer is ill.")));
    QCOMPARE(room.action().dueOn, later.dueOn);
    QCOMPARE(room.session->trail().value().last().reason, QStringLiteral("The trainer is ill."));
}

void TestActionDesk::anEffectiveCheckVerifiesTheFinding()
{
    Asked room;
    room.answer();
    room.as(Role::LeadAuditor, FindingState::Accepted);
    QCOMPARE(room.actions().recordCheck(room.id, EffectivenessResult::Effective, QStringLiteral("x")).error().code,
        ErrorCode::Refused); // not closed yet
    room.prove();
    room.planCheck();
    room.as(Role::LeadAuditor, FindingState::Closed);
    QCOMPARE(room.actions().recordCheck(room.id, EffectivenessResult::Effective, {}).error().code,
        ErrorCode::InvalidInput);
    QVERIFY(room.actions().recordCheck(room.id, EffectivenessResult::Effective, QStringLiteral("Three of three.")));
    QCOMPARE(room.state(), FindingState::EffectivenessVerified);
    QCOMPARE(room.action().check.result->verdict, EffectivenessResult::Effective);
    QCOMPARE(room.action().check.result->by, room.person.name);
}

void TestActionDesk::aCheckThatFailsLeavesItClosedAndCanBePlannedAgain()
{
    Asked room;
    room.answer();
    room.as(Role::LeadAuditor, FindingState::Accepted);
    room.prove();
    room.planCheck();
    room.as(Role::LeadAuditor, FindingState::Closed);
    room.becomes(Role::QualityManager);
    QCOMPARE(room.actions().recordCheck(room.id, EffectivenessResult::NotEffective, QStringLiteral("x")).error().code,
        ErrorCode::Refused);
    room.becomes(Role::LeadAuditor);
    const qsizetype before = room.trailLength();
    QVERIFY(room.actions().recordCheck(room.id, EffectivenessResult::NotEffective, QStringLiteral("One of three.")));
    QCOMPARE(room.trailLength(), before + 1);
    QCOMPARE(room.state(), FindingState::Closed);
    QVERIFY(room.workspace->dueActions().isEmpty());
    const CorrectiveAction wanting = room.action();
    CorrectiveAction again = wanting;
    again.check.plannedOn = again.check.plannedOn.addDays(90);
    QVERIFY(room.actions().change(again, QStringLiteral("After the retraining.")));
    QVERIFY(!room.action().check.result);
    QCOMPARE(room.workspace->dueActions().size(), 1);
    QCOMPARE(room.workspace->dueActions().first().item.kind, DueKind::EffectivenessCheck);
    QCOMPARE(room.action().steps.last().remark, QStringLiteral("One of three."));
    QVERIFY(room.session->trail().value().last().oldValue.contains(QStringLiteral("check result: not-effective")));
    QVERIFY(room.actions().change(wanting, QStringLiteral("Undone.")));
    QCOMPARE(room.action(), wanting);
    QVERIFY(room.actions().change(again, QStringLiteral("Redone.")));
    QVERIFY(!room.action().check.result);
}

void TestActionDesk::aSelfAssessmentAnswersItself()
{
    SessionRoom room(Role::QualityManager, AuditKind::SelfAssessment);
    Finding draft;
    draft.kind = FindingKind::Nonconformity;
    draft.criteria = {CriterionId(QStringLiteral("GOV-01"))};
    FindingDesk &desk = room.session->findings();
    const FindingId id = desk.raise(draft).value();
    QVERIFY(desk.moveTo(id, FindingState::Proposed, {}));
    QVERIFY(!desk.mayMoveTo(id, FindingState::Confirmed));
    room.becomes(Role::Reviewer);
    QVERIFY(desk.moveTo(id, FindingState::Confirmed, {}));
    room.becomes(Role::QualityManager);
    QVERIFY(desk.moveTo(id, FindingState::ResponseRequested, {}));
    CorrectiveAction plan = room.session->actions().at(id);
    plan.correction = plan.rootCause = plan.action = plan.owner = QStringLiteral("done");
    plan.dueOn = room.now.localDate();
    QVERIFY(room.session->actions().change(plan)); // its own dates: no reason
    QVERIFY(desk.moveTo(id, FindingState::ResponseReceived, {}));
    QVERIFY(desk.moveTo(id, FindingState::Accepted, {}));
}

void TestActionDesk::actionsGoOnWhenTheAuditStandsStill()
{
    Asked room;
    room.becomes(Role::LeadAuditor);
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    room.answer();
    room.as(Role::LeadAuditor, FindingState::Accepted);
    room.prove();
    QCOMPARE(missingProofs(room.action()).size(), 0);
}

void TestActionDesk::textsThatWouldNotFitAreRefused()
{
    Asked room;
    CorrectiveAction largest = room.planned();
    const QString text(ActionDesk::maxTextLength, u'x');
    const QString line(ActionDesk::maxLineLength, u'y');
    largest.containment = largest.correction = largest.rootCause = largest.action = text;
    largest.owner = line;
    largest.whys = QStringList(CorrectiveAction::maxWhys, line);
    for (const auto &[proof, word] : EnumText<Proof>::table)
        largest.proofs.insert(proof, line);
    QVERIFY(room.actions().change(largest)); // all at once fits one entry
    const auto refuses = [&](const std::function<void(CorrectiveAction &)> &spoil) {
        CorrectiveAction spoilt = largest;
        spoil(spoilt);
        const auto changed = room.actions().change(spoilt);
        return !changed && changed.error().code == ErrorCode::InvalidInput;
    };
    QVERIFY(refuses([](CorrectiveAction &a) { a.correction += u'x'; }));
    QVERIFY(refuses([](CorrectiveAction &a) { a.owner += u'x'; }));
    QVERIFY(refuses([](CorrectiveAction &a) { a.whys[2] += u'x'; }));
    QVERIFY(refuses([](CorrectiveAction &a) { a.whys.append(QStringLiteral("six")); }));
    QVERIFY(refuses([](CorrectiveAction &a) { a.proofs[Proof::Training] += u'x'; }));
    QCOMPARE(room.action(), largest);
    CorrectiveAction stray = largest;
    stray.finding = FindingId(QStringLiteral("nowhere"));
    QCOMPARE(room.actions().change(stray).error().code, ErrorCode::NotFound);
}

void TestActionDesk::everythingStaysAfterReopeningAndIsInTheRecord()
{
    Asked room;
    room.answer();
    room.as(Role::LeadAuditor, FindingState::Accepted);
    room.prove();
    const CorrectiveAction before = room.action();
    QCOMPARE(room.session->record().value().actions, QList<CorrectiveAction> {before});
    room.reopen();
    QCOMPARE(room.action(), before);
    QVERIFY(room.workspace->check().value().isEmpty());
}

void TestActionDesk::readersOfAReadOnlyFileWriteNothing()
{
    Asked room;
    room.session.reset();
    room.workspace.reset();
    room.workspace
        = Workspace::open(room.path(), room.person, Workspace::Access::ReadOnly, room.surroundings).value();
    room.session = room.workspace->openAudit(room.auditId).value();
    QCOMPARE(room.actions().change(room.planned()).error().code, ErrorCode::ReadOnly);
    QVERIFY(!room.actions().mayWrite(ActionPart::Plan, room.id));
}

QTEST_GUILESS_MAIN(TestActionDesk)
#include "tst_actiondesk.moc"
