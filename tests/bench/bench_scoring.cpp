// SPDX-License-Identifier: GPL-3.0-or-later
// What one changed answer, one changed fact and a full score cost.
#include "core/analytics/readiness.h"
#include "core/pack/packreader.h"
#include "core/scoring/scoreboard.h"
#include "tests/bench/figures.h"
#include "tests/bench/syntheticpack.h"

#include <random>

using namespace cq;
using namespace cq::bench;

namespace {

constexpr int edits = 50'000;
constexpr int factEdits = 2'000;
constexpr int fullScores = 40;

PackSet packsOf(int criteria)
{
    const auto read = PackReader::read(syntheticPack(criteria));
    if (!read.pack)
        throw std::runtime_error(read.faults.first().message.toStdString());
    return required(PackSet::make({*read.pack}));
}

ResponseLevel drawnLevel(std::mt19937 &random)
{
    // As audits go: nine of ten are met, few are claimed not applicable.
    const auto drawn = random() % 100;
    return drawn < 88 ? ResponseLevel::Met
        : drawn < 94  ? ResponseLevel::PartiallyMet
        : drawn < 97  ? ResponseLevel::NotMet
        : drawn < 98  ? ResponseLevel::NotApplicable
                      : ResponseLevel::NotAssessed;
}

/// A fully described centre with three facilities, every criterion answered.
ScoringInput inputOf(const PackSet &packs, std::mt19937 &random)
{
    ScoringInput input;
    input.packs = packs;
    for (int flag = 0; flag < flagCount; ++flag) {
        const FactId fact(flagName(flag));
        input.profile.insert(fact, {fact, FactValue(true), {}, {}});
    }
    for (const char *name : {"ward", "unit", "laboratory"})
        input.facilities.append({FacilityId(QString::fromLatin1(name)), {}, {}, {}});
    for (const Criterion &criterion : packs.criteria())
        for (const Facility &facility : criterion.perFacility ? input.facilities : QList<Facility> {Facility()}) {
            Response response;
            response.key = {criterion.id, facility.id, Party::Auditor};
            response.level = drawnLevel(random);
            input.responses.append(response);
        }
    return input;
}

// The figures of a board that drifted would mean nothing.
void mustAgree(const ScoreBoard &board, const ScoringInput &input)
{
    const ScoreSheet kept = board.sheet();
    const ScoreSheet fresh = required(ScoreBoard::make(input)).sheet();
    if (kept.overall != fresh.overall || kept.sections != fresh.sections || kept.outcome != fresh.outcome
        || kept.canChange != fresh.canChange)
        throw std::runtime_error("the score kept up to date is not the full score");
}

void answers(ScoreBoard &board, ScoringInput &input, std::mt19937 &random, const QString &of)
{
    struct Edit
    {
        qsizetype place;
        ResponseLevel level;
    };
    std::vector<Edit> plan;
    for (int i = 0; i < edits; ++i)
        plan.push_back({qsizetype(random() % size_t(input.responses.size())), drawnLevel(random)});
    int incomplete = 0;
    const auto play = [&](const Edit &edit) {
        const ResponseKey &key = input.responses[edit.place].key;
        board.setResponse(key.criterion, key.facility, edit.level, false);
        incomplete += board.outcomeKind() == OutcomeKind::Incomplete ? 1 : 0;
    };
    const qint64 begin = nowNs();
    for (const Edit &edit : plan)
        play(edit);
    const qint64 mean = (nowNs() - begin) / edits;
    Samples single;
    for (const Edit &edit : plan)
        single.time([&] { play(edit); });
    for (const Edit &edit : plan)
        input.responses[edit.place].level = edit.level;
    mustAgree(board, input);
    printTime(QStringLiteral("one answer re-scored with its outcome, %1, mean").arg(of), mean, Unit::Microseconds, "5 us");
    printTime(QStringLiteral("one answer re-scored with its outcome, %1, median").arg(of), single.percentile(50),
        Unit::Microseconds, "5 us");
    printTime(QStringLiteral("one answer re-scored with its outcome, %1, 95th percentile").arg(of),
        single.percentile(95), Unit::Microseconds, "5 us");
}

void facts(ScoreBoard &board, const ScoringInput &input, const QString &of)
{
    const FactId fact(flagName(0));
    qint64 readers = 0;
    for (const Criterion &criterion : input.packs.criteria())
        readers += criterion.applicability.names().contains(fact.text()) ? 1 : 0;
    Samples toggled;
    for (int i = 0; i < factEdits; ++i)
        toggled.time([&] { board.setFact(fact, FactValue(i % 2 == 1)); });
    mustAgree(board, input);
    printCount(QStringLiteral("criteria that read the fact, %1").arg(of), readers, "criteria");
    printTime(QStringLiteral("a profile fact toggled, %1, mean").arg(of), toggled.mean(), Unit::Microseconds, "1000 us");
    printTime(QStringLiteral("a profile fact toggled, %1, median").arg(of), toggled.percentile(50), Unit::Microseconds,
        "1000 us");
    printTime(QStringLiteral("a profile fact toggled, %1, 95th percentile").arg(of), toggled.percentile(95),
        Unit::Microseconds, "1000 us");
}

// As the page for quality managers asks for it after each change.
void fixes(int criteria)
{
    std::mt19937 random(7);
    const ScoringInput input = inputOf(packsOf(criteria), random);
    const ScoreBoard board = required(ScoreBoard::make(input));
    const QString of = QStringLiteral("%1 criteria").arg(criteria);
    Samples taken;
    qsizetype steps = 0;
    for (int round = 0; round < 3; ++round)
        taken.time([&] { steps += fixesForOutcome(board, {}, 5).size(); });
    if (steps != 15)
        throw std::runtime_error("the plan does not have its five steps");
    printCount(QStringLiteral("gaps, %1").arg(of), gapsOf(board).size(), "gaps");
    printTime(QStringLiteral("the five fixes that gain most, %1, median").arg(of), taken.percentile(50),
        Unit::Milliseconds, "50 ms");
}

void measure(int criteria)
{
    std::mt19937 random(7);
    const QString of = QStringLiteral("%1 criteria").arg(criteria);
    ScoringInput input = inputOf(packsOf(criteria), random);
    ScoreBoard board = required(ScoreBoard::make(input));
    answers(board, input, random, of);
    facts(board, input, of);
    Samples full, sheet;
    qsizetype open = 0;
    for (int i = 0; i < fullScores; ++i) {
        full.time([&] { open += required(ScoreBoard::make(input)).sheet().canChange.size(); });
        sheet.time([&] { open += board.sheet().canChange.size(); });
    }
    const char *aim = criteria == 5000 ? "2 ms" : "";
    printTime(QStringLiteral("full score, %1, mean").arg(of), full.mean(), Unit::Milliseconds, aim);
    printTime(QStringLiteral("full score, %1, median").arg(of), full.percentile(50), Unit::Milliseconds, aim);
    printTime(QStringLiteral("full score, %1, 95th percentile").arg(of), full.percentile(95), Unit::Milliseconds, aim);
    printTime(QStringLiteral("score sheet of a board, %1, mean").arg(of), sheet.mean(), Unit::Milliseconds);
}

} // namespace

int main()
{
    return guarded([] {
        measure(200);
        measure(5000);
        fixes(177);
        fixes(5000);
    });
}
