// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pack/scoringpolicy.h"
#include "core/report/pagestyle.h"

namespace cq {

/// The colour an outcome is printed in, beside its word.
inline Ink inkOf(OutcomeKind outcome)
{
    switch (outcome) {
    case OutcomeKind::Incomplete:
        return Ink::Muted;
    case OutcomeKind::NaNotAccepted:
    case OutcomeKind::ConditionallyQualified:
        return Ink::Caution;
    case OutcomeKind::NotQualified:
        return Ink::Bad;
    case OutcomeKind::Qualified:
        return Ink::Good;
    }
    return Ink::Text;
}

} // namespace cq
