// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditsummary.h"
#include "core/findings/dueitem.h"

namespace cq {

/// Something due, with the finding and the audit it belongs to.
struct DueAction
{
    DueItem item;
    Finding finding;
    QString owner; ///< function named by the centre; empty: none yet
    AuditSummary audit;
    bool operator==(const DueAction &) const = default;
};

/// The same for the same thing due, whatever its day: an exported calendar replaces its older entry.
QString calendarUid(const DueAction &due);

} // namespace cq
