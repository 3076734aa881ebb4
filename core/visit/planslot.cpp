// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/planslot.h"

#include <tuple>

namespace cq {

QList<PlanConflict> conflictsIn(const QList<PlanSlot> &plan)
{
    QList<PlanConflict> conflicts;
    for (qsizetype i = 0; i < plan.size(); ++i)
        for (qsizetype j = i + 1; j < plan.size(); ++j) {
            const PlanSlot &a = plan[i];
            const PlanSlot &b = plan[j];
            if (a.day != b.day || a.fromMinute >= b.toMinute || b.fromMinute >= a.toMinute)
                continue;
            if (a.auditor.isEmpty() || b.auditor.isEmpty() || a.auditor == b.auditor)
                conflicts.append({a.id, b.id, PlanConflictKind::Auditor});
            else if (!a.facility.isEmpty() && a.facility == b.facility)
                conflicts.append({a.id, b.id, PlanConflictKind::Facility});
        }
    return conflicts;
}

bool comesBefore(const PlanSlot &a, const PlanSlot &b)
{
    return std::tie(a.day, a.fromMinute, a.toMinute, a.id) < std::tie(b.day, b.fromMinute, b.toMinute, b.id);
}

QString clockText(int minute)
{
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

} // namespace cq
