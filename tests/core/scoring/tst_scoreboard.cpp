// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/scoreboard.h"
#include "tests/support/packbuilder.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

CriterionId criterion(const char *id)
{
    return CriterionId(QString::fromLatin1(id));
}

ResponseLevel levelOf(char letter)
{
    switch (letter) {
    case 'M':
        return ResponseLevel::Met;
    case 'P':
        return ResponseLevel::PartiallyMet;
    case 'N':
        return ResponseLevel::NotMet;
    case 'x':
        return ResponseLevel::NotApplicable;
    default:
        return ResponseLevel::NotAssessed;
    }
}

// The five items of domain.md section 2.4; `inScope` rules items in or out through a fact each.
PackSet fiveItems()
{
    PackBuilder pack = aPack();
    for (const char *fact : {"f1", "f2", "f3", "f4", "f5"})
        pack.withFact(fact);
    return pack.withSection("A")
        .withCriterion("A-1", Criticality::Critical, Mark::Gate, "f1")
        .withCriterion("A-2", Criticality::Critical, Mark::Gate, "f2")
        .withCriterion("A-3", Criticality::Major, Mark::None, "f3")
        .withCriterion("A-4", Criticality::Major, Mark::None, "f4")
        .withCriterion("A-5", Criticality::Minor, Mark::None, "f5")
        .set();
}

// One letter per item: M, P, N, x claimed not applicable, - open, r ruled out by the profile, ? profile fact unknown.
ScoringInput fiveAnswers(const QByteArray &answers)
{
    ScoringInput input;
    input.packs = fiveItems();
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const FactId fact(QStringLiteral("f%1").arg(i + 1));
        if (answers[i] != '?')
            input.profile.insert(fact, {fact, FactValue(answers[i] != 'r'), {}, {}});
        Response response;
        response.key = {CriterionId(QStringLiteral("A-%1").arg(i + 1)), {}, Party::Auditor};
        response.level = levelOf(answers[i]);
        input.responses.append(response);
    }
    return input;
}

ScoreSheet sheetOf(const ScoringInput &input)
{
    return ScoreBoard::make(input)->sheet();
}

} // namespace

class TestScoreBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workedExamples_data();
    void workedExamples();
    void poolingDoesNotLetATinySectionFail();
    void aFloorHoldsForALargeEnoughSection();
    void anAuditInWhichNothingIsScoredIsNeverPassed();
    void anUnknownFactLeavesTheOutcomeIncompleteAndIsNamed();
    void aClaimOnAGateNeedsAcceptance();
    void openFindingsDecide_data();
    void openFindingsDecide();
    void perFacilityTakesTheWorstForGatesAndTheMeanOtherwise();
    void aPartiallyAnsweredCriterionStaysOpen();
    void advisoryAndExpressLeaveTheScoreAlone();
    void onlyTheChosenPartysAnswersCount();
    void theRangeSaysWhatCanStillChange();
    void reasonsNameTheCriteriaBehindTheRule();
    void tooManyFacilitiesAreRefused();
};

void TestScoreBoard::workedExamples_data()
{
    QTest::addColumn<QByteArray>("answers");
    QTest::addColumn<int>("applicable");
    QTest::addColumn<int>("answered");
    QTest::addColumn<int>("graded"); // -1: undefined
    QTest::addColumn<int>("strict");
    QTest::addColumn<int>("completeness");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, const char *answers, int applicable, int answered, int graded, int strict,
                         int completeness, const char *outcome, const char *rule) {
        QTest::newRow(name) << QByteArray(answers) << applicable << answered << graded << strict << completeness
                            << QString::fromLatin1(outcome) << QString::fromLatin1(rule);
    };
    // domain.md section 2.4
    row("V1", "MMMMM", 5, 5, 10000, 10000, 10000, "Qualified", "qualified");
    row("V2", "MMMMN", 5, 5, 9412, 9412, 10000, "Qualified", "qualified");
    row("V3", "NMMMM", 5, 5, 7059, 7059, 10000, "NotQualified", "gate-not-met");
    row("V4", "PMMMM", 5, 5, 8529, 7059, 10000, "ConditionallyQualified", "gate-partial");
    row("V5", "MrPrM", 3, 3, 8333, 6667, 10000, "ConditionallyQualified", "below-pass");
    row("V6", "-MMMM", 5, 4, 10000, 10000, 8000, "Incomplete", "incomplete");
    row("V7", "rrrrr", 0, 0, -1, -1, 10000, "Incomplete", "nothing-scored");
    row("V8", "MMPPN", 5, 5, 7647, 5882, 10000, "ConditionallyQualified", "below-pass");
    // claims leave the denominator as well, but count as answered
    row("claimed", "MMMxM", 5, 5, 10000, 10000, 10000, "Qualified", "qualified");
    row("claimed gate", "xMMMM", 5, 5, 10000, 10000, 10000, "NaNotAccepted", "na-not-accepted");
    row("nothing answered", "-----", 5, 0, -1, -1, 0, "Incomplete", "incomplete");
    row("all not met", "NNNNN", 5, 5, 0, 0, 10000, "NotQualified", "gate-not-met");
}

