// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonobjectreader.h"
#include "core/centre/centre.h"

namespace cq {

/// Reads the section "centre" of a canonical record, for AuditRecordReader.
Centre readRecordedCentre(JsonObjectReader reader);

/// The key "facility": one of the ids known, or null for the whole programme.
FacilityId readRecordedFacility(JsonObjectReader &reader, const QSet<QString> &known);

} // namespace cq
