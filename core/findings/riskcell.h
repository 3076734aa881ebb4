// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"

namespace cq {

/// How likely it is that somebody comes to harm.
enum class HarmLikelihood { Low, Moderate, High };

template <> struct EnumText<HarmLikelihood>
{
    static constexpr std::pair<HarmLikelihood, const char *> table[] = {
        {HarmLikelihood::Low, "low"},
        {HarmLikelihood::Moderate, "moderate"},
        {HarmLikelihood::High, "high"},
    };
};

/// How far what was found extends.
enum class HarmScope { Limited, Pattern, Widespread };

template <> struct EnumText<HarmScope>
{
    static constexpr std::pair<HarmScope, const char *> table[] = {
        {HarmScope::Limited, "limited"},
        {HarmScope::Pattern, "pattern"},
        {HarmScope::Widespread, "widespread"},
    };
};

/// A cell of the 3x3 harm and scope grid (domain.md section 6). It tells where to look first; severity and outcome do
/// not follow from it.
struct RiskCell
{
    HarmLikelihood harm = HarmLikelihood::Low;
    HarmScope scope = HarmScope::Limited;
    bool operator==(const RiskCell &) const = default;
};

} // namespace cq
