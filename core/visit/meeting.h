// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"

#include <QDate>
#include <QStringList>

namespace cq {

enum class MeetingKind { Opening, Closing };

template <> struct EnumText<MeetingKind>
{
    static constexpr std::pair<MeetingKind, const char *> table[] = {
        {MeetingKind::Opening, "opening"},
        {MeetingKind::Closing, "closing"},
    };
};

/// Start or end of a visit, each held once. Attendance names functions, not people (domain.md section 10).
struct Meeting
{
    MeetingKind kind = MeetingKind::Opening;
    QDate heldOn; ///< null: not held yet
    QStringList attendance; ///< "Programme director", "Head nurse", ...
    QString notes;
    bool operator==(const Meeting &) const = default;
};

} // namespace cq
