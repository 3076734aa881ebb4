// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/finding.h"

namespace cq {

bool isOpenNonconformity(const Finding &finding)
{
    if (finding.kind != FindingKind::Nonconformity)
        return false;
    switch (finding.state) {
    case FindingState::Withdrawn:
    case FindingState::Closed:
    case FindingState::EffectivenessVerified:
        return false;
    case FindingState::Noted:
    case FindingState::Proposed:
    case FindingState::Confirmed:
    case FindingState::Modified:
    case FindingState::ResponseRequested:
    case FindingState::ResponseReceived:
    case FindingState::Accepted:
    case FindingState::Returned:
        break;
    }
    return true;
}

bool isConfirmed(FindingState state)
{
    return state != FindingState::Noted && state != FindingState::Proposed && state != FindingState::Withdrawn;
}

bool mayFollow(FindingState from, FindingState to)
{
    using S = FindingState;
    switch (from) {
    case S::Noted:
        return to == S::Proposed || to == S::Withdrawn;
    case S::Proposed:
        return to == S::Confirmed || to == S::Modified || to == S::Withdrawn;
    case S::Confirmed:
    case S::Modified:
        return to == S::ResponseRequested || to == S::Withdrawn || to == S::Closed;
    case S::ResponseRequested:
        return to == S::ResponseReceived || to == S::Withdrawn;
    case S::ResponseReceived:
        return to == S::Accepted || to == S::Returned;
    case S::Returned:
        return to == S::ResponseReceived;
    case S::Accepted:
        return to == S::Closed;
    case S::Closed:
        return to == S::EffectivenessVerified;
    case S::Withdrawn:
    case S::EffectivenessVerified:
        break;
    }
    return false;
}

bool needsReason(FindingState from, FindingState to)
{
    switch (to) {
    case FindingState::Withdrawn:
    case FindingState::Modified:
    case FindingState::Returned:
    case FindingState::EffectivenessVerified:
        return true;
    case FindingState::Closed:
        return from != FindingState::Accepted;
    case FindingState::Noted:
    case FindingState::Proposed:
    case FindingState::Confirmed:
    case FindingState::ResponseRequested:
    case FindingState::ResponseReceived:
    case FindingState::Accepted:
        break;
    }
    return false;
}

bool mayMove(FindingState from, FindingState to, const FindingPart &part)
{
    if (!mayFollow(from, to))
        return false;
    switch (to) {
    case FindingState::Confirmed:
    case FindingState::Modified:
        return part.reviews;
    case FindingState::ResponseReceived:
        return part.answers;
    case FindingState::Noted:
    case FindingState::Proposed:
    case FindingState::Withdrawn:
    case FindingState::ResponseRequested:
    case FindingState::Accepted:
    case FindingState::Returned:
    case FindingState::Closed:
    case FindingState::EffectivenessVerified:
        break;
    }
    return part.finds || part.reviews;
}

} // namespace cq
