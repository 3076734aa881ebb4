// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/pack/scoringpolicy.h"
#include "core/scoring/score.h"

#include <QList>

namespace cq {

/// Counts and scores of one section with all below it, or of the whole audit (domain.md section 2.2).
struct SectionScore
{
    SectionId section; ///< empty for the whole audit
    Score graded; ///< partial answers at the pack's value
    Score strict; ///< partial answers as not met
    Score low; ///< graded, if everything open were not met
    Score high; ///< graded, if everything open were met
    int applicable = 0; ///< criteria that apply and are scored, claimed "not applicable" included
    int answered = 0; ///< of these, answered at every facility
    int naClaimed = 0; ///< of these, claimed not applicable by the assessor
    int naByRule = 0; ///< criteria that the profile rules out
    int undetermined = 0; ///< criteria whose rule hangs on an unknown fact
    int gatesNotMet = 0;
    int gatesPartiallyMet = 0;
    int gatesUnanswered = 0;
    int gatesNaUnaccepted = 0;

    /// Answered over applicable; the whole where nothing applies (V7).
    Score completeness() const { return applicable == 0 ? Score{1, 1} : Score{answered, applicable}; }

    bool operator==(const SectionScore &) const = default;
};

/// Why the outcome is what it is: the rule that decided and the criteria behind it.
struct Reason
{
    QString rule; ///< id of an OutcomeRule, or "nothing-scored"
    QString text; ///< the rule's sentence, in the pack's language; empty for "nothing-scored"
    QList<CriterionId> criteria; ///< empty where the rule is about the whole
    QList<SectionId> sections; ///< sections below their floor, where the rule reads them
    bool operator==(const Reason &) const = default;
};

/// The outcome, decided by the first rule that matched.
struct Outcome
{
    OutcomeKind kind = OutcomeKind::Incomplete;
    QList<Reason> reasons; ///< first the deciding one, then other rules of the same outcome that hold as well
    bool operator==(const Outcome &) const = default;
};

/// The full result of scoring one audit.
struct ScoreSheet
{
    SectionScore overall;
    QList<SectionScore> sections; ///< in the order of the pack set
    Outcome outcome;
    OutcomeKind outcomeAtLow = OutcomeKind::Incomplete;
    OutcomeKind outcomeAtHigh = OutcomeKind::Incomplete;
    QList<CriterionId> canChange; ///< open criteria that could still change the outcome; empty when decided
    QList<FactId> missingFacts; ///< unknown facts that leave applicability open
    QList<qint64> marks; ///< the marks of the outcome rules, for Score::hundredths()

    bool isDecided() const { return outcomeAtLow == outcomeAtHigh; }
};

/// Version of the rules of arithmetic in this room; stored with every result.
QString engineVersion();

} // namespace cq
