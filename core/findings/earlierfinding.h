// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QDate>
#include <QString>

namespace cq {

/// A confirmed nonconformity of an earlier audit of the same centre: what makes a new one on its criterion a repeat.
struct EarlierFinding
{
    AuditId audit;
    QString auditTitle;
    QDate auditStartsOn; ///< null where not known
    int number = 0; ///< within that audit
    bool operator==(const EarlierFinding &) const = default;
};

} // namespace cq
