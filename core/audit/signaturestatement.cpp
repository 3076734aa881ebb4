// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/signaturestatement.h"

namespace cq {

std::optional<SignaturePlace> placeOf(Role role)
{
    switch (role) {
    case Role::LeadAuditor:
    case Role::Auditor:
    case Role::TechnicalExpert:
        return SignaturePlace::LeadAuditor;
    case Role::QualityManager:
        return SignaturePlace::Centre;
    case Role::Reviewer:
        return SignaturePlace::Reviewer;
    case Role::Observer:
        break;
    }
    return std::nullopt;
}

} // namespace cq
