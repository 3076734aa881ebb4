// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

namespace cq {

// Named by a pack author, stable over editions.
using PackId = Id<struct PackTag>; ///< e.g. "gocart.core"
using SectionId = Id<struct SectionTag>; ///< e.g. "TOX"
using CriterionId = Id<struct CriterionTag>; ///< e.g. "TOX-01"; never re-used
using FactId = Id<struct FactTag>; ///< e.g. "onsite_apheresis"
using SourceId = Id<struct SourceTag>; ///< e.g. "S72"

// Made by the program (IdSource), unique over all workspaces.
using CentreId = Id<struct CentreTag>;
using FacilityId = Id<struct FacilityTag>;
using CertificateId = Id<struct CertificateTag>;
using ContactId = Id<struct ContactTag>;
using AuditId = Id<struct AuditTag>;
using PersonId = Id<struct PersonTag>;
using FindingId = Id<struct FindingTag>;
using SampleId = Id<struct SampleTag>;
using PlanSlotId = Id<struct PlanSlotTag>;
using RequestId = Id<struct RequestTag>;

} // namespace cq
