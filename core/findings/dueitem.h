// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/correctiveaction.h"

namespace cq {

/// What somebody is to do by a day.
enum class DueKind {
    Containment, ///< protect people now
    Answer, ///< answer the finding with a plan
    Action, ///< have it closed
    EffectivenessCheck, ///< look whether it worked
};

template <> struct EnumText<DueKind>
{
    static constexpr std::pair<DueKind, const char *> table[] = {
        {DueKind::Containment, "containment"},
        {DueKind::Answer, "answer"},
        {DueKind::Action, "action"},
        {DueKind::EffectivenessCheck, "effectiveness-check"},
    };
};

/// Something due on a day; overdue from the day after.
struct DueItem
{
    DueKind kind = DueKind::Action;
    QDate on;
    bool operator==(const DueItem &) const = default;

    [[nodiscard]] bool isOverdue(QDate today) const { return on < today; }
    /// Not overdue, and due today or within so many days after.
    [[nodiscard]] bool isDueWithin(QDate today, int days) const { return on >= today && on <= today.addDays(days); }
};

/// What is due of a finding and its action, earliest first. Nothing of what is withdrawn or verified.
QList<DueItem> dueItems(const Finding &finding, const CorrectiveAction &action);

} // namespace cq
