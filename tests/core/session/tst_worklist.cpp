// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/worklist.h"

#include "core/session/visitdesk.h"
#include "tests/support/sessionroom.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestWorkList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void auditorsOnTheTeamHaveOpenCriteriaAndADeclaration();
    void whoIsNotOnTheTeamHasOnlyTheirOwnFindings();
    void findingsWaitForWhoseTurnItIs();
    void requestsWaitForTheCentreAndThenForTheAuditors();
    void reviewersJudgeClaims();
    void nobodyWaitsForObserversOrInWhatIsOver();

private:
    static const QDate today;
    static QList<WorkKind> kinds(const SessionRoom &room)
    {
        QList<WorkKind> kinds;
        for (const WorkItem &item : workOf(*room.session, today))
            kinds.append(item.kind);
        return kinds;
    }
    static void join(SessionRoom &room)
    {
        Audit audit = room.session->audit();
        audit.team = {{room.person.name, Role::LeadAuditor, {}, {}}};
        QVERIFY(room.session->change(audit));
    }
};

const QDate TestWorkList::today(2026, 11, 22);

void TestWorkList::auditorsOnTheTeamHaveOpenCriteriaAndADeclaration()
{
    SessionRoom room;
    join(room);
    QCOMPARE(kinds(room), (QList {WorkKind::Declaration, WorkKind::OpenCriteria}));
    const int open = workOf(*room.session, today).last().count;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QCOMPARE(workOf(*room.session, today).last().count, open - 1);
    QCOMPARE(workOf(*room.session, today).last().total, open);
    QVERIFY(room.session->visit().setDeclaration(
        room.person.name, CoiDeclaration {room.person.name, CoiStatement::None, {}, today}));
    QCOMPARE(kinds(room), QList {WorkKind::OpenCriteria});
}

void TestWorkList::whoIsNotOnTheTeamHasOnlyTheirOwnFindings()
{
    SessionRoom room;
    QVERIFY(kinds(room).isEmpty());
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    QVERIFY(room.session->findings().raise(
        *room.session->findings().proposed(CriterionId(QStringLiteral("GOV-01")), {})));
    QCOMPARE(kinds(room), QList {WorkKind::Finding});
    room.person.name = QStringLiteral("Somebody Else");
    QVERIFY(room.workspace->setPerson(room.person));
    QVERIFY(kinds(room).isEmpty());
}

void TestWorkList::findingsWaitForWhoseTurnItIs()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    FindingDesk &desk = room.session->findings();
    Finding finding = *desk.proposed(CriterionId(QStringLiteral("GOV-01")), {});
    finding.dueOn = today.addDays(-1);
    finding.statement = QStringLiteral("No licence.");
    const FindingId id = desk.raise(finding).value();
    QVERIFY(desk.moveTo(id, FindingState::Proposed, {}));
    QVERIFY(kinds(room).isEmpty());
    room.becomes(Role::Reviewer);
    QCOMPARE(kinds(room), QList {WorkKind::Finding});
    QVERIFY(desk.moveTo(id, FindingState::Confirmed, {}));
    QVERIFY(kinds(room).isEmpty());
    QVERIFY(desk.moveTo(id, FindingState::ResponseRequested, {}));
    QVERIFY(kinds(room).isEmpty());
    room.becomes(Role::QualityManager);
    const QList<WorkItem> items = workOf(*room.session, today);
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first().finding, id);
    QCOMPARE(items.first().number, 1);
    QCOMPARE(items.first().text, QStringLiteral("No licence."));
    QVERIFY(items.first().isOverdue);
    QVERIFY(!workOf(*room.session, items.first().dueOn).first().isOverdue);
}

void TestWorkList::requestsWaitForTheCentreAndThenForTheAuditors()
{
    SessionRoom room;
    join(room);
    InformationRequest request;
    request.question = QStringLiteral("Which freezer?");
    request.dueOn = QDate(2027, 1, 31);
    const RequestId id = room.session->visit().ask(request).value();
    QVERIFY(!kinds(room).contains(WorkKind::Request));
    room.becomes(Role::QualityManager);
    QCOMPARE(kinds(room), QList {WorkKind::Request});
    request = *room.session->visit().request(id);
    request.answer = QStringLiteral("The blue one.");
    request.answeredOn = today;
    request.state = RequestState::Answered;
    QVERIFY(room.session->visit().setRequest(id, request));
    QVERIFY(kinds(room).isEmpty());
    room.becomes(Role::Auditor);
    const QList<WorkItem> items = workOf(*room.session, today);
    QCOMPARE(items.first().kind, WorkKind::Request);
    QCOMPARE(items.first().text, QStringLiteral("The blue one."));
}

void TestWorkList::reviewersJudgeClaims()
{
    SessionRoom room;
    int claimed = 0;
    for (const Criterion &criterion : room.session->packs().criteria()) {
        const auto part = room.session->board().part(criterion.id);
        if (criterion.naAllowed && part.applies == Truth::Yes && part.inScope && claimed < 2) {
            QVERIFY(room.session->responses().setLevel({criterion.id, part.facilities.first(), Party::Auditor},
                ResponseLevel::NotApplicable, QStringLiteral("because")));
            ++claimed;
        }
    }
    QCOMPARE(claimed, 2);
    room.becomes(Role::Reviewer);
    QVERIFY(kinds(room).isEmpty());
    room.becomes(Role::LeadAuditor);
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    room.becomes(Role::Reviewer);
    const QList<WorkItem> items = workOf(*room.session, today);
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first().kind, WorkKind::Claims);
    QCOMPARE(items.first().count, 2);
    QVERIFY(!items.first().criterion.isEmpty());
}

void TestWorkList::nobodyWaitsForObserversOrInWhatIsOver()
{
    SessionRoom room;
    join(room);
    QVERIFY(!kinds(room).isEmpty());
    room.becomes(Role::Observer);
    QVERIFY(kinds(room).isEmpty());
    room.becomes(Role::LeadAuditor);
    QVERIFY(room.session->moveTo(AuditState::Cancelled, QStringLiteral("No visit.")));
    QVERIFY(kinds(room).isEmpty());
}

QTEST_GUILESS_MAIN(TestWorkList)
#include "tst_worklist.moc"
