// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditsummary.h"
#include "core/findings/correctiveaction.h"

namespace cq {

/// A finding among those of all audits.
struct AuditFinding
{
    AuditSummary audit;
    Finding finding;
    CorrectiveAction action; ///< nothing but the finding's id in it where nothing was written yet
    bool operator==(const AuditFinding &) const = default;
};

} // namespace cq