void TestScoreBoard::workedExamples()
{
    QFETCH(QByteArray, answers);
    const ScoreSheet sheet = sheetOf(fiveAnswers(answers));
    QTEST(sheet.overall.applicable, "applicable");
    QTEST(sheet.overall.answered, "answered");
    QTEST(sheet.overall.graded.hundredths(sheet.marks).value_or(-1), "graded");
    QTEST(sheet.overall.strict.hundredths(sheet.marks).value_or(-1), "strict");
    QTEST(sheet.overall.completeness().hundredths(sheet.marks).value_or(-1), "completeness");
    QTEST(textOf(sheet.outcome.kind), "outcome");
    QTEST(sheet.outcome.reasons.first().rule, "rule");
    QCOMPARE(sheet.sections.size(), 1);
    QCOMPARE(sheet.sections.first().graded, sheet.overall.graded);
}

void TestScoreBoard::poolingDoesNotLetATinySectionFail()
{
    // V9: 10 criticals Met in one section, 2 minors Not met in another.
    PackBuilder pack = aPack();
    pack.withSection("A");
    QList<QByteArray> ids;
    for (int i = 1; i <= 10; ++i) {
        ids.append("A-" + QByteArray::number(i));
        pack.withCriterion(ids.last().constData(), Criticality::Critical);
    }
    pack.withSection("B").withCriterion("B-1", Criticality::Minor).withCriterion("B-2", Criticality::Minor);
    ScoringInput input;
    input.packs = pack.set();
    for (const Criterion &each : input.packs.criteria()) {
        Response response;
        response.key = {each.id, {}, Party::Auditor};
        response.level = each.section.text() == u'A' ? ResponseLevel::Met : ResponseLevel::NotMet;
        input.responses.append(response);
    }
    const ScoreSheet sheet = sheetOf(input);
    QCOMPARE(sheet.overall.graded, (Score {50, 52}));
    QCOMPARE(sheet.overall.graded.hundredths(sheet.marks).value(), 9615);
    QCOMPARE(sheet.sections[1].graded, (Score {0, 2}));
    QCOMPARE(sheet.outcome.kind, OutcomeKind::Qualified);
}

void TestScoreBoard::aFloorHoldsForALargeEnoughSection()
{
    PackBuilder pack = aPack();
    pack.withSection("A");
    for (int i = 1; i <= 30; ++i)
        pack.withCriterion(("A-" + QByteArray::number(i)).constData(), Criticality::Critical);
    pack.withSection("B");
    for (int i = 1; i <= 5; ++i)
        pack.withCriterion(("B-" + QByteArray::number(i)).constData(), Criticality::Major);
    ScoringInput input;
    input.packs = pack.set();
    for (const Criterion &each : input.packs.criteria()) {
        Response response;
        response.key = {each.id, {}, Party::Auditor};
        const bool fails = each.id == criterion("B-1") || each.id == criterion("B-2");
        response.level = fails ? ResponseLevel::NotMet : ResponseLevel::Met;
        input.responses.append(response);
    }
    const ScoreSheet sheet = sheetOf(input); // B: 9/15 = 60 %, five items of weight 15
    QCOMPARE(sheet.outcome.kind, OutcomeKind::ConditionallyQualified);
    QCOMPARE(sheet.outcome.reasons.first().rule, QStringLiteral("section-floor"));
    QCOMPARE(sheet.outcome.reasons.first().sections, QList<SectionId> {SectionId(QStringLiteral("B"))});
}

void TestScoreBoard::anAuditInWhichNothingIsScoredIsNeverPassed()
{
    ScoringInput input;
    input.packs = aPack().withCriterion("A-1", Criticality::Minor).set();
    Response response;
    response.key = {criterion("A-1"), {}, Party::Auditor};
    response.level = ResponseLevel::NotApplicable;
    input.responses = {response};
    const ScoreSheet sheet = sheetOf(input);
    QVERIFY(!sheet.overall.graded.isDefined());
    QCOMPARE(sheet.outcome.kind, OutcomeKind::Incomplete);
    QCOMPARE(sheet.outcome.reasons.first().rule, QStringLiteral("nothing-scored"));
}

