// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/readiness.h"

#include <algorithm>
#include <tuple>

namespace cq {

namespace {

bool counts(const ScoreBoard::Part &part)
{
    return part.isScored && part.inScope && part.applies == Truth::Yes;
}

// An undefined score is worse than any.
bool isHigher(const Score &a, const Score &b)
{
    if (!a.isDefined() || !b.isDefined())
        return a.isDefined() && !b.isDefined();
    return a > b;
}

// How far a board is on its way: the deciding rule, and the gates that stand in the way.
auto wayOf(const ScoreBoard &board)
{
    const QList<OutcomeRule> &rules = board.packs().policy().outcomeRules;
    const QString deciding = board.decidingRule();
    const auto rule = std::find_if(rules.cbegin(), rules.cend(), [&](const auto &known) { return known.id == deciding; });
    const qsizetype place = rule == rules.cend() ? -1 : rule - rules.cbegin();
    const SectionScore &overall = board.overall();
    return std::tuple(place, -(overall.gatesNotMet + overall.gatesUnanswered), -overall.gatesPartiallyMet);
}

QList<CriterionId> gapsIn(const ScoreBoard &board, int section)
{
    const PackSet &packs = board.packs();
    QList<CriterionId> found;
    for (const Gap &gap : gapsOf(board))
        for (int place = packs.indexOf(gap.section); place >= 0; place = packs.indexOf(packs.sections().at(place).parent))
            if (place == section)
                found.append(gap.criterion);
    return found;
}

/// Takes the best candidate, `count` times; `isBetter` says whether a board leads further than another, `graded` whose
/// score the step tells.
template <class Better, class Graded>
QList<Fix> planOf(const ScoreBoard &board, const QList<Finding> &findings, QList<CriterionId> candidates, int count,
    Better &&isBetter, Graded &&graded)
{
    QList<Fix> plan;
    QSet<CriterionId> fixed;
    while (plan.size() < count && !candidates.isEmpty()) {
        std::optional<ScoreBoard> best;
        CriterionId chosen;
        for (const CriterionId &candidate : candidates) {
            ScoreBoard next = ifFixed(board, findings, fixed + QSet<CriterionId> {candidate});
            if (best && !isBetter(next, *best))
                continue;
            best = std::move(next);
            chosen = candidate;
        }
        fixed.insert(chosen);
        candidates.removeOne(chosen);
        plan.append({chosen, graded(*best), best->outcomeKind()});
    }
    return plan;
}

} // namespace

QList<Gap> gapsOf(const ScoreBoard &board)
{
    QList<Gap> gaps;
    for (const Criterion &criterion : board.packs().criteria()) {
        const ScoreBoard::Part part = board.part(criterion.id);
        if (!counts(part) || (!part.isOpen && (part.naClaimed || part.graded.earned == part.graded.possible)))
            continue;
        const qint64 whole = criterion.weight * ScoreBoard::one();
        gaps.append({criterion.id, criterion.section, criterion.criticality, criterion.isGate, part.isOpen, part.level,
            {part.isOpen ? whole : part.graded.possible - part.graded.earned, whole}});
    }
    std::stable_sort(gaps.begin(), gaps.end(), [](const Gap &a, const Gap &b) {
        return std::tuple(!a.isGate, -a.lost.earned) < std::tuple(!b.isGate, -b.lost.earned);
    });
    return gaps;
}

ScoreBoard ifFixed(ScoreBoard board, const QList<Finding> &findings, const QSet<CriterionId> &fixed)
{
    for (const CriterionId &criterion : fixed) {
        const ScoreBoard::Part part = board.part(criterion);
        if (part.applies == Truth::Yes)
            for (const FacilityId &facility : part.facilities)
                board.setResponse(criterion, facility, ResponseLevel::Met, false);
    }
    QList<Finding> left = findings;
    left.removeIf([&](const Finding &finding) {
        return std::all_of(finding.criteria.cbegin(), finding.criteria.cend(),
            [&](const CriterionId &criterion) { return fixed.contains(criterion); });
    });
    board.setFindings(left);
    return board;
}

QList<Fix> fixesForOutcome(const ScoreBoard &board, const QList<Finding> &findings, int count)
{
    QList<CriterionId> candidates;
    for (const Gap &gap : gapsOf(board))
        candidates.append(gap.criterion);
    // A criterion may be Met by now and still hold back the outcome through an open finding.
    for (const Finding &finding : findings)
        if (isOpenNonconformity(finding))
            for (const CriterionId &criterion : finding.criteria)
                if (!candidates.contains(criterion) && counts(board.part(criterion)))
                    candidates.append(criterion);
    return planOf(
        board, findings, candidates, count,
        [](const ScoreBoard &a, const ScoreBoard &b) {
            const auto wayA = wayOf(a), wayB = wayOf(b);
            return wayA != wayB ? wayA > wayB : isHigher(a.overall().graded, b.overall().graded);
        },
        [](const ScoreBoard &next) { return next.overall().graded; });
}

QList<Fix> fixesForSection(const ScoreBoard &board, const QList<Finding> &findings, int section, int count)
{
    if (section < 0 || section >= board.packs().sections().size())
        return {};
    const auto graded = [section](const ScoreBoard &next) { return next.section(section).graded; };
    return planOf(
        board, findings, gapsIn(board, section), count,
        [&](const ScoreBoard &a, const ScoreBoard &b) { return isHigher(graded(a), graded(b)); }, graded);
}

ClaimShare claimShareOf(const ScoreBoard &board)
{
    ClaimShare share;
    share.gatesUnaccepted = board.overall().gatesNaUnaccepted;
    for (const Criterion &criterion : board.packs().criteria()) {
        const ScoreBoard::Part part = board.part(criterion.id);
        if (!counts(part))
            continue;
        ++share.applicable;
        share.weight.possible += criterion.weight;
        if (part.naClaimed) {
            ++share.claimed;
            share.weight.earned += criterion.weight;
        }
    }
    return share;
}

} // namespace cq
