// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit.h"

namespace cq {

/// One line of the list of audits, as one query gives it.
struct AuditLine
{
    AuditId id;
    CentreId centre;
    QString centreName; ///< today's name, not the frozen one
    bool centreIsFictional = false;
    QString title;
    AuditKind kind = AuditKind::Initial;
    AuditState state = AuditState::Draft;
    QDate startsOn;
    int answered = 0; ///< answers of the party whose answers are the result
    bool operator==(const AuditLine &) const = default;
};

} // namespace cq
