// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/outcomerulecheck.h"

#include <algorithm>
#include <array>
#include <limits>

namespace cq {
namespace {

constexpr size_t valueCount = std::size(EnumText<OutcomeValue>::table);
constexpr qint64 fullScore = 10000;

qint64 greatest(OutcomeValue value)
{
    switch (value) {
    case OutcomeValue::Graded:
    case OutcomeValue::Strict:
    case OutcomeValue::Completeness:
        return fullScore;
    case OutcomeValue::Undetermined:
    case OutcomeValue::GatesUnanswered:
    case OutcomeValue::GatesNaUnaccepted:
    case OutcomeValue::GatesNotMet:
    case OutcomeValue::GatesPartiallyMet:
    case OutcomeValue::OpenCritical:
    case OutcomeValue::OpenMajor:
    case OutcomeValue::OpenMinor:
    case OutcomeValue::SectionsBelowFloor:
        break;
    }
    return std::numeric_limits<qint64>::max();
}

// Searches for values that make one condition true and others false. Between two neighbouring constants no comparison
// changes, so one number of each such gap, and the constants themselves, stand for all numbers.
class ValueSearch
{
public:
    ValueSearch(const QList<OutcomeRule> &rules, int maxSteps) : m_rules(rules), m_stepsLeft(maxSteps)
    {
        for (const OutcomeRule &rule : rules)
            for (const Condition::Leaf &leaf : rule.when.leaves())
                for (const ConditionLiteral &literal : leaf.literals)
                    addCandidates(leaf.slot, literal);
        for (QList<qint64> &candidates : m_candidates) {
            candidates.append(0);
            std::sort(candidates.begin(), candidates.end());
            candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        }
    }

    /// Values for which the rule is true and no rule from `before` to the one in front of it.
    bool find(qsizetype rule, qsizetype before)
    {
        m_rule = rule;
        m_before = before;
        m_values.fill(std::nullopt);
        return search();
    }

    bool isExhausted() const { return m_stepsLeft <= 0; }

private:
    void addCandidates(int slot, const ConditionLiteral &literal)
    {
        const qint64 *constant = std::get_if<qint64>(&literal);
        if (!constant || slot < 0)
            return;
        QList<qint64> &candidates = m_candidates[size_t(slot)];
        const qint64 most = greatest(OutcomeValue(slot));
        // Negative constants need none: 0, always a candidate, lies in the gap above them.
        if (*constant >= 0 && *constant <= most)
            candidates.append(*constant);
        if (*constant >= 0 && *constant < most)
            candidates.append(*constant + 1);
    }

    Truth truthOf(const Condition &condition)
    {
        --m_stepsLeft;
        return condition.evaluate([this](const Condition::Leaf &leaf) { return leafTruth(leaf); });
    }

    Truth leafTruth(const Condition::Leaf &leaf) const
    {
        const auto &value = leaf.slot < 0 ? std::nullopt : m_values[size_t(leaf.slot)];
        if (!value)
            return Truth::Unknown;
        using Operator = Condition::Operator;
        const auto isValue = [&](const ConditionLiteral &literal) { return std::get<qint64>(literal) == *value; };
        const bool isIn = std::any_of(leaf.literals.begin(), leaf.literals.end(), isValue);
        if (leaf.op == Operator::In)
            return isIn ? Truth::Yes : Truth::No;
        if (leaf.op == Operator::NotIn)
            return isIn ? Truth::No : Truth::Yes;
        return compared(*value, leaf.op, std::get<qint64>(leaf.literals.first()));
    }

    bool search()
    {
        const Condition *open = nullptr; // a condition that the values so far leave undecided
        for (qsizetype i = m_rule; i >= m_before; --i) {
            if (isExhausted())
                return false;
            const Condition &condition = m_rules[i].when;
            const Truth truth = truthOf(condition);
            if (truth == (i == m_rule ? Truth::No : Truth::Yes))
                return false;
            if (truth == Truth::Unknown && !open)
                open = &condition;
        }
        if (!open)
            return true;
        // An undecided condition has a leaf without a value: with all values given, none is unknown.
        const auto leaf = std::find_if(open->leaves().begin(), open->leaves().end(),
            [this](const Condition::Leaf &each) { return leafTruth(each) == Truth::Unknown; });
        if (leaf == open->leaves().end() || leaf->slot < 0)
            return false;
        const size_t slot = size_t(leaf->slot);
        for (const qint64 candidate : m_candidates[slot]) {
            m_values[slot] = candidate;
            if (search())
                return true;
        }
        m_values[slot] = std::nullopt;
        return false;
    }

    const QList<OutcomeRule> &m_rules;
    int m_stepsLeft;
    qsizetype m_rule = 0;
    qsizetype m_before = 0;
    std::array<QList<qint64>, valueCount> m_candidates;
    std::array<std::optional<qint64>, valueCount> m_values;
};

} // namespace

QList<Reachability> checkReachability(const QList<OutcomeRule> &rules, int maxSteps)
{
    ValueSearch search(rules, maxSteps);
    QList<Reachability> verdicts;
    for (qsizetype i = 0; i < rules.size(); ++i) {
        Reachability verdict = Reachability::Reachable;
        if (!search.find(i, 0))
            verdict = search.find(i, i) ? Reachability::Shadowed : Reachability::NeverTrue;
        verdicts.append(search.isExhausted() ? Reachability::TooComplicated : verdict);
    }
    return verdicts;
}

} // namespace cq
