// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"
#include "core/pack/packset.h"

namespace cq {

/// What scoring reads, and nothing else: no clock, no locale, no file.
struct ScoringInput
{
    PackSet packs;
    CentreProfile profile;
    QList<Facility> facilities; ///< those in the audit's scope
    bool expressOnly = false; ///< only criteria flagged express
    Party party = Party::Auditor; ///< whose answers count
    QList<Response> responses; ///< of any party; others are passed over
    QList<Finding> findings;

    /// The input that an audit record and its packs stand for: the result as it is now, verified answers included.
    static ScoringInput of(const AuditRecord &record, const PackSet &packs);
    /// The same before any action: no verified answer, and every finding that was not withdrawn open.
    static ScoringInput asAudited(const AuditRecord &record, const PackSet &packs);

    /// What is given in the lane of `followUp` counts instead of what stands in `party` at the same place.
    void replaceBy(Party followUp);
};

} // namespace cq
