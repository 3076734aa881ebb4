// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit.h"

namespace cq {

/// One line of the list of audits.
struct AuditSummary
{
    AuditId id;
    CentreId centre;
    QString centreName;
    bool centreIsFictional = false;
    QString title;
    AuditKind kind = AuditKind::Initial;
    AuditState state = AuditState::Draft;
    QDate startsOn;
    int answered = 0; ///< answers of the party whose answers are the result
    bool operator==(const AuditSummary &) const = default;
};

} // namespace cq
