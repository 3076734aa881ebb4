// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/readiness.h"
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

CriterionId id(const char *code)
{
    return CriterionId(QString::fromLatin1(code));
}

// Weights 5 (gate), 5, 3, 3, 1 as in domain.md section 2.4, in two sections.
PackSet fiveItems()
{
    return aPack()
        .withSection("A")
        .withCriterion("A-1", Criticality::Critical, Mark::Gate)
        .withCriterion("A-2", Criticality::Critical)
        .withSection("B")
        .withCriterion("B-1", Criticality::Major)
        .withCriterion("B-2", Criticality::Major)
        .withCriterion("B-3", Criticality::Minor)
        .set();
}

ScoreBoard boardOf(const RecordBuilder &record, const PackSet &packs)
{
    return ScoreBoard::make(ScoringInput::of(record.record(), packs)).value();
}

RecordBuilder answered(const QList<ResponseLevel> &levels)
{
    RecordBuilder record = anAuditRecord();
    const char *codes[] = {"A-1", "A-2", "B-1", "B-2", "B-3"};
    for (qsizetype i = 0; i < levels.size(); ++i)
        if (levels.at(i) != ResponseLevel::NotAssessed)
            record.with(codes[i], levels.at(i));
    return record;
}

template <class T> QString codes(const QList<T> &list)
{
    QStringList texts;
    for (const T &item : list)
        texts.append(item.criterion.text());
    return texts.join(u' ');
}

} // namespace

class TestReadiness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gapsStandGatesFirstThenByWeight();
    void nothingMissingIsNoGap();
    void anOpenCriterionLosesItsWholeWeight();
    void fixingIsAnsweringMetOnACopy();
    void fixingClosesTheFindingsThatNameNothingElse();
    void whatDoesNotApplyCannotBeFixed();
    void theFirstFixTakesTheGateOutOfTheWay();
    void aPlanLeadsToTheOutcomeWhereEnoughStepsAreAllowed();
    void eachStepTellsWhatItAndThoseBeforeItLeadTo();
    void aFindingOnAMetCriterionIsPartOfThePlan();
    void aSectionIsFixedByWeight();
    void claimsAreCountedByWeight();
};

void TestReadiness::gapsStandGatesFirstThenByWeight()
{
    const PackSet packs = fiveItems();
    const QList<Gap> gaps = gapsOf(boardOf(answered({partly, partly, notMet, notMet, met}), packs));
    // The gate loses 5/2; of the others 3, 3 and 5/2.
    QCOMPARE(codes(gaps), QStringLiteral("A-1 B-1 B-2 A-2"));
    QVERIFY(gaps.at(0).isGate);
    QVERIFY(gaps.at(0).lost == (Score {1, 2}));
    QCOMPARE(gaps.at(1).level, notMet);
    QCOMPARE(gaps.at(1).section, SectionId(QStringLiteral("B")));
}

void TestReadiness::nothingMissingIsNoGap()
{
    const PackSet packs = fiveItems();
    QVERIFY(gapsOf(boardOf(answered({met, met, met, away, met}), packs)).isEmpty());
    const PackSet advisory = aPack().withCriterion("A-1", Criticality::Major, Mark::Advisory).set();
    QVERIFY(gapsOf(boardOf(answered({notMet}), advisory)).isEmpty());
}

void TestReadiness::anOpenCriterionLosesItsWholeWeight()
{
    const QList<Gap> gaps = gapsOf(boardOf(answered({met, met, notMet}), fiveItems()));
    QCOMPARE(codes(gaps), QStringLiteral("B-1 B-2 B-3"));
    QVERIFY(!gaps.at(0).isOpen);
    QVERIFY(gaps.at(1).isOpen);
    QVERIFY(gaps.at(1).lost == (Score {1, 1}));
}

void TestReadiness::fixingIsAnsweringMetOnACopy()
{
    const ScoreBoard board = boardOf(answered({notMet, met, met, met, notMet}), fiveItems());
    QCOMPARE(board.outcomeKind(), OutcomeKind::NotQualified);
    const ScoreBoard fixed = ifFixed(board, {}, {id("A-1")});
    QVERIFY(fixed.overall().graded == (Score {16, 17}));
    QCOMPARE(fixed.outcomeKind(), OutcomeKind::Qualified);
    QVERIFY(board.overall().graded == (Score {11, 17})); // the real one stands as it was
    QVERIFY(ifFixed(board, {}, {}).overall() == board.overall());
    QVERIFY(ifFixed(board, {}, {id("no such")}).overall() == board.overall());
}

void TestReadiness::fixingClosesTheFindingsThatNameNothingElse()
{
    RecordBuilder record = answered({met, met, met, met, met}).withFinding("A-2", Severity::Critical);
    const PackSet packs = fiveItems();
    const ScoreBoard board = boardOf(record, packs);
    QList<Finding> findings = record.record().findings;
    QCOMPARE(board.outcomeKind(), OutcomeKind::NotQualified);
    QCOMPARE(ifFixed(board, findings, {id("B-1")}).outcomeKind(), OutcomeKind::NotQualified);
    QCOMPARE(ifFixed(board, findings, {id("A-2")}).outcomeKind(), OutcomeKind::Qualified);
    findings.first().criteria.append(id("B-1"));
    QCOMPARE(ifFixed(board, findings, {id("A-2")}).outcomeKind(), OutcomeKind::NotQualified);
    QCOMPARE(ifFixed(board, findings, {id("A-2"), id("B-1")}).outcomeKind(), OutcomeKind::Qualified);
}

