// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scoreboard.h"

#include <QSet>

namespace cq {

// Readiness of a centre (domain.md section 8, rank 16): pure functions over a board; what they work out is never stored.

/// A criterion that is not shown to be Met.
struct Gap
{
    CriterionId criterion;
    SectionId section;
    Criticality criticality = Criticality::Major;
    bool isGate = false;
    bool isOpen = false; ///< an answer is missing; what is lost is then the whole weight
    ResponseLevel level = ResponseLevel::NotAssessed; ///< worst over its facilities
    Score lost; ///< of its own weight; possible is weight x ScoreBoard::one()
    bool operator==(const Gap &) const = default;
};

/// Gaps of the criteria that are scored and apply: gates first, then by the weight lost, in reading order where equal.
QList<Gap> gapsOf(const ScoreBoard &board);

/// The board as it would be if these criteria were Met wherever they are answered, and the findings that name no other
/// criterion were closed. Criteria that do not apply stay as they are.
ScoreBoard ifFixed(ScoreBoard board, const QList<Finding> &findings, const QSet<CriterionId> &fixed);

/// One step of a plan: the criterion to fix next, and where it and all steps before it lead.
struct Fix
{
    CriterionId criterion;
    Score graded; ///< of what the plan is for: the whole audit, or the section
    OutcomeKind outcome = OutcomeKind::Incomplete; ///< of the whole audit
    bool operator==(const Fix &) const = default;
};

/// The steps, each the one that then leads furthest: to the outcome rule that stands furthest down the policy's list, to
/// the fewest gates in the way, to the highest graded score. At most `count`; fewer where fewer are missing.
QList<Fix> fixesForOutcome(const ScoreBoard &board, const QList<Finding> &findings, int count);

/// The same for the graded score of one section with all below it, by its place in the pack set.
QList<Fix> fixesForSection(const ScoreBoard &board, const QList<Finding> &findings, int section, int count);

/// How much of the score rests on claims "not applicable".
struct ClaimShare
{
    int claimed = 0; ///< criteria that all their answers claim not applicable
    int applicable = 0; ///< criteria that apply and are scored, claimed ones included
    int gatesUnaccepted = 0; ///< gates among them that no reviewer accepted
    Score weight; ///< of the claimed criteria, over that of the applicable ones
    bool operator==(const ClaimShare &) const = default;
};

ClaimShare claimShareOf(const ScoreBoard &board);

} // namespace cq
