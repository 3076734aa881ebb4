// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/applicability.h"

namespace cq {

namespace {

template <class T> Truth literalTruth(const T &value, const Condition::Leaf &leaf)
{
    const bool isSet = leaf.op == Condition::Operator::In || leaf.op == Condition::Operator::NotIn;
    if (!isSet) {
        const T *literal = std::get_if<T>(&leaf.literals.first());
        return literal ? compared(value, leaf.op, *literal) : Truth::Unknown;
    }
    bool found = false;
    for (const ConditionLiteral &candidate : leaf.literals)
        if (const T *literal = std::get_if<T>(&candidate))
            found = found || *literal == value;
    return found == (leaf.op == Condition::Operator::In) ? Truth::Yes : Truth::No;
}

} // namespace

FactSlots::FactSlots(const PackSet &packs, const CentreProfile &profile)
    : m_values(packs.facts().size())
{
    for (const ProfileFact &fact : profile)
        if (const int slot = packs.indexOf(fact.id); slot >= 0)
            m_values[slot] = fact.value;
}

Truth FactSlots::truthOf(const Condition::Leaf &leaf) const
{
    if (!isKnown(leaf.slot))
        return Truth::Unknown;
    return std::visit([&](const auto &value) { return literalTruth(value, leaf); }, *m_values[leaf.slot]);
}

Applicability applicabilityOf(const Criterion &criterion, const FactSlots &facts)
{
    Applicability result;
    result.truth = facts.truthOf(criterion.applicability);
    for (const Condition::Leaf &leaf : criterion.applicability.leaves()) {
        const FactId id(leaf.name);
        if (result.facts.contains(id))
            continue;
        result.facts.append(id);
        if (result.truth == Truth::Unknown && !facts.isKnown(leaf.slot))
            result.missing.append(id);
    }
    return result;
}

} // namespace cq
