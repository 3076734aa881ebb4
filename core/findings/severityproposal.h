// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/finding.h"
#include "core/pack/criterion.h"

namespace cq {

/// What an answer suggests, before an auditor decides.
struct SeverityProposal
{
    FindingKind kind = FindingKind::Nonconformity;
    Severity severity = Severity::Minor;
    bool operator==(const SeverityProposal &) const = default;
};

/// By the pack's table from criticality, gate and level (domain.md section 2.2); a repeat goes one step up. Nothing for
/// levels that raise no finding.
std::optional<SeverityProposal> proposeSeverity(
    const ScoringPolicy &policy, const Criterion &criterion, ResponseLevel level, bool isRepeat);

/// Day by which the centre is to have closed the finding (plan day where the pack sets no closure), from the day raised.
QDate proposeDueDate(const ScoringPolicy &policy, Severity severity, QDate raisedOn);

/// Day by which the centre is to answer with its plan, from the day it is asked. Null where the pack sets none.
QDate proposeAnswerDay(const ScoringPolicy &policy, Severity severity, QDate askedOn);

/// Day on the wall by which people must be protected, from the moment the centre is asked. Null where the pack sets none.
QDate proposeContainmentDay(const ScoringPolicy &policy, Severity severity, const Timestamp &askedAt);

} // namespace cq
