// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/severityproposal.h"

namespace cq {

namespace {

Severity oneStepUp(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
    case Severity::Major:
        return Severity::Critical;
    case Severity::Minor:
        return Severity::Major;
    case Severity::Ofi:
        break;
    }
    return Severity::Minor;
}

} // namespace

std::optional<SeverityProposal> proposeSeverity(
    const ScoringPolicy &policy, const Criterion &criterion, ResponseLevel level, bool isRepeat)
{
    if (level != ResponseLevel::PartiallyMet && level != ResponseLevel::NotMet)
        return std::nullopt;
    const auto row = criterion.isGate ? policy.gateProposal : policy.proposals.value(criterion.criticality);
    Severity severity = level == ResponseLevel::NotMet ? row.notMet : row.partiallyMet;
    if (isRepeat)
        severity = oneStepUp(severity);
    return SeverityProposal{severity == Severity::Ofi ? FindingKind::Ofi : FindingKind::Nonconformity, severity};
}

QDate proposeDueDate(const ScoringPolicy &policy, Severity severity, QDate raisedOn)
{
    const auto time = policy.responseTimes.find(severity);
    if (time == policy.responseTimes.end())
        return {};
    return raisedOn.addDays(time->closureDays.value_or(time->planDays));
}

QDate proposeAnswerDay(const ScoringPolicy &policy, Severity severity, QDate askedOn)
{
    const auto time = policy.responseTimes.find(severity);
    return time == policy.responseTimes.end() ? QDate() : askedOn.addDays(time->planDays);
}

QDate proposeContainmentDay(const ScoringPolicy &policy, Severity severity, const Timestamp &askedAt)
{
    const auto time = policy.responseTimes.find(severity);
    if (time == policy.responseTimes.end() || !time->containmentHours)
        return {};
    constexpr qint64 hourMs = 60 * 60 * 1000;
    return Timestamp{askedAt.utcMs + *time->containmentHours * hourMs, askedAt.offsetMinutes}.localDate();
}

} // namespace cq
