// SPDX-License-Identifier: GPL-3.0-or-later
// Random edits: the board kept up to date edit by edit, one built afresh, and a plain calculation must agree.
#include "core/scoring/scoreboard.h"
#include "tests/support/packbuilder.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace cq;
using namespace cq::testing;

namespace {

constexpr int sequences = 10000;
constexpr int editsEach = 8;

// Soak runs draw other sequences: packaging/soak.sh sets CQ_SEED.
unsigned seedOf(int sequence)
{
    return unsigned(qEnvironmentVariableIntValue("CQ_SEED")) * 1'000'003U + unsigned(sequence);
}

const char *const facts[] = {"f1", "f2", "f3"};

PackSet mixedPack()
{
    PackBuilder pack = aPack();
    for (const char *fact : facts)
        pack.withFact(fact);
    return pack.withSection("A")
        .withCriterion("A-1", Criticality::Critical, Mark::Gate)
        .withCriterion("A-2", Criticality::Critical, Mark::Gate, "f1")
        .withCriterion("A-3", Criticality::Major, Mark::PerFacility)
        .withSection("A1", "f2", "A")
        .withCriterion("A1-1", Criticality::Major)
        .withCriterion("A1-2", Criticality::Minor, Mark::Advisory)
        .withSection("B", "f2 or not f3")
        .withCriterion("B-1", Criticality::Critical, Mark::Gate)
        .marked(Mark::PerFacility)
        .withCriterion("B-2", Criticality::Major, Mark::None, "f1 and f3")
        .withCriterion("B-3", Criticality::Minor)
        .withCriterion("B-4", Criticality::Minor)
        .withCriterion("B-5", Criticality::Major)
        .withCriterion("B-6", Criticality::Major)
        .set();
}

// A fraction in lowest terms, for a calculation that shares nothing with the engine.
struct Fraction
{
    qint64 top = 0, bottom = 1;
    Fraction operator+(Fraction other) const
    {
        const qint64 a = top * other.bottom + other.top * bottom, b = bottom * other.bottom;
        const qint64 d = std::gcd(a, b);
        return d == 0 ? Fraction {0, 1} : Fraction {a / d, b / d};
    }
};

class Edits
{
public:
    explicit Edits(unsigned seed)
        : m_random(seed)
    {
        input.packs = mixedPack();
        for (const char *name : {"x", "y", "z"})
            input.facilities.append({FacilityId(QString::fromLatin1(name)), {}, {}, {}});
    }

    int below(int bound) { return int(m_random() % unsigned(bound)); }

    // One random edit of an answer or a fact, on the input and on the board.
    void edit(ScoreBoard &board)
    {
        if (below(5) == 0) {
            const FactId fact(QString::fromLatin1(facts[below(3)]));
            const std::optional<FactValue> value
                = below(3) == 0 ? std::nullopt : std::optional<FactValue>(below(2) == 0);
            input.profile.insert(fact, {fact, value, {}, {}});
            board.setFact(fact, value);
            return;
        }
        const Criterion &criterion = input.packs.criteria()[below(int(input.packs.criteria().size()))];
        const FacilityId facility = criterion.perFacility ? input.facilities[below(3)].id : FacilityId();
        set(board, {criterion.id, facility, Party::Auditor}, ResponseLevel(below(5)), below(2) == 0);
    }

    void set(ScoreBoard &board, const ResponseKey &key, ResponseLevel level, bool accepted)
    {
        input.responses.removeIf([&](const Response &response) { return response.key == key; });
        Response response;
        response.key = key;
        response.level = level;
        response.naAccepted = accepted;
        input.responses.append(response);
        board.setResponse(key.criterion, key.facility, level, accepted);
    }

    ResponseLevel levelAt(const CriterionId &criterion, const FacilityId &facility) const
    {
        for (const Response &response : input.responses)
            if (response.key.criterion == criterion && response.key.facility == facility)
                return response.level;
        return ResponseLevel::NotAssessed;
    }

    ScoringInput input;

private:
    std::mt19937 m_random;
};

bool sameSheets(const ScoreSheet &a, const ScoreSheet &b)
{
    return a.overall == b.overall && a.sections == b.sections && a.outcome == b.outcome
        && a.outcomeAtLow == b.outcomeAtLow && a.outcomeAtHigh == b.outcomeAtHigh && a.canChange == b.canChange
        && a.missingFacts == b.missingFacts && a.marks == b.marks;
}

// The graded score by the words of domain.md section 2.2, criterion by criterion.
Score plainGraded(const Edits &edits, const ScoreBoard &board)
{
    Fraction earned;
    qint64 possible = 0;
    for (const Criterion &criterion : edits.input.packs.criteria()) {
        if (criterion.isAdvisory || board.applicability(criterion.id).truth != Truth::Yes)
            continue;
        QList<qint64> values;
        const QList<Facility> places = criterion.perFacility ? edits.input.facilities : QList<Facility> {Facility()};
        for (const Facility &place : places)
            switch (edits.levelAt(criterion.id, place.id)) {
            case ResponseLevel::Met:
                values.append(2);
                break;
            case ResponseLevel::PartiallyMet:
                values.append(1);
                break;
            case ResponseLevel::NotMet:
                values.append(0);
                break;
            case ResponseLevel::NotApplicable:
            case ResponseLevel::NotAssessed:
                break;
            }
        if (values.isEmpty())
            continue;
        const qint64 sum = std::accumulate(values.begin(), values.end(), qint64 {0});
        const qint64 worst = *std::min_element(values.begin(), values.end());
        earned = earned
            + (criterion.isGate ? Fraction {criterion.weight * worst, 2}
                                : Fraction {criterion.weight * sum, 2 * qint64(values.size())});
        possible += criterion.weight;
    }
    return {earned.top, possible * earned.bottom};
}

} // namespace

class TestScoreBoardEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditedBoardEqualsAFreshOneAndAPlainCalculation();
    void theEndsOfTheRangeAreTheScoresOfTheFilledInAudit();
    void improvingAnAnswerNeverLowersAScore();
};

void TestScoreBoardEdits::anEditedBoardEqualsAFreshOneAndAPlainCalculation()
{
    for (int sequence = 0; sequence < sequences; ++sequence) {
        Edits edits {seedOf(sequence)};
        ScoreBoard board = *ScoreBoard::make(edits.input);
        for (int i = 0; i < editsEach; ++i)
            edits.edit(board);
        const ScoreBoard fresh = *ScoreBoard::make(edits.input);
        QVERIFY2(sameSheets(board.sheet(), fresh.sheet()), qPrintable(QStringLiteral("sequence %1").arg(sequence)));
        QVERIFY2(board.overall().graded == plainGraded(edits, board),
            qPrintable(QStringLiteral("plain calculation, sequence %1").arg(sequence)));
        QCOMPARE(board.outcomeKind(), board.sheet().outcome.kind);
    }
}

void TestScoreBoardEdits::theEndsOfTheRangeAreTheScoresOfTheFilledInAudit()
{
    for (int sequence = 0; sequence < 2000; ++sequence) {
        Edits edits {seedOf(sequence + 50000)};
        ScoreBoard board = *ScoreBoard::make(edits.input);
        for (int i = 0; i < 2 * editsEach; ++i)
            edits.edit(board);
        for (const char *name : facts)
            if (const FactId fact(QString::fromLatin1(name)); !edits.input.profile.value(fact).value) {
                edits.input.profile.insert(fact, {fact, FactValue(edits.below(2) == 0), {}, {}});
                board.setFact(fact, edits.input.profile.value(fact).value);
            }
        const ScoreSheet open = board.sheet();
        for (const ResponseLevel fill : {ResponseLevel::NotMet, ResponseLevel::Met}) {
            Edits filled = edits;
            ScoreBoard copy = *ScoreBoard::make(filled.input);
            for (const Criterion &criterion : filled.input.packs.criteria())
                for (const FacilityId &facility : copy.part(criterion.id).facilities)
                    if (filled.levelAt(criterion.id, facility) == ResponseLevel::NotAssessed)
                        filled.set(copy, {criterion.id, facility, Party::Auditor}, fill, false);
            const bool isLow = fill == ResponseLevel::NotMet;
            QCOMPARE(copy.overall().graded, isLow ? open.overall.low : open.overall.high);
            QCOMPARE(copy.outcomeKind(), isLow ? open.outcomeAtLow : open.outcomeAtHigh);
            for (qsizetype i = 0; i < open.sections.size(); ++i)
                QCOMPARE(copy.section(int(i)).graded, isLow ? open.sections[i].low : open.sections[i].high);
        }
    }
}

void TestScoreBoardEdits::improvingAnAnswerNeverLowersAScore()
{
    const ResponseLevel ladder[] = {ResponseLevel::NotMet, ResponseLevel::PartiallyMet, ResponseLevel::Met};
    int compared = 0;
    for (int sequence = 0; sequence < 2000; ++sequence) {
        Edits edits {seedOf(sequence + 90000)};
        ScoreBoard board = *ScoreBoard::make(edits.input);
        for (int i = 0; i < 2 * editsEach; ++i)
            edits.edit(board);
        for (const Criterion &criterion : edits.input.packs.criteria())
            for (const FacilityId &facility : board.part(criterion.id).facilities) {
                const ResponseLevel before = edits.levelAt(criterion.id, facility);
                for (int step = 0; step < 2; ++step) {
                    if (before != ladder[step])
                        continue;
                    const SectionScore was = board.overall();
                    board.setResponse(criterion.id, facility, ladder[step + 1], false);
                    const SectionScore now = board.overall();
                    board.setResponse(criterion.id, facility, before, false);
                    QVERIFY(now.low >= was.low || !was.low.isDefined());
                    QVERIFY(now.high >= was.high || !was.high.isDefined());
                    if (!was.graded.isDefined())
                        continue;
                    QVERIFY(now.graded >= was.graded);
                    QVERIFY(now.strict >= was.strict);
                    ++compared;
                }
            }
    }
    QVERIFY(compared > 1000);
}

QTEST_GUILESS_MAIN(TestScoreBoardEdits)
#include "tst_scoreboardedits.moc"
