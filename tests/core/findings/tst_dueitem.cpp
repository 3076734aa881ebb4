// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/dueitem.h"

#include <QTest>

using namespace cq;

class TestDueItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStateHasItsDueDays_data();
    void eachStateHasItsDueDays();
    void containmentThatIsWrittenIsNotDue();
    void thePlansOwnDayCountsOnceItIsAccepted();
    void aCheckThatWasMadeIsNotDue();
    void whatIsNoNonconformityIsNotDueToBeClosed();
    void aDayIsOverdueFromTheNextOn();

private:
    static CorrectiveAction action();
    static Finding finding(FindingState state);
};

CorrectiveAction TestDueItem::action()
{
    CorrectiveAction action;
    action.containmentDueOn = QDate(2026, 10, 3);
    action.answerDueOn = QDate(2026, 10, 15);
    action.dueOn = QDate(2026, 12, 1);
    action.check.plannedOn = QDate(2027, 3, 1);
    return action;
}

Finding TestDueItem::finding(FindingState state)
{
    Finding finding;
    finding.severity = Severity::Critical;
    finding.state = state;
    finding.dueOn = QDate(2026, 11, 1);
    return finding;
}

void TestDueItem::eachStateHasItsDueDays_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("due");
    const auto row = [](const char *state, const char *due) {
        QTest::newRow(state) << QString::fromLatin1(state) << QString::fromLatin1(due);
    };
    row("noted", "action 2026-11-01");
    row("proposed", "action 2026-11-01");
    row("confirmed", "action 2026-11-01");
    row("modified", "action 2026-11-01");
    row("withdrawn", "");
    row("response-requested", "containment 2026-10-03, answer 2026-10-15, action 2026-11-01");
    row("response-received", "action 2026-11-01");
    row("returned", "containment 2026-10-03, answer 2026-10-15, action 2026-11-01");
    row("accepted", "action 2026-12-01");
    row("closed", "effectiveness-check 2027-03-01");
    row("effectiveness-verified", "");
}

void TestDueItem::eachStateHasItsDueDays()
{
    QFETCH(QString, state);
    QStringList due;
    for (const DueItem &item : dueItems(finding(fromText<FindingState>(state).value()), action()))
        due.append(textOf(item.kind) + u' ' + item.on.toString(Qt::ISODate));
    QTEST(due.join(QStringLiteral(", ")), "due");
}

void TestDueItem::containmentThatIsWrittenIsNotDue()
{
    CorrectiveAction contained = action();
    contained.containment = QStringLiteral("The store is locked.");
    QCOMPARE(dueItems(finding(FindingState::ResponseRequested), contained).first().kind, DueKind::Answer);
}

void TestDueItem::thePlansOwnDayCountsOnceItIsAccepted()
{
    CorrectiveAction planned = action();
    Finding undated = finding(FindingState::ResponseReceived);
    QCOMPARE(dueItems(undated, planned).first().on, QDate(2026, 11, 1));
    undated.dueOn = {};
    QCOMPARE(dueItems(undated, planned).first().on, QDate(2026, 12, 1));
    planned.dueOn = {};
    QVERIFY(dueItems(undated, planned).isEmpty());
    QCOMPARE(dueItems(finding(FindingState::Accepted), planned).first().on, QDate(2026, 11, 1));
}

void TestDueItem::aCheckThatWasMadeIsNotDue()
{
    CorrectiveAction checked = action();
    checked.check.result = EffectivenessCheck::Result{EffectivenessResult::NotEffective, {}, {}, {}};
    QVERIFY(dueItems(finding(FindingState::Closed), checked).isEmpty());
}

void TestDueItem::whatIsNoNonconformityIsNotDueToBeClosed()
{
    Finding praise = finding(FindingState::Confirmed);
    praise.kind = FindingKind::GoodPractice;
    QVERIFY(dueItems(praise, {}).isEmpty());
}

void TestDueItem::aDayIsOverdueFromTheNextOn()
{
    const DueItem item{DueKind::Answer, QDate(2026, 10, 15)};
    QVERIFY(!item.isOverdue(QDate(2026, 10, 15)));
    QVERIFY(item.isOverdue(QDate(2026, 10, 16)));
    QVERIFY(item.isDueWithin(QDate(2026, 10, 15), 0));
    QVERIFY(item.isDueWithin(QDate(2026, 10, 1), 14));
    QVERIFY(!item.isDueWithin(QDate(2026, 10, 1), 13));
    QVERIFY(!item.isDueWithin(QDate(2026, 10, 16), 14));
}

QTEST_GUILESS_MAIN(TestDueItem)
#include "tst_dueitem.moc"
