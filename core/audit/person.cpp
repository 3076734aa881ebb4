// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/person.h"

namespace cq {

std::optional<Party> partyOf(Role role)
{
    switch (role) {
    case Role::LeadAuditor:
    case Role::Auditor:
    case Role::TechnicalExpert:
        return Party::Auditor;
    case Role::QualityManager:
        return Party::Centre;
    case Role::Reviewer:
        return Party::Reviewer;
    case Role::Observer:
        break;
    }
    return std::nullopt;
}

std::optional<Party> followUpOf(Party party)
{
    switch (party) {
    case Party::Centre:
    case Party::Correction:
        return Party::Correction;
    case Party::Auditor:
    case Party::Verification:
        return Party::Verification;
    case Party::Reviewer:
        break;
    }
    return std::nullopt;
}

} // namespace cq
