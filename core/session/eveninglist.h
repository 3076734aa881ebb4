// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QList>

namespace cq {

class AuditSession;

/// Something still to be answered, and where and of whom to ask it.
struct OpenItem
{
    CriterionId criterion;
    FacilityId facility; ///< empty: the whole programme
    QString toMeet; ///< functions the plan names for that place, joined by commas; empty where it names none
    bool isGate = false;
    bool canChange = false; ///< its answer could still change the outcome (ScoreBoard::canChange)
    bool operator==(const OpenItem &) const = default;
};

/// What is open in the evening of a day of the visit: the whole programme first, then facility by facility, each in the
/// order of the packs. Only criteria that apply, or may, and enter the score.
QList<OpenItem> openItems(const AuditSession &session);

} // namespace cq
