// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/blindmode.h"
#include "core/review/comparison.h"
#include "tests/support/packbuilder.h"
#include "tests/support/recordbuilder.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

constexpr auto met = ResponseLevel::Met;
constexpr auto partly = ResponseLevel::PartiallyMet;
constexpr auto notMet = ResponseLevel::NotMet;
constexpr auto away = ResponseLevel::NotApplicable;
constexpr auto open = ResponseLevel::NotAssessed;

/// Both sides' answers at one criterion.
struct Sides
{
    const char *criterion;
    ResponseLevel self;
    ResponseLevel auditor;
};

Comparison comparisonOf(const PackSet &packs, const QList<Sides> &answers)
{
    RecordBuilder record = anAuditRecord().withPacks(packs);
    for (const Sides &side : answers) {
        if (side.self != open)
            record.with(side.criterion, side.self, "", Party::Centre);
        if (side.auditor != open)
            record.with(side.criterion, side.auditor, "", Party::Auditor);
    }
    const ScoringInput input = ScoringInput::of(record.record(), packs);
    return compareAnswers(ScoreBoard::make(input).value(), input.responses);
}

QStringList order(const Comparison &comparison)
{
    QStringList codes;
    for (const ComparedAnswers &row : comparison.rows)
        codes.append(row.criterion.text());
    return codes;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPairHasOneClass_data();
    void aPairHasOneClass();
    void surprisesComeFirst();
    void openRowsStandInReadingOrderWhateverTheCentreSaid();
    void sectionsCountWhatStandsBelowThem();
    void whatDoesNotApplyIsNotCompared();
    void facilitiesAreComparedOneByOne();
    void blindModeHidesUntilTheOwnAnswerStands();
};

void TestComparison::aPairHasOneClass_data()
{
    QTest::addColumn<ResponseLevel>("self");
    QTest::addColumn<ResponseLevel>("auditor");
    QTest::addColumn<ComparisonClass>("expected");

    QTest::newRow("same level") << partly << partly << ComparisonClass::Agree;
    QTest::newRow("both claim not applicable") << away << away << ComparisonClass::Agree;
    QTest::newRow("centre higher") << met << partly << ComparisonClass::OverRated;
    QTest::newRow("centre lower") << notMet << met << ComparisonClass::UnderRated;
    QTest::newRow("centre claims not applicable") << away << notMet << ComparisonClass::ApplicabilityDisagreement;
    QTest::newRow("auditor claims not applicable") << met << away << ComparisonClass::ApplicabilityDisagreement;
    QTest::newRow("auditor open") << met << open << ComparisonClass::Open;
    QTest::newRow("centre open") << open << away << ComparisonClass::Open;
}

void TestComparison::aPairHasOneClass()
{
    QFETCH(ResponseLevel, self);
    QFETCH(ResponseLevel, auditor);
    QTEST(compared(self, auditor), "expected");
}

void TestComparison::surprisesComeFirst()
{
    const PackSet packs = aPack()
                              .withCriterion("A-1", Criticality::Minor)
                              .withCriterion("A-2", Criticality::Major)
                              .withCriterion("A-3", Criticality::Critical)
                              .withCriterion("A-4", Criticality::Critical, Mark::Gate)
                              .withCriterion("A-5", Criticality::Critical, Mark::Gate)
                              .withCriterion("A-6", Criticality::Major)
                              .withCriterion("A-7", Criticality::Major)
                              .withCriterion("A-8", Criticality::Minor)
                              .set();
    const Comparison comparison = comparisonOf(packs,
        {{"A-1", met, met}, {"A-2", met, notMet}, {"A-3", notMet, met}, {"A-4", partly, notMet}, {"A-5", met, partly},
            {"A-6", away, met}, {"A-7", met, partly}, {"A-8", met, open}});
    // The gate rated Met by the centre, then the other gate, then by criticality; in one class of weight the wider gap.
    QCOMPARE(order(comparison).join(u' '), QStringLiteral("A-5 A-4 A-3 A-2 A-7 A-6 A-1 A-8"));
    QVERIFY(comparison.rows.at(0).isSurprise);
    QVERIFY(!comparison.rows.at(1).isSurprise);
    QCOMPARE(comparison.overall.pairs, 6);
    QCOMPARE(comparison.overall.overRated, 4);
    QCOMPARE(comparison.overall.underRated, 1);
    QCOMPARE(comparison.overall.applicabilityDisagreements, 1);
    QCOMPARE(comparison.overall.meanGapHundredths().value(), 50); // (0 + 2 - 2 + 1 + 1 + 1)/6
    QVERIFY(comparison.overall.overRating() == (Score {4, 6}));
}

