// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/benchmark.h"
#include "tests/support/packbuilder.h"
#include "tests/support/recordbuilder.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

const SectionId a(QStringLiteral("A"));
const SectionId b(QStringLiteral("B"));

PackSet twoSections()
{
    return aPack()
        .withSection("A")
        .withSection("A1", "always", "A")
        .withCriterion("A-1", Criticality::Critical)
        .withSection("B")
        .withCriterion("B-1", Criticality::Critical)
        .set();
}

BenchmarkResult reached(qint64 tenths, std::optional<qint64> inB = {})
{
    BenchmarkResult result {{tenths, 10}, {{a, {tenths, 10}}}};
    if (inB)
        result.sections.insert(b, {*inB, 10});
    return result;
}

} // namespace

class TestBenchmark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewerThanFiveOthersAreNotShown();
    void theBandsAreOfTheOthersAndExact();
    void quartilesAreOfTheNearestRank_data();
    void quartilesAreOfTheNearestRank();
    void aSectionThatFewHaveIsLeftOut();
    void whoHasNoScoreDoesNotCount();
    void aResultHoldsTopLevelSectionsThatAreScored();
};

void TestBenchmark::fewerThanFiveOthersAreNotShown()
{
    QList<BenchmarkResult> others(4, reached(5));
    QVERIFY(benchmarkBands(twoSections(), reached(9), others).isEmpty());
    QVERIFY(benchmarkBands(twoSections(), reached(9), {}).isEmpty());
    others.append(reached(5));
    QCOMPARE(benchmarkBands(twoSections(), reached(9), others).size(), 2);
}

void TestBenchmark::theBandsAreOfTheOthersAndExact()
{
    // In any order: 0, 2, 5, 7 and 10 tenths.
    const QList<BenchmarkResult> others {reached(7), reached(0), reached(10), reached(5), reached(2)};
    const QList<BenchmarkBand> bands = benchmarkBands(twoSections(), reached(9), others);
    QCOMPARE(bands.size(), 2);
    const BenchmarkBand &whole = bands.first();
    QVERIFY(whole.section.isEmpty());
    QCOMPARE(whole.centres, 5);
    QVERIFY(whole.own == (Score {9, 10}));
    QVERIFY(whole.lowest == (Score {0, 10}));
    QVERIFY(whole.lowerQuartile == (Score {2, 10}));
    QVERIFY(whole.median == (Score {5, 10}));
    QVERIFY(whole.upperQuartile == (Score {7, 10}));
    QVERIFY(whole.highest == (Score {10, 10}));
    QCOMPARE(bands.last().section, a);
    QVERIFY(bands.last().own == (Score {9, 10}));
}

void TestBenchmark::quartilesAreOfTheNearestRank_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("lower");
    QTest::addColumn<int>("median");
    QTest::addColumn<int>("upper");
    // Of 1, 2, ... count tenths: the smallest that a quarter, a half, three quarters do not exceed.
    QTest::newRow("5") << 5 << 2 << 3 << 4;
    QTest::newRow("6") << 6 << 2 << 3 << 5;
    QTest::newRow("7") << 7 << 2 << 4 << 6;
    QTest::newRow("8") << 8 << 2 << 4 << 6;
    QTest::newRow("9") << 9 << 3 << 5 << 7;
}

void TestBenchmark::quartilesAreOfTheNearestRank()
{
    QFETCH(int, count);
    QFETCH(int, lower);
    QFETCH(int, median);
    QFETCH(int, upper);
    QList<BenchmarkResult> others;
    for (int i = 1; i <= count; ++i)
        others.append(reached(i));
    const BenchmarkBand band = benchmarkBands(twoSections(), reached(9), others).first();
    QVERIFY(band.lowerQuartile == (Score {lower, 10}));
    QVERIFY(band.median == (Score {median, 10}));
    QVERIFY(band.upperQuartile == (Score {upper, 10}));
}

void TestBenchmark::aSectionThatFewHaveIsLeftOut()
{
    QList<BenchmarkResult> others(4, reached(5, 6));
    others.append(reached(5));
    QCOMPARE(benchmarkBands(twoSections(), reached(9, 9), others).size(), 2); // the whole audit, and A
    others.append(reached(5, 7));
    const QList<BenchmarkBand> bands = benchmarkBands(twoSections(), reached(9), others);
    QCOMPARE(bands.size(), 3);
    QCOMPARE(bands.last().section, b);
    QCOMPARE(bands.last().centres, 5);
    QVERIFY(!bands.last().own.isDefined());
}

void TestBenchmark::whoHasNoScoreDoesNotCount()
{
    QList<BenchmarkResult> others(4, reached(5));
    others.append(BenchmarkResult());
    QVERIFY(benchmarkBands(twoSections(), reached(9), others).isEmpty());
}

void TestBenchmark::aResultHoldsTopLevelSectionsThatAreScored()
{
    const PackSet packs = twoSections();
    const ScoreBoard board
        = ScoreBoard::make(ScoringInput::of(anAuditRecord().with("A-1", ResponseLevel::PartiallyMet).record(), packs))
              .value();
    const BenchmarkResult result = benchmarkResult(board);
    QVERIFY(result.overall == (Score {1, 2}));
    QCOMPARE(result.sections, (QHash<SectionId, Score> {{a, {1, 2}}}));
}

QTEST_GUILESS_MAIN(TestBenchmark)
#include "tst_benchmark.moc"
