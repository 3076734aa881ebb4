// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/scoringinput.h"

namespace cq {

ScoringInput ScoringInput::of(const AuditRecord &record, const PackSet &packs)
{
    ScoringInput input;
    input.packs = packs;
    input.profile = record.centre.profile;
    for (const Facility &facility : record.centre.facilities)
        if (record.audit.scope.facilities.contains(facility.id))
            input.facilities.append(facility);
    input.expressOnly = record.audit.kind == AuditKind::Express;
    input.party = resultParty(record.audit.kind);
    input.responses = record.responses;
    input.findings = record.findings;
    return input;
}

} // namespace cq
