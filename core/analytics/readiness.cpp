// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/readiness.h"

#include <algorithm>
#include <tuple>
#include <utility>

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

QList<Finding> findingsLeft(QList<Finding> findings, const QSet<CriterionId> &fixed)
{
    findings.removeIf([&](const Finding &finding) {
        return std::all_of(finding.criteria.cbegin(), finding.criteria.cend(),
            [&](const CriterionId &criterion) { return fixed.contains(criterion); });
    });
    return findings;
}

/// A board on which steps are tried and taken back, so that it need not be copied for each.
class Trial
{
public:
    Trial(const ScoreBoard &board, const QList<Finding> &findings)
        : m_board(board)
        , m_findings(findings)
    {
        for (const Finding &finding : findings)
            for (const CriterionId &criterion : finding.criteria)
                m_named.insert(criterion);
        m_board.setFindings(findingsLeft(m_findings, m_fixed));
    }

    const ScoreBoard &board() const { return m_board; }

    void fix(const CriterionId &criterion)
    {
        m_fixed.insert(criterion);
        for (const ScoreBoard::Answer &answer : m_board.answers(criterion))
            m_board.setResponse(criterion, answer.facility, ResponseLevel::Met, false);
        takeFindings(criterion);
    }

    /// What `read` reads from the board where this criterion is fixed as well.
    template <class Read> auto ifFixed(const CriterionId &criterion, Read &&read)
    {
        const QList<ScoreBoard::Answer> before = m_board.answers(criterion);
        fix(criterion);
        auto reading = read(m_board);
        m_fixed.remove(criterion);
        for (const ScoreBoard::Answer &answer : before)
            m_board.setResponse(criterion, answer.facility, answer.level, answer.naAccepted);
        takeFindings(criterion);
        return reading;
    }

private:
    void takeFindings(const CriterionId &criterion)
    {
        if (m_named.contains(criterion))
            m_board.setFindings(findingsLeft(m_findings, m_fixed));
    }

    ScoreBoard m_board;
    const QList<Finding> &m_findings;
    QSet<CriterionId> m_fixed;
    QSet<CriterionId> m_named; ///< by some finding
};

/// Takes the best candidate, `count` times; `read` reads from a board what `isBetter` compares, `graded` whose score the
/// step tells.
template <class Read, class Better, class Graded>
QList<Fix> planOf(const ScoreBoard &board, const QList<Finding> &findings, QList<CriterionId> candidates, int count,
    Read &&read, Better &&isBetter, Graded &&graded)
{
    QList<Fix> plan;
    Trial trial(board, findings);
    while (plan.size() < count && !candidates.isEmpty()) {
        CriterionId chosen = candidates.constFirst();
        auto best = trial.ifFixed(chosen, read);
        for (const CriterionId &candidate : std::as_const(candidates)) {
            auto reading = trial.ifFixed(candidate, read);
            if (!isBetter(reading, best))
                continue;
            best = std::move(reading);
            chosen = candidate;
        }
        trial.fix(chosen);
        candidates.removeOne(chosen);
        plan.append({chosen, graded(trial.board()), trial.board().outcomeKind()});
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
    board.setFindings(findingsLeft(findings, fixed));
    return board;
}

QList<Fix> fixesForOutcome(const ScoreBoard &board, const QList<Finding> &findings, int count)
{
    QList<CriterionId> candidates;
    QSet<CriterionId> known;
    const auto add = [&](const CriterionId &criterion) {
        if (!known.contains(criterion))
            candidates.append(criterion);
        known.insert(criterion);
    };
    for (const Gap &gap : gapsOf(board))
        add(gap.criterion);
    // A criterion may be Met by now and still hold back the outcome through an open finding.
    for (const Finding &finding : findings)
        if (isOpenNonconformity(finding))
            for (const CriterionId &criterion : finding.criteria)
                if (counts(board.part(criterion)))
                    add(criterion);
    const auto graded = [](const ScoreBoard &next) { return next.overall().graded; };
    return planOf(
        board, findings, candidates, count, [&](const ScoreBoard &next) { return std::pair(wayOf(next), graded(next)); },
        [](const auto &a, const auto &b) {
            return a.first != b.first ? a.first > b.first : isHigher(a.second, b.second);
        },
        graded);
}

QList<Fix> fixesForSection(const ScoreBoard &board, const QList<Finding> &findings, int section, int count)
{
    if (section < 0 || section >= board.packs().sections().size())
        return {};
    const auto graded = [section](const ScoreBoard &next) { return next.section(section).graded; };
    return planOf(board, findings, gapsIn(board, section), count, graded, isHigher, graded);
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
