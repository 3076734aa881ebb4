// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/scoringpolicy.h"

namespace cq {

ConditionScope ScoringPolicy::outcomeScope() const
{
    ConditionScope scope;
    for (const QString &name : allTexts<OutcomeValue>())
        scope.symbols.insert(name, {ValueType::Integer, {}});
    for (auto it = thresholds.begin(); it != thresholds.end(); ++it)
        scope.constants.insert(it.key(), it.value());
    return scope;
}

} // namespace cq
