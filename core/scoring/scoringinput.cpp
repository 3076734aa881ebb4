// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/scoringinput.h"

#include <QHash>

#include <utility>

namespace cq {

namespace {

ScoringInput asSubmitted(const AuditRecord &record, const PackSet &packs)
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

} // namespace

ScoringInput ScoringInput::of(const AuditRecord &record, const PackSet &packs)
{
    ScoringInput input = asSubmitted(record, packs);
    // An audit that went back to be changed is answered anew.
    if (record.audit.state >= AuditState::ActionsOpen)
        input.replaceBy(Party::Verification);
    return input;
}

ScoringInput ScoringInput::asAudited(const AuditRecord &record, const PackSet &packs)
{
    ScoringInput input = asSubmitted(record, packs);
    for (Finding &finding : input.findings)
        if (finding.state != FindingState::Withdrawn)
            finding.state = FindingState::Confirmed;
    return input;
}

void ScoringInput::replaceBy(Party followUp)
{
    QHash<ResponseKey, Response> given;
    for (const Response &response : std::as_const(responses))
        if (response.key.party == followUp && response.level != ResponseLevel::NotAssessed)
            given.insert({response.key.criterion, response.key.facility, party}, response);
    if (given.isEmpty())
        return;
    for (Response &response : responses)
        if (const auto instead = given.constFind(response.key); instead != given.constEnd()) {
            response.level = instead->level;
            response.naAccepted = instead->naAccepted;
        }
}

} // namespace cq