void TestScoreBoard::anUnknownFactLeavesTheOutcomeIncompleteAndIsNamed()
{
    const ScoreSheet sheet = sheetOf(fiveAnswers("MM?MM"));
    QCOMPARE(sheet.outcome.kind, OutcomeKind::Incomplete);
    QCOMPARE(sheet.overall.undetermined, 1);
    QCOMPARE(sheet.overall.applicable, 4);
    QCOMPARE(sheet.missingFacts, QList<FactId> {FactId(QStringLiteral("f3"))});
    QCOMPARE(sheet.outcome.reasons.first().criteria, QList<CriterionId> {criterion("A-3")});
    QCOMPARE(sheet.overall.low, (Score {14, 17}));
    QCOMPARE(sheet.overall.high, (Score {17, 17}));
}

void TestScoreBoard::aClaimOnAGateNeedsAcceptance()
{
    ScoringInput input = fiveAnswers("xMMMM");
    QCOMPARE(sheetOf(input).outcome.reasons.first().criteria, QList<CriterionId> {criterion("A-1")});
    input.responses.first().naAccepted = true;
    QCOMPARE(sheetOf(input).outcome.kind, OutcomeKind::Qualified);
}

void TestScoreBoard::openFindingsDecide_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<FindingState>("state");
    QTest::addColumn<OutcomeKind>("outcome");
    QTest::newRow("critical") << 1 << Severity::Critical << FindingState::Noted << OutcomeKind::NotQualified;
    QTest::newRow("critical, withdrawn") << 1 << Severity::Critical << FindingState::Withdrawn << OutcomeKind::Qualified;
    QTest::newRow("major") << 1 << Severity::Major << FindingState::Confirmed << OutcomeKind::ConditionallyQualified;
    QTest::newRow("major, closed") << 1 << Severity::Major << FindingState::Closed << OutcomeKind::Qualified;
    QTest::newRow("ten minors") << 10 << Severity::Minor << FindingState::Noted << OutcomeKind::Qualified;
    QTest::newRow("eleven minors") << 11 << Severity::Minor << FindingState::Noted
                                   << OutcomeKind::ConditionallyQualified;
}

void TestScoreBoard::openFindingsDecide()
{
    QFETCH(int, count);
    QFETCH(Severity, severity);
    QFETCH(FindingState, state);
    ScoringInput input = fiveAnswers("MMMMM");
    for (int i = 0; i < count; ++i) {
        Finding finding;
        finding.severity = severity;
        finding.state = state;
        finding.criteria = {criterion("A-3")};
        input.findings.append(finding);
    }
    const ScoreSheet sheet = sheetOf(input);
    QTEST(sheet.outcome.kind, "outcome");
    if (sheet.outcome.kind != OutcomeKind::Qualified)
        QCOMPARE(sheet.outcome.reasons.first().criteria, QList<CriterionId> {criterion("A-3")});
}

void TestScoreBoard::perFacilityTakesTheWorstForGatesAndTheMeanOtherwise()
{
    ScoringInput input;
    input.packs = aPack()
                      .withCriterion("A-1", Criticality::Critical, Mark::Gate)
                      .marked(Mark::PerFacility)
                      .withCriterion("A-2", Criticality::Major, Mark::PerFacility)
                      .set();
    for (const char *name : {"x", "y", "z"})
        input.facilities.append({FacilityId(QString::fromLatin1(name)), QString::fromLatin1(name), {}, {}});
    const char *levels = "MMP";
    for (const char *id : {"A-1", "A-2"})
        for (int i = 0; i < 3; ++i) {
            Response response;
            response.key = {criterion(id), input.facilities[i].id, Party::Auditor};
            response.level = levelOf(levels[i]);
            input.responses.append(response);
        }
    const auto board = ScoreBoard::make(input);
    // Gate: the worst, 5 x 1/2. Other: the mean of 1, 1, 1/2, times 3.
    QCOMPARE(board->part(criterion("A-1")).graded, (Score {1, 2}));
    QCOMPARE(board->part(criterion("A-2")).graded, (Score {5, 6}));
    QCOMPARE(board->part(criterion("A-2")).strict, (Score {2, 3}));
    QCOMPARE(board->overall().graded, (Score {5, 8}));
    QCOMPARE(board->overall().applicable, 2);
    QCOMPARE(board->overall().gatesPartiallyMet, 1);
    QCOMPARE(board->part(criterion("A-1")).level, ResponseLevel::PartiallyMet);
}

