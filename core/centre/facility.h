// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/pack/criterion.h"

namespace cq {

/// A unit at a site of a centre: a ward, an apheresis room, a store.
struct Facility
{
    FacilityId id;
    QString name;
    FacilityType type = FacilityType::ClinicalUnit;
    QString site; ///< address or campus; empty where it is the centre's own
    bool operator==(const Facility &) const = default;
};

} // namespace cq
