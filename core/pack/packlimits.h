// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace cq {

/// How much a pack may hold. Far above what authors need; there to keep a hostile file from filling the memory.
struct PackLimits
{
    static constexpr qsizetype bytes = 4 * 1024 * 1024;
    static constexpr int depth = 32; ///< of the JSON text
    static constexpr int criteria = 20000;
    static constexpr int sections = 1000;
    static constexpr int facts = 1000;
    static constexpr int choices = 200; ///< of one fact
    static constexpr int sources = 5000;
    static constexpr int sourcesOfCriterion = 50;
    static constexpr int changeNotes = 1000;
    static constexpr int languages = 50;
    static constexpr int outcomeRules = 50;
    static constexpr int thresholds = 100;
    static constexpr int textLength = 8000; ///< characters of one text
    static constexpr int faults = 200; ///< further ones are counted, not listed
};

} // namespace cq
