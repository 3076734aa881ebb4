// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidence.h"

namespace cq {

bool isStale(const Evidence &evidence, const QDate &auditDate)
{
    return evidence.validUntil.isValid() && evidence.validUntil < auditDate;
}

} // namespace cq
