// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/findings/riskcell.h"
#include "core/pack/scoringpolicy.h"

#include <QDate>
#include <QList>

#include <optional>

namespace cq {

/// What comparing evidence with a criterion showed (ISO 19011 vocabulary, domain.md section 6).
enum class FindingKind { Nonconformity, Ofi, GoodPractice };

template <> struct EnumText<FindingKind>
{
    static constexpr std::pair<FindingKind, const char *> table[] = {
        {FindingKind::Nonconformity, "nonconformity"},
        {FindingKind::Ofi, "ofi"},
        {FindingKind::GoodPractice, "good-practice"},
    };
};

/// Nothing is final before Confirmed (domain.md section 6).
enum class FindingState {
    Noted,
    Proposed,
    Confirmed,
    Modified,
    Withdrawn,
    ResponseRequested,
    ResponseReceived,
    Accepted,
    Returned,
    Closed,
    EffectivenessVerified,
};

template <> struct EnumText<FindingState>
{
    static constexpr std::pair<FindingState, const char *> table[] = {
        {FindingState::Noted, "noted"},
        {FindingState::Proposed, "proposed"},
        {FindingState::Confirmed, "confirmed"},
        {FindingState::Modified, "modified"},
        {FindingState::Withdrawn, "withdrawn"},
        {FindingState::ResponseRequested, "response-requested"},
        {FindingState::ResponseReceived, "response-received"},
        {FindingState::Accepted, "accepted"},
        {FindingState::Returned, "returned"},
        {FindingState::Closed, "closed"},
        {FindingState::EffectivenessVerified, "effectiveness-verified"},
    };
};

/// An object of its own, not an answer: severity is proposed from the answer, decided by the auditor, confirmed by a
/// reviewer.
struct Finding
{
    FindingId id;
    int number = 0; ///< counted from 1 within its audit; shown as F-01
    FindingKind kind = FindingKind::Nonconformity;
    Severity severity = Severity::Minor; ///< as decided; without meaning unless kind is Nonconformity
    Severity proposedSeverity = Severity::Minor;
    QList<CriterionId> criteria; ///< at least one
    FacilityId facility; ///< empty: the whole programme
    QString statement;
    QString evidence; ///< what was seen, where
    QString requestedAnswer; ///< what the centre is asked to do
    QDate dueOn; ///< null: none set
    bool isRepeat = false; ///< same root as one in an earlier audit
    std::optional<RiskCell> risk; ///< nothing: not placed in the harm and scope grid
    FindingState state = FindingState::Noted;
    QString raisedBy;
    Timestamp raisedAt;

    bool operator==(const Finding &) const = default;
};

/// Counts against the outcome: a nonconformity that is neither withdrawn nor closed.
bool isOpenNonconformity(const Finding &finding);

/// May a finding move between these states (domain.md section 6)? Backward moves are not in the table.
bool mayFollow(FindingState from, FindingState to);

/// Must it be said why? Where a finding is taken back, changed by a reviewer or returned, where a check is judged, and where
/// it is closed although nobody answered it.
bool needsReason(FindingState from, FindingState to);

/// A reviewer confirmed it, and it was not withdrawn since.
bool isConfirmed(FindingState state);

/// What a person is to a finding. In a self-assessment the centre both finds and answers.
struct FindingPart
{
    bool finds = false; ///< of the party whose answers are the audit's result
    bool reviews = false;
    bool answers = false; ///< of the centre
    bool operator==(const FindingPart &) const = default;
};

/// mayFollow(), for a person: reviewers confirm, the centre answers, and whoever finds or reviews does the rest.
bool mayMove(FindingState from, FindingState to, const FindingPart &part);

} // namespace cq
