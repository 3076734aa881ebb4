// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/response.h"
#include "core/review/agreement.h"
#include "core/scoring/scoreboard.h"

namespace cq {

/// How the centre's own answer stands to the auditor's (domain.md section 2.3).
enum class ComparisonClass {
    OverRated, ///< the centre rated itself higher
    ApplicabilityDisagreement, ///< one side claims "not applicable", the other rated it
    UnderRated,
    Agree,
    Open, ///< a side has not answered: nothing to compare yet
};

/// The lanes of one criterion at one place where it is answered, side by side.
struct ComparedAnswers
{
    CriterionId criterion;
    FacilityId facility; ///< empty: the whole programme
    ResponseLevel self = ResponseLevel::NotAssessed;
    ResponseLevel auditor = ResponseLevel::NotAssessed;
    ResponseLevel reviewer = ResponseLevel::NotAssessed;
    ComparisonClass kind = ComparisonClass::Open;
    bool isSurprise = false; ///< a gate that the centre rated Met and the auditor less
    ResponseLevel correction = ResponseLevel::NotAssessed; ///< the centre, after its corrective action
    ResponseLevel verification = ResponseLevel::NotAssessed; ///< the auditors, after they looked again
    bool operator==(const ComparedAnswers &) const = default;
};

/// Agreement over the pairs of one section with all below it.
struct SectionAgreement
{
    SectionId section;
    Agreement agreement;
};

/// The parties' answers to one audit, criterion by criterion.
struct Comparison
{
    /// What applies or may apply. Surprises first, then what differs by gate, criticality, class and width of the gap,
    /// then what agrees, then what is open; in reading order where these are equal. The order of open rows tells nothing of either
    /// side's answer.
    QList<ComparedAnswers> rows;
    Agreement overall;
    QList<SectionAgreement> sections; ///< in the order of the pack set
};

ComparisonClass compared(ResponseLevel self, ResponseLevel auditor);

/// Compares what stands in `responses`; the board says what applies, and where it is answered.
Comparison compareAnswers(const ScoreBoard &board, const QList<Response> &responses);

} // namespace cq
