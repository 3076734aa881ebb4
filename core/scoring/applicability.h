// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/centreprofile.h"
#include "core/pack/packset.h"

#include <QList>

namespace cq {

/// Whether a criterion applies to a centre, and which facts say so.
struct Applicability
{
    Truth truth = Truth::Unknown;
    QList<FactId> facts; ///< facts the rule reads
    QList<FactId> missing; ///< those of them that are unknown while the rule is undecided
};

/// The values of a profile in the slots of a pack set's facts.
class FactSlots
{
public:
    FactSlots(const PackSet &packs, const CentreProfile &profile);

    void set(int slot, const std::optional<FactValue> &value) { m_values[slot] = value; }
    bool isKnown(int slot) const { return slot >= 0 && m_values[slot].has_value(); }
    /// Truth of a bound comparison; Unknown where the fact is.
    Truth truthOf(const Condition::Leaf &leaf) const;
    Truth truthOf(const Condition &rule) const
    {
        return rule.evaluate([this](const Condition::Leaf &leaf) { return truthOf(leaf); });
    }

private:
    QList<std::optional<FactValue>> m_values;
};

/// Judges one criterion of the set.
Applicability applicabilityOf(const Criterion &criterion, const FactSlots &facts);

} // namespace cq
