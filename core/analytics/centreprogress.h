// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditsummary.h"
#include "core/scoring/scoreboard.h"

#include <optional>

namespace cq {

/// One section, or the whole, in two audits of a centre.
struct SectionStep
{
    SectionId section; ///< empty for the whole audit
    Score before;
    Score after;
    bool operator==(const SectionStep &) const = default;
};

/// What moved between two audits of one centre.
struct CentreProgress
{
    SectionStep overall;
    QList<SectionStep> sections; ///< top-level ones that both audits know, in the later one's order
    QList<CriterionId> better; ///< answered in both, at a higher level than before
    QList<CriterionId> worse;
    bool operator==(const CentreProgress &) const = default;
};

/// Compares by the ids of sections and criteria, which outlive editions of a pack.
CentreProgress progressBetween(const ScoreBoard &before, const ScoreBoard &after);

/// The latest self-assessment of the centre that begins on an earlier day than this audit and was not cancelled. One
/// without a day is not found: nobody can say that it came before.
std::optional<AuditSummary> selfAssessmentBefore(const QList<AuditSummary> &audits, const Audit &audit);

} // namespace cq
