// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit.h"

namespace cq {

StateMove stateMove(AuditState from, AuditState to)
{
    if (from == to || from == AuditState::Closed || from == AuditState::Cancelled)
        return StateMove::NotAllowed;
    if (to == AuditState::Cancelled)
        return StateMove::Backward; // needs a reason too
    if (to < from)
        return StateMove::Backward;
    // What comes after submission is done step by step; actions may be absent.
    if (to > AuditState::Submitted) {
        const bool nextStep = int(to) == int(from) + 1;
        const bool withoutActions = from == AuditState::InReview && to == AuditState::Decided;
        return nextStep || withoutActions ? StateMove::Forward : StateMove::NotAllowed;
    }
    return StateMove::Forward;
}

Party resultParty(AuditKind kind)
{
    return kind == AuditKind::SelfAssessment ? Party::Centre : Party::Auditor;
}

bool isFrozen(AuditState state)
{
    return state >= AuditState::Submitted;
}

} // namespace cq
