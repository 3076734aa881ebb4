// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/dueaction.h"

#include "core/session/actiondesk.h"
#include "tests/support/sessionroom.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestDueAction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDueStandsTogetherOverAllAuditsByDay();
    void cancelledAuditsOweNothing();
    void aFileWithoutFindingsOwesNothing();

private:
    static FindingId raise(AuditSession &session, const QDate &due)
    {
        Finding finding;
        finding.criteria = {CriterionId(QStringLiteral("GOV-01"))};
        finding.dueOn = due;
        return session.findings().raise(finding).value();
    }
    static std::unique_ptr<AuditSession> anotherAudit(SessionRoom &room)
    {
        Audit audit = room.session->audit();
        audit.title = QStringLiteral("Another audit");
        return room.workspace->openAudit(room.workspace->startAudit(audit).value()).value();
    }
};

void TestDueAction::whatIsDueStandsTogetherOverAllAuditsByDay()
{
    SessionRoom room;
    const auto other = anotherAudit(room);
    raise(*room.session, QDate(2026, 12, 3));
    raise(*other, QDate(2026, 12, 1));
    const FindingId asked = raise(*room.session, QDate(2026, 12, 2));
    room.becomes(Role::Reviewer);
    for (const FindingState to : {FindingState::Proposed, FindingState::Confirmed, FindingState::ResponseRequested})
        QVERIFY(room.session->findings().moveTo(asked, to, {}));
    room.becomes(Role::QualityManager);
    CorrectiveAction plan = room.session->actions().at(asked);
    plan.owner = QStringLiteral("Head nurse");
    QVERIFY(room.session->actions().change(plan));
    QStringList told;
    for (const DueAction &due : room.workspace->dueActions())
        told.append(QStringLiteral("%1 %2 %3 F-%4 %5")
                        .arg(due.item.on.toString(Qt::ISODate), textOf(due.item.kind), due.audit.title)
                        .arg(due.finding.number)
                        .arg(due.owner));
    // Minor: the answer is due in 60 days.
    const QString answer = room.now.localDate().addDays(60).toString(Qt::ISODate);
    QCOMPARE(told,
        (QStringList {answer + QStringLiteral(" answer Test audit F-2 Head nurse"),
            QStringLiteral("2026-12-01 action Another audit F-1 "),
            QStringLiteral("2026-12-02 action Test audit F-2 Head nurse"),
            QStringLiteral("2026-12-03 action Test audit F-1 ")}));
    QVERIFY(room.workspace->dueActions().first().audit.centreIsFictional);
    QVERIFY(room.workspace->faults().isEmpty());
}

void TestDueAction::cancelledAuditsOweNothing()
{
    SessionRoom room;
    raise(*room.session, QDate(2026, 12, 3));
    QCOMPARE(room.workspace->dueActions().size(), 1);
    QVERIFY(room.session->moveTo(AuditState::Cancelled, QStringLiteral("The centre closed.")));
    QVERIFY(room.workspace->dueActions().isEmpty());
}

void TestDueAction::aFileWithoutFindingsOwesNothing()
{
    SessionRoom room;
    raise(*room.session, QDate()); // without a day
    QVERIFY(room.workspace->dueActions().isEmpty());
}

QTEST_GUILESS_MAIN(TestDueAction)
#include "tst_dueaction.moc"
