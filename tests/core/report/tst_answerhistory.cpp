// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/answerhistory.h"

#include <QTest>

using namespace cq;

class TestAnswerHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatReplacesSomethingIsAChange_data();
    void onlyWhatReplacesSomethingIsAChange();
    void aChangeCountsForItsFacilityAndPartyOnly();
    void inASelfAssessmentTheCentreAnswers();

private:
    static AuditRecord recordWith(
        const QString &action, const QString &before, const QString &after, Role role = Role::Auditor)
    {
        AuditRecord record;
        record.centre.facilities = {
            {FacilityId(QStringLiteral("f-1")), QStringLiteral("Ward @ 7"), FacilityType::ClinicalUnit, {}}};
        TrailEntry entry;
        entry.action = action;
        entry.target = QStringLiteral("FAC-02 @ Ward @ 7");
        entry.oldValue = before;
        entry.newValue = after;
        entry.role = role;
        record.trail.append(entry);
        return record;
    }
    static ResponseKey key(Party party, const char *facility = "f-1")
    {
        return {CriterionId(QStringLiteral("FAC-02")), FacilityId(QString::fromLatin1(facility)), party};
    }
};

void TestAnswerHistory::onlyWhatReplacesSomethingIsAChange_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("changed");
    const QString level = QStringLiteral("response.level");
    QTest::newRow("first level") << level << QStringLiteral("not-assessed") << QStringLiteral("met") << false;
    QTest::newRow("first level after a note")
        << level << QStringLiteral("not-assessed; note: x") << QStringLiteral("met; note: x") << false;
    QTest::newRow("other level") << level << QStringLiteral("met") << QStringLiteral("not-met") << true;
    QTest::newRow("level taken back") << level << QStringLiteral("met") << QStringLiteral("not-assessed") << true;
    QTest::newRow("first note") << QStringLiteral("response.note") << QString() << QStringLiteral("seen") << false;
    QTest::newRow("other note") << QStringLiteral("response.note") << QStringLiteral("seen")
                                << QStringLiteral("not seen") << true;
    QTest::newRow("undone") << QStringLiteral("response.restored") << QStringLiteral("met; note: x")
                            << QStringLiteral("met") << true;
    QTest::newRow("the same") << level << QStringLiteral("met") << QStringLiteral("met") << false;
    QTest::newRow("a reviewer's judgement")
        << QStringLiteral("response.na-judged") << QStringLiteral("no") << QStringLiteral("yes") << false;
    QTest::newRow("something else") << QStringLiteral("finding.changed") << QStringLiteral("a") << QStringLiteral("b")
                                    << false;
}

void TestAnswerHistory::onlyWhatReplacesSomethingIsAChange()
{
    QFETCH(QString, action);
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(AnswerHistory(recordWith(action, before, after)).wasChanged(key(Party::Auditor)), "changed");
}

void TestAnswerHistory::aChangeCountsForItsFacilityAndPartyOnly()
{
    const AnswerHistory history(
        recordWith(QStringLiteral("response.level"), QStringLiteral("met"), QStringLiteral("not-met")));
    QVERIFY(history.wasChanged(key(Party::Auditor)));
    QVERIFY(!history.wasChanged(key(Party::Centre)));
    QVERIFY(!history.wasChanged(key(Party::Auditor, "")));
}

void TestAnswerHistory::inASelfAssessmentTheCentreAnswers()
{
    AuditRecord record = recordWith(QStringLiteral("response.level"), QStringLiteral("met"), QStringLiteral("not-met"));
    record.audit.kind = AuditKind::SelfAssessment;
    QVERIFY(AnswerHistory(record).wasChanged(key(Party::Centre)));
}

QTEST_GUILESS_MAIN(TestAnswerHistory)
#include "tst_answerhistory.moc"
