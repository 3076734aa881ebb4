// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"

namespace cq {

/// The record as reports are printed from: its lists in an order that can be found again from the canonical record, so that
/// whoever checks a report prints the same pages. Facilities and team come by name, all else as in the canonical form.
AuditRecord inPrintedOrder(const AuditRecord &record);

} // namespace cq
