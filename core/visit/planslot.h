// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/base/ids.h"

#include <QDate>
#include <QList>
#include <QString>

namespace cq {

/// One entry of the audit plan: who of the team is where, when, to meet whom. Times are those of the clock on the wall at
/// the centre, so that the plan reads the same wherever it is opened.
struct PlanSlot
{
    static constexpr int dayMinutes = 24 * 60;

    PlanSlotId id;
    QDate day;
    int fromMinute = 0; ///< after midnight, 0..1439
    int toMinute = 0; ///< after midnight, later than fromMinute, up to 1440
    FacilityId facility; ///< empty: nowhere in particular
    QString auditor; ///< name of a member of the team; empty: the whole team
    QString toMeet; ///< functions, not names (domain.md section 10, "Personal data")
    QString topic;
    bool operator==(const PlanSlot &) const = default;
};

/// Why two entries cannot both be kept.
enum class PlanConflictKind { Auditor, Facility };

template <> struct EnumText<PlanConflictKind>
{
    static constexpr std::pair<PlanConflictKind, const char *> table[] = {
        {PlanConflictKind::Auditor, "auditor"},
        {PlanConflictKind::Facility, "facility"},
    };
};

struct PlanConflict
{
    PlanSlotId first;
    PlanSlotId second;
    PlanConflictKind kind = PlanConflictKind::Auditor;
    bool operator==(const PlanConflict &) const = default;
};

/// Entries that overlap in time and need the same auditor or the same facility. What begins when another ends does not
/// overlap; the whole team is every auditor. A pair that needs both is told once, by its auditor.
QList<PlanConflict> conflictsIn(const QList<PlanSlot> &plan);

/// By day, start and end, then id.
bool comesBefore(const PlanSlot &a, const PlanSlot &b);

/// "09:05"; 1440 is "24:00".
QString clockText(int minute);

} // namespace cq
