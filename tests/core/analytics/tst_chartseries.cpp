// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/chartseries.h"
#include "core/scoring/scoreboard.h"
#include "tests/support/packbuilder.h"
#include "tests/support/recordbuilder.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestChartSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sectionsHaveBothSidesAndTheirGates();
    void theTrendRunsInTimeAndLeavesOutWhatHasNoFigure();
    void theFunnelCountsWhoCameThisFar();
    void theRiskGridCountsPlacedNonconformities();
};

void TestChartSeries::sectionsHaveBothSidesAndTheirGates()
{
    const PackSet packs = aPack()
                              .withFact("f")
                              .withSection("A")
                              .withSection("A1", "always", "A")
                              .withCriterion("A-1", Criticality::Critical, Mark::Gate)
                              .withCriterion("A-2", Criticality::Critical, Mark::Gate)
                              .withSection("B", "f")
                              .withCriterion("B-1", Criticality::Major)
                              .set();
    const AuditRecord record = anAuditRecord()
                                   .withFact("f", FactValue(false))
                                   .with("A-1", ResponseLevel::Met, "", Party::Centre)
                                   .with("A-1", ResponseLevel::NotMet)
                                   .with("A-2", ResponseLevel::PartiallyMet)
                                   .record();
    ScoringInput input = ScoringInput::of(record, packs);
    const ScoreSheet auditor = ScoreBoard::make(input).value().sheet();
    input.party = Party::Centre;
    const ScoreSheet self = ScoreBoard::make(input).value().sheet();
    const QList<SectionBar> bars = sectionBars(packs, self, auditor, Party::Auditor);
    QCOMPARE(bars.size(), 1); // sub-sections are in theirs, and B does not apply
    QCOMPARE(bars.first().section, SectionId(QStringLiteral("A")));
    QVERIFY(bars.first().self == (Score {1, 1}));
    QVERIFY(bars.first().auditor == (Score {1, 4}));
    QCOMPARE(bars.first().gatesNotMet, 1);
    QCOMPARE(bars.first().gatesPartiallyMet, 1);
    QCOMPARE(sectionBars(packs, self, auditor, Party::Centre).first().gatesNotMet, 0);
}

void TestChartSeries::theTrendRunsInTimeAndLeavesOutWhatHasNoFigure()
{
    const auto point = [](const char *title, const QDate &day, const Score &graded) {
        TrendPoint made;
        made.audit.title = QString::fromLatin1(title);
        made.audit.startsOn = day;
        made.graded = graded;
        return made;
    };
    TrendPoint cancelled = point("cancelled", QDate(2025, 1, 1), {1, 2});
    cancelled.audit.state = AuditState::Cancelled;
    const QList<TrendPoint> trend = trendOf({point("second", QDate(2026, 1, 1), {9, 10}), cancelled,
        point("first", QDate(2024, 1, 1), {8, 10}), point("empty", QDate(2025, 6, 1), {}), point("undated", {}, {1, 1})});
    QCOMPARE(trend.size(), 2);
    QCOMPARE(trend.first().audit.title, QStringLiteral("first"));
    QCOMPARE(trend.last().audit.title, QStringLiteral("second"));
}

void TestChartSeries::theFunnelCountsWhoCameThisFar()
{
    using S = FindingState;
    RecordBuilder record = anAuditRecord();
    for (const S state : {S::Noted, S::Proposed, S::Confirmed, S::Modified, S::ResponseRequested, S::ResponseReceived,
             S::Returned, S::Accepted, S::Closed, S::EffectivenessVerified, S::Withdrawn})
        record.withFinding("A-1", Severity::Minor, state);
    record.withFinding("A-1", Severity::Ofi, S::Closed);
    QCOMPARE(funnelOf(record.record().findings), (std::array<int, 5> {10, 8, 5, 3, 2}));
    QCOMPARE(funnelOf({}), (std::array<int, 5> {}));
}

void TestChartSeries::theRiskGridCountsPlacedNonconformities()
{
    auto record = anAuditRecord()
                      .withFinding("X-01", Severity::Major)
                      .withFinding("X-01", Severity::Minor)
                      .withFinding("X-02", Severity::Minor)
                      .withFinding("X-02", Severity::Minor, FindingState::Withdrawn)
                      .withFinding("X-03", Severity::Ofi)
                      .withFinding("X-03", Severity::Minor)
                      .record();
    for (int i = 0; i < 5; ++i) // the last one is not placed
        record.findings[i].risk = RiskCell {HarmLikelihood::High, HarmScope::Limited};
    record.findings[2].risk = RiskCell {HarmLikelihood::Low, HarmScope::Widespread};
    const auto numbers = riskGridOf(record.findings);
    using Row = std::array<QList<int>, 3>;
    const auto number = [&record](int place) { return record.findings.at(place).number; };
    QCOMPARE(numbers[2], (Row {QList<int> {number(0), number(1)}, {}, {}}));
    QCOMPARE(numbers[1], Row());
    QCOMPARE(numbers[0], (Row {QList<int>(), QList<int>(), QList<int> {number(2)}}));
}

QTEST_GUILESS_MAIN(TestChartSeries)
#include "tst_chartseries.moc"