void TestReadiness::whatDoesNotApplyCannotBeFixed()
{
    const PackSet packs = aPack()
                              .withFact("ward")
                              .withCriterion("A-1", Criticality::Major, Mark::None, "ward")
                              .withCriterion("A-2", Criticality::Major)
                              .set();
    const ScoreBoard board
        = boardOf(anAuditRecord().withFact("ward", FactValue(false)).with("A-2", notMet), packs);
    QCOMPARE(codes(gapsOf(board)), QStringLiteral("A-2"));
    QVERIFY(ifFixed(board, {}, {id("A-1")}).overall() == board.overall());
}

void TestReadiness::theFirstFixTakesTheGateOutOfTheWay()
{
    const ScoreBoard board = boardOf(answered({notMet, notMet, met, met, met}), fiveItems());
    const QList<Fix> plan = fixesForOutcome(board, {}, 1);
    QCOMPARE(codes(plan), QStringLiteral("A-1"));
    QVERIFY(plan.first().graded == (Score {12, 17}));
    QCOMPARE(plan.first().outcome, OutcomeKind::ConditionallyQualified); // 70.59 % is below the pass mark
}

void TestReadiness::aPlanLeadsToTheOutcomeWhereEnoughStepsAreAllowed()
{
    const ScoreBoard board = boardOf(answered({notMet, notMet, notMet, met, notMet}), fiveItems());
    const QList<Fix> plan = fixesForOutcome(board, {}, 5);
    QCOMPARE(codes(plan), QStringLiteral("A-1 A-2 B-1 B-3"));
    // 3/17, then 8/17, 13/17, 16/17 and all of it.
    QVERIFY(plan.at(0).graded == (Score {8, 17}));
    QCOMPARE(plan.at(0).outcome, OutcomeKind::NotQualified);
    QVERIFY(plan.at(1).graded == (Score {13, 17}));
    QCOMPARE(plan.at(1).outcome, OutcomeKind::ConditionallyQualified);
    QCOMPARE(plan.at(2).outcome, OutcomeKind::Qualified);
    QVERIFY(plan.at(3).graded == (Score {17, 17}));
    QVERIFY(fixesForOutcome(boardOf(answered({met, met, met, met, met}), fiveItems()), {}, 5).isEmpty());
    QVERIFY(fixesForOutcome(board, {}, 0).isEmpty());
}

void TestReadiness::eachStepTellsWhatItAndThoseBeforeItLeadTo()
{
    const PackSet packs = fiveItems();
    const ResponseLevel levels[] = {met, partly, notMet, away, ResponseLevel::NotAssessed};
    for (int round = 0; round < 5 * 5 * 5 * 5; ++round) {
        RecordBuilder record = answered({levels[round % 5], levels[round / 5 % 5], levels[round / 25 % 5],
            levels[round / 125], levels[(round * 3 + 1) % 5]});
        record.withFinding("B-1", Severity::Major);
        const ScoreBoard board = boardOf(record, packs);
        const QList<Finding> findings = record.record().findings;
        QSet<CriterionId> fixed;
        for (const Fix &fix : fixesForOutcome(board, findings, 5)) {
            fixed.insert(fix.criterion);
            const ScoreBoard then = ifFixed(board, findings, fixed); // worked out on a copy of its own
            QVERIFY(fix.graded == then.overall().graded);
            QCOMPARE(fix.outcome, then.outcomeKind());
        }
        QVERIFY(!fixed.isEmpty()); // the finding at least
    }
}

void TestReadiness::aFindingOnAMetCriterionIsPartOfThePlan()
{
    const RecordBuilder record = answered({met, met, met, met, notMet}).withFinding("B-1", Severity::Major);
    const QList<Fix> plan = fixesForOutcome(boardOf(record, fiveItems()), record.record().findings, 1);
    QCOMPARE(codes(plan), QStringLiteral("B-1"));
    QCOMPARE(plan.first().outcome, OutcomeKind::Qualified);
}

void TestReadiness::aSectionIsFixedByWeight()
{
    const ScoreBoard board = boardOf(answered({notMet, met, partly, notMet, notMet}), fiveItems());
    const QList<Fix> plan = fixesForSection(board, {}, 1, 2);
    QCOMPARE(codes(plan), QStringLiteral("B-2 B-1"));
    QVERIFY(plan.at(0).graded == (Score {9, 14})); // 1.5 + 3 of 7
    QVERIFY(plan.at(1).graded == (Score {6, 7}));
    QVERIFY(fixesForSection(board, {}, -1, 2).isEmpty());
    QVERIFY(fixesForSection(board, {}, 2, 2).isEmpty());
}

void TestReadiness::claimsAreCountedByWeight()
{
    const ClaimShare share = claimShareOf(boardOf(answered({away, met, away, met, met}), fiveItems()));
    QCOMPARE(share.claimed, 2);
    QCOMPARE(share.applicable, 5);
    QCOMPARE(share.gatesUnaccepted, 1);
    QVERIFY(share.weight == (Score {8, 17}));
    const PackSet nothing = aPack().withFact("f").withCriterion("A-1", Criticality::Major, Mark::None, "f").set();
    const ClaimShare none = claimShareOf(boardOf(anAuditRecord().withFact("f", FactValue(false)), nothing));
    QVERIFY(!none.weight.isDefined());
    QCOMPARE(none.applicable, 0);
}

QTEST_GUILESS_MAIN(TestReadiness)
#include "tst_readiness.moc"