void TestComparison::openRowsStandInReadingOrderWhateverTheCentreSaid()
{
    PackBuilder pack = aPack();
    pack.withCriterion("A-1", Criticality::Minor);
    pack.withCriterion("A-2", Criticality::Critical, Mark::Gate);
    pack.withCriterion("A-3", Criticality::Critical, Mark::Gate);
    for (const ResponseLevel self : {met, partly, notMet, away, open})
        QCOMPARE(order(comparisonOf(pack.set(), {{"A-3", self, open}})).join(u' '), QStringLiteral("A-1 A-2 A-3"));
}

void TestComparison::sectionsCountWhatStandsBelowThem()
{
    const PackSet packs = aPack()
                              .withSection("A")
                              .withCriterion("A-1", Criticality::Major)
                              .withSection("A1", "always", "A")
                              .withCriterion("A1-1", Criticality::Major)
                              .withSection("B")
                              .withCriterion("B-1", Criticality::Major)
                              .set();
    const Comparison comparison = comparisonOf(packs, {{"A-1", met, met}, {"A1-1", met, notMet}});
    QCOMPARE(comparison.sections.size(), 3);
    QCOMPARE(comparison.sections.at(0).agreement.pairs, 2);
    QCOMPARE(comparison.sections.at(1).agreement.overRated, 1);
    QCOMPARE(comparison.sections.at(2).agreement.pairs, 0);
    QVERIFY(!comparison.sections.at(2).agreement.rawAgreement().isDefined());
}

void TestComparison::whatDoesNotApplyIsNotCompared()
{
    const PackSet packs = aPack()
                              .withFact("ward")
                              .withCriterion("A-1", Criticality::Major, Mark::None, "ward")
                              .withCriterion("A-2", Criticality::Major)
                              .set();
    const ScoringInput input = ScoringInput::of(
        anAuditRecord().withPacks(packs).withFact("ward", FactValue(false)).with("A-1", met).record(), packs);
    QCOMPARE(order(compareAnswers(ScoreBoard::make(input).value(), input.responses)), QStringList {QStringLiteral("A-2")});
}

void TestComparison::facilitiesAreComparedOneByOne()
{
    const PackSet packs = aPack().withCriterion("A-1", Criticality::Critical, Mark::Gate).marked(Mark::PerFacility).set();
    const ScoringInput input = ScoringInput::of(anAuditRecord()
                                                    .withPacks(packs)
                                                    .withFacility("one")
                                                    .withFacility("two")
                                                    .with("A-1", met, "one", Party::Centre)
                                                    .with("A-1", met, "two", Party::Centre)
                                                    .with("A-1", met, "one", Party::Auditor)
                                                    .with("A-1", notMet, "two", Party::Auditor)
                                                    .record(),
        packs);
    const Comparison comparison = compareAnswers(ScoreBoard::make(input).value(), input.responses);
    QCOMPARE(comparison.rows.size(), 2);
    QCOMPARE(comparison.rows.at(0).facility, FacilityId(QStringLiteral("two")));
    QVERIFY(comparison.rows.at(0).isSurprise);
    QCOMPARE(comparison.rows.at(1).kind, ComparisonClass::Agree);
}

void TestComparison::blindModeHidesUntilTheOwnAnswerStands()
{
    Criterion gate;
    gate.isGate = true;
    const Criterion other;
    QVERIFY(isBlind(BlindMode::Gates, gate, open));
    QVERIFY(!isBlind(BlindMode::Gates, other, open));
    QVERIFY(isBlind(BlindMode::All, other, open));
    QVERIFY(!isBlind(BlindMode::Off, gate, open));
    for (const ResponseLevel own : {met, partly, notMet, away})
        QVERIFY(!isBlind(BlindMode::All, gate, own));
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
