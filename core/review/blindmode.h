// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/pack/criterion.h"
#include "core/pack/responselevel.h"

namespace cq {

/// Where an auditor sees the centre's own answer only after giving one (domain.md section 2.3: it avoids anchoring; on for
/// gates unless told otherwise).
enum class BlindMode { Gates, All, Off };

template <> struct EnumText<BlindMode>
{
    static constexpr std::pair<BlindMode, const char *> table[] = {
        {BlindMode::Gates, "gates"},
        {BlindMode::All, "all"},
        {BlindMode::Off, "off"},
    };
};

/// Is the centre's answer to this criterion to be hidden from an auditor whose own answer is `own`?
inline bool isBlind(BlindMode mode, const Criterion &criterion, ResponseLevel own)
{
    if (own != ResponseLevel::NotAssessed)
        return false;
    return mode == BlindMode::All || (mode == BlindMode::Gates && criterion.isGate);
}

} // namespace cq
