// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/person.h"
#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/pack/responselevel.h"

namespace cq {

/// Where an answer belongs: one criterion, one facility where the criterion is answered per facility, one party.
struct ResponseKey
{
    CriterionId criterion;
    FacilityId facility; ///< empty: the whole programme
    Party party = Party::Auditor;

    bool operator==(const ResponseKey &) const = default;
    friend size_t qHash(const ResponseKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.criterion, key.facility, int(key.party));
    }
};

/// The level chosen and what was written with it.
struct Response
{
    ResponseKey key;
    ResponseLevel level = ResponseLevel::NotAssessed;
    QString note; ///< citable: flows into the report
    QString justification; ///< why not applicable
    bool naAccepted = false; ///< a reviewer accepted the claim "not applicable"
    QString answeredBy;
    Timestamp answeredAt;
    bool operator==(const Response &) const = default;
};

} // namespace cq