void TestScoreBoard::aPartiallyAnsweredCriterionStaysOpen()
{
    ScoringInput input;
    input.packs = aPack().withCriterion("A-1", Criticality::Major, Mark::PerFacility).set();
    for (const char *name : {"x", "y"})
        input.facilities.append({FacilityId(QString::fromLatin1(name)), QString::fromLatin1(name), {}, {}});
    Response response;
    response.key = {criterion("A-1"), input.facilities[0].id, Party::Auditor};
    response.level = ResponseLevel::Met;
    input.responses = {response};
    const ScoreSheet sheet = sheetOf(input);
    QCOMPARE(sheet.overall.answered, 0);
    QCOMPARE(sheet.outcome.kind, OutcomeKind::Incomplete);
    QCOMPARE(sheet.overall.graded, (Score {1, 1}));
    QCOMPARE(sheet.overall.low, (Score {1, 2}));
    QCOMPARE(sheet.overall.high, (Score {1, 1}));
}

void TestScoreBoard::advisoryAndExpressLeaveTheScoreAlone()
{
    ScoringInput input;
    input.packs = aPack()
                      .withCriterion("A-1", Criticality::Major, Mark::Express)
                      .withCriterion("A-2", Criticality::Major)
                      .withCriterion("A-3", Criticality::Major, Mark::Advisory)
                      .set();
    for (const char *id : {"A-1", "A-3"}) {
        Response response;
        response.key = {criterion(id), {}, Party::Auditor};
        response.level = *id == 'A' && id[2] == '1' ? ResponseLevel::Met : ResponseLevel::NotMet;
        input.responses.append(response);
    }
    QCOMPARE(sheetOf(input).overall.applicable, 2);
    QCOMPARE(sheetOf(input).outcome.kind, OutcomeKind::Incomplete);
    input.expressOnly = true;
    const auto board = ScoreBoard::make(input);
    QCOMPARE(board->overall().applicable, 1);
    QCOMPARE(board->outcomeKind(), OutcomeKind::Qualified);
    QVERIFY(!board->part(criterion("A-2")).inScope);
    QVERIFY(!board->part(criterion("A-3")).isScored);
}

void TestScoreBoard::onlyTheChosenPartysAnswersCount()
{
    ScoringInput input = fiveAnswers("MMMMM");
    input.party = Party::Centre;
    QCOMPARE(sheetOf(input).overall.answered, 0);
    for (Response &response : input.responses)
        response.key.party = Party::Centre;
    QCOMPARE(sheetOf(input).outcome.kind, OutcomeKind::Qualified);
}

void TestScoreBoard::theRangeSaysWhatCanStillChange()
{
    // All gates met, the two majors open: at worst 11/17 = 64.7 % (not qualified), at best qualified.
    const ScoreSheet open = sheetOf(fiveAnswers("MM--M"));
    QCOMPARE(open.overall.low, (Score {11, 17}));
    QCOMPARE(open.overall.high, (Score {17, 17}));
    QCOMPARE(open.outcomeAtLow, OutcomeKind::NotQualified);
    QCOMPARE(open.outcomeAtHigh, OutcomeKind::Qualified);
    QVERIFY(!open.isDecided());
    QCOMPARE(open.canChange, (QList<CriterionId> {criterion("A-3"), criterion("A-4")}));
    // A gate not met decides, whatever is open.
    const ScoreSheet decided = sheetOf(fiveAnswers("NM--M"));
    QVERIFY(decided.isDecided());
    QVERIFY(decided.canChange.isEmpty());
    // Only the minor is open: 16/17 or 17/17, qualified both ways.
    QVERIFY(sheetOf(fiveAnswers("MMMM-")).isDecided());
    // A gate is open, the rest is answered: it alone can change the outcome; the open minor cannot.
    QCOMPARE(sheetOf(fiveAnswers("-MMM-")).canChange.first(), criterion("A-1"));
}

void TestScoreBoard::reasonsNameTheCriteriaBehindTheRule()
{
    const Outcome gates = sheetOf(fiveAnswers("NPMMM")).outcome;
    QCOMPARE(gates.reasons.first().rule, QStringLiteral("gate-not-met"));
    QCOMPARE(gates.reasons.first().criteria, QList<CriterionId> {criterion("A-1")});
    QCOMPARE(gates.reasons.size(), 2); // 9.5/17 is below the failing mark as well
    QCOMPARE(gates.reasons.last().rule, QStringLiteral("score-too-low"));
    // A score too low is explained by what costs most first.
    QCOMPARE(gates.reasons.last().criteria, (QList<CriterionId> {criterion("A-1"), criterion("A-2")}));
}

void TestScoreBoard::tooManyFacilitiesAreRefused()
{
    ScoringInput input = fiveAnswers("MMMMM");
    for (int i = 0; i <= ScoreBoard::maxFacilities; ++i)
        input.facilities.append({FacilityId(QString::number(i)), {}, {}, {}});
    const auto board = ScoreBoard::make(input);
    QVERIFY(!board);
    QCOMPARE(board.error().code, ErrorCode::TooLarge);
}

QTEST_GUILESS_MAIN(TestScoreBoard)
#include "tst_scoreboard.moc"
