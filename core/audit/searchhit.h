// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/person.h"
#include "core/base/wordsearch.h"
#include "core/evidence/evidence.h"

namespace cq {

/// What a search finds, in the order it is shown. The words are those of the index.
enum class SearchKind { Criterion, Finding, Note, Reminder, Evidence, Audit, Centre, Facility };

template <> struct EnumText<SearchKind>
{
    static constexpr std::pair<SearchKind, const char *> table[] = {
        {SearchKind::Criterion, "criterion"},
        {SearchKind::Finding, "finding"},
        {SearchKind::Note, "note"},
        {SearchKind::Reminder, "reminder"},
        {SearchKind::Evidence, "evidence"},
        {SearchKind::Audit, "audit"},
        {SearchKind::Centre, "centre"},
        {SearchKind::Facility, "facility"},
    };
};

/// One place found. Which ids are set follows from the kind; the others are empty.
struct SearchHit
{
    SearchKind kind = SearchKind::Criterion;
    AuditId audit; ///< of a criterion, finding, note, reminder or audit
    CentreId centre; ///< of everything but a criterion
    CriterionId criterion; ///< of a criterion, note or reminder
    FacilityId facility; ///< of a facility, or of a note on a criterion answered per facility
    FindingId finding;
    EvidenceId evidence;
    Party party = Party::Auditor; ///< whose note it is
    QString code; ///< of a criterion, a finding (F-01) or a centre
    QString auditTitle;
    QString centreName;
    Excerpt text;

    bool operator==(const SearchHit &) const = default;
};

} // namespace cq
