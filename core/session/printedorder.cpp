// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/printedorder.h"

#include <algorithm>
#include <tuple>

namespace cq {

AuditRecord inPrintedOrder(const AuditRecord &record)
{
    const auto canonical = AuditRecordReader::read(recordBytes(record));
    AuditRecord ordered = canonical.record.value_or(record);
    std::stable_sort(ordered.centre.facilities.begin(), ordered.centre.facilities.end(),
        [](const Facility &a, const Facility &b) { return a.name < b.name; });
    std::stable_sort(ordered.audit.team.begin(), ordered.audit.team.end(), [](const TeamMember &a, const TeamMember &b) {
        return std::tie(a.role, a.name) < std::tie(b.role, b.name);
    });
    return ordered;
}

} // namespace cq
