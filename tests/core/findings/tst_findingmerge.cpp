// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/findingmerge.h"

#include <QTest>

using namespace cq;

class TestFindingMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyMinorsNobodyWasAskedAboutBecomeOne_data();
    void onlyMinorsNobodyWasAskedAboutBecomeOne();
    void oneAloneIsNotMerged();
    void whatTheyHaveInCommonStaysAndTheRestIsNamed();
    void nothingMergedIsConfirmed();

private:
    static Finding minor(int number, const char *criterion);
};

Finding TestFindingMerge::minor(int number, const char *criterion)
{
    Finding finding;
    finding.number = number;
    finding.criteria = {CriterionId(QString::fromLatin1(criterion))};
    finding.facility = FacilityId(QStringLiteral("ward-7"));
    finding.statement = QStringLiteral("Statement %1").arg(number);
    finding.evidence = number == 1 ? QString() : QStringLiteral("Seen in room %1").arg(number);
    finding.requestedAnswer = QStringLiteral("State the cause.");
    return finding;
}

void TestFindingMerge::onlyMinorsNobodyWasAskedAboutBecomeOne_data()
{
    QTest::addColumn<FindingKind>("kind");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<FindingState>("state");
    QTest::addColumn<bool>("may");
    QTest::newRow("noted") << FindingKind::Nonconformity << Severity::Minor << FindingState::Noted << true;
    QTest::newRow("proposed") << FindingKind::Nonconformity << Severity::Minor << FindingState::Proposed << true;
    QTest::newRow("confirmed") << FindingKind::Nonconformity << Severity::Minor << FindingState::Confirmed << true;
    QTest::newRow("modified") << FindingKind::Nonconformity << Severity::Minor << FindingState::Modified << true;
    QTest::newRow("asked") << FindingKind::Nonconformity << Severity::Minor << FindingState::ResponseRequested << false;
    QTest::newRow("answered") << FindingKind::Nonconformity << Severity::Minor << FindingState::ResponseReceived << false;
    QTest::newRow("withdrawn") << FindingKind::Nonconformity << Severity::Minor << FindingState::Withdrawn << false;
    QTest::newRow("closed") << FindingKind::Nonconformity << Severity::Minor << FindingState::Closed << false;
    QTest::newRow("major") << FindingKind::Nonconformity << Severity::Major << FindingState::Noted << false;
    QTest::newRow("good practice") << FindingKind::GoodPractice << Severity::Minor << FindingState::Noted << false;
}

void TestFindingMerge::onlyMinorsNobodyWasAskedAboutBecomeOne()
{
    QFETCH(FindingKind, kind);
    QFETCH(Severity, severity);
    QFETCH(FindingState, state);
    Finding other = minor(2, "GOV-02");
    other.kind = kind;
    other.severity = severity;
    other.state = state;
    QTEST(mayMerge({minor(1, "GOV-01"), other}), "may");
}

void TestFindingMerge::oneAloneIsNotMerged()
{
    QVERIFY(!mayMerge({}));
    QVERIFY(!mayMerge({minor(1, "GOV-01")}));
}

void TestFindingMerge::whatTheyHaveInCommonStaysAndTheRestIsNamed()
{
    Finding second = minor(2, "GOV-02");
    second.criteria.append(CriterionId(QStringLiteral("GOV-01")));
    second.isRepeat = true;
    const Finding merged = mergedFinding({minor(1, "GOV-01"), second});
    QCOMPARE(merged.severity, Severity::Major);
    const QList<CriterionId> criteria{CriterionId(QStringLiteral("GOV-01")), CriterionId(QStringLiteral("GOV-02"))};
    QCOMPARE(merged.criteria, criteria);
    QCOMPARE(merged.facility, FacilityId(QStringLiteral("ward-7")));
    QCOMPARE(merged.statement, QStringLiteral("F-01: Statement 1\nF-02: Statement 2"));
    QCOMPARE(merged.evidence, QStringLiteral("F-02: Seen in room 2"));
    QCOMPARE(merged.requestedAnswer, QStringLiteral("State the cause."));
    QVERIFY(merged.isRepeat);
    second.facility = {};
    QVERIFY(mergedFinding({minor(1, "GOV-01"), second}).facility.isEmpty());
}

void TestFindingMerge::nothingMergedIsConfirmed()
{
    Finding first = minor(1, "GOV-01");
    Finding second = minor(2, "GOV-02");
    first.state = second.state = FindingState::Confirmed;
    QCOMPARE(mergedFinding({first, second}).state, FindingState::Proposed);
    second.state = FindingState::Noted;
    QCOMPARE(mergedFinding({first, second}).state, FindingState::Noted);
}

QTEST_GUILESS_MAIN(TestFindingMerge)
#include "tst_findingmerge.moc"
