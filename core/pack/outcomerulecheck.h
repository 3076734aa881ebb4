// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pack/scoringpolicy.h"

#include <QList>

namespace cq {

/// Whether a rule of an ordered list can ever decide the outcome.
enum class Reachability {
    Reachable, ///< some values make it true and every rule before it false
    NeverTrue, ///< no values make it true
    Shadowed, ///< wherever it is true, a rule before it is true too
    TooComplicated, ///< not settled within the limit of steps
};

/// One verdict for each rule, exact unless it is TooComplicated. The leaves must be bound to the numbers of their
/// OutcomeValue. Takes the values as independent of each other, scores as 0..10000, and counts as 0 or more.
QList<Reachability> checkReachability(const QList<OutcomeRule> &rules, int maxSteps = 200000);

} // namespace cq
