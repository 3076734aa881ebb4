// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/correctiveaction.h"

namespace cq {

namespace {

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

bool isAskedFor(FindingState state)
{
    return state == FindingState::ResponseRequested || state == FindingState::Returned;
}

} // namespace

QList<ActionGap> gapsOf(const Finding &finding, const CorrectiveAction &action)
{
    QList<ActionGap> gaps;
    if (finding.kind != FindingKind::Nonconformity)
        return gaps;
    if (finding.severity == Severity::Critical && isBlank(action.containment))
        gaps.append(ActionGap::Containment);
    if (isBlank(action.correction))
        gaps.append(ActionGap::Correction);
    if (isBlank(action.rootCause))
        gaps.append(ActionGap::RootCause);
    if (isBlank(action.action))
        gaps.append(ActionGap::Action);
    if (isBlank(action.owner))
        gaps.append(ActionGap::Owner);
    if (!action.dueOn.isValid())
        gaps.append(ActionGap::DueDay);
    return gaps;
}

QList<Proof> missingProofs(const CorrectiveAction &action)
{
    QList<Proof> missing;
    for (const auto &[proof, word] : EnumText<Proof>::table)
        if (isBlank(action.proofs.value(proof)))
            missing.append(proof);
    return missing;
}

bool needsEffectivenessCheck(const Finding &finding)
{
    return finding.kind == FindingKind::Nonconformity
        && (finding.severity == Severity::Critical || finding.severity == Severity::Major);
}

bool mayWrite(ActionPart part, FindingState state, const FindingPart &who)
{
    const bool judges = who.finds || who.reviews;
    switch (part) {
    case ActionPart::Plan:
        return who.answers && isAskedFor(state);
    case ActionPart::Proofs:
        return who.answers && (isAskedFor(state) || state == FindingState::Accepted);
    case ActionPart::Dates:
        return (who.answers && isAskedFor(state))
            || (judges
                && (isAskedFor(state) || state == FindingState::ResponseReceived || state == FindingState::Accepted
                    || state == FindingState::Closed));
    }
    return false;
}

bool isActionStep(FindingState to)
{
    switch (to) {
    case FindingState::ResponseRequested:
    case FindingState::ResponseReceived:
    case FindingState::Accepted:
    case FindingState::Returned:
    case FindingState::Closed:
    case FindingState::EffectivenessVerified:
        return true;
    case FindingState::Noted:
    case FindingState::Proposed:
    case FindingState::Confirmed:
    case FindingState::Modified:
    case FindingState::Withdrawn:
        break;
    }
    return false;
}

} // namespace cq
