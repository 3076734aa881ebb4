// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/pack/condition.h"
#include "core/pack/responselevel.h"

#include <QString>

namespace cq {

/// What one line of the checklist shows: one criterion at one place where it is answered, in one lane.
struct ChecklistRow
{
    int criterion = -1; ///< place in the pack set
    FacilityId facility; ///< empty: answered once for the whole programme
    QString facilityName;
    Truth applies = Truth::Unknown;
    ResponseLevel level = ResponseLevel::NotAssessed;
    ResponseLevel otherLevel = ResponseLevel::NotAssessed; ///< in the lane it is compared with
    bool naAccepted = false;
    QString note;
    int findings = 0;

    bool isOpen() const { return level == ResponseLevel::NotAssessed && applies != Truth::No; }
    bool lacksNote() const
    {
        return (level == ResponseLevel::PartiallyMet || level == ResponseLevel::NotMet) && note.trimmed().isEmpty();
    }
    bool differs() const
    {
        return level != ResponseLevel::NotAssessed && otherLevel != ResponseLevel::NotAssessed && level != otherLevel;
    }
    bool isAt(const ChecklistRow &other) const { return criterion == other.criterion && facility == other.facility; }
    bool operator==(const ChecklistRow &) const = default;
};

} // namespace cq
