// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonobjectreader.h"
#include "core/centre/centre.h"

namespace cq {

/// Reads the section "centre" of a canonical record, for AuditRecordReader.
Centre readRecordedCentre(JsonObjectReader reader);

} // namespace cq
