// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/pack/condition.h"

namespace cq {

/// A section or sub-section of a pack. Its rule holds for everything below it.
struct Section
{
    SectionId id;
    SectionId parent; ///< empty at the top
    QString title;
    QString guidance;
    Condition applicability;

    bool operator==(const Section &) const = default;
};

} // namespace cq
