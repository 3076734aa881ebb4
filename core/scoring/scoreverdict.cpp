// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of ScoreBoard: from sums to an outcome and its reasons.
#include "core/scoring/scoreboard.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace cq {

namespace {

constexpr size_t at(auto enumerator)
{
    return size_t(enumerator);
}

template <class F> Truth anyOf(const Condition::Leaf &leaf, F &&order)
{
    const bool isSet = leaf.op == Condition::Operator::In || leaf.op == Condition::Operator::NotIn;
    bool found = false;
    for (const ConditionLiteral &candidate : leaf.literals)
        if (const qint64 *literal = std::get_if<qint64>(&candidate)) {
            const auto sign = order(*literal);
            if (!isSet)
                return compared(sign < 0 ? -1 : sign > 0 ? 1 : 0, leaf.op, 0);
            found = found || sign == 0;
        }
    return found == (leaf.op == Condition::Operator::In) ? Truth::Yes : Truth::No;
}

} // namespace

Truth ScoreBoard::leafTruth(const Condition::Leaf &leaf, const RuleValues &values)
{
    const auto scored = [&](const Score &score) {
        if (!score.isDefined())
            return Truth::Unknown;
        return anyOf(leaf, [&](qint64 literal) { return score.comparedTo(literal); });
    };
    switch (OutcomeValue(leaf.slot)) {
    case OutcomeValue::Graded:
        return scored(values.graded);
    case OutcomeValue::Strict:
        return scored(values.strict);
    case OutcomeValue::Completeness:
        return scored(values.completeness);
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
    const qint64 count = values.counts[size_t(leaf.slot)];
    return anyOf(leaf, [&](qint64 literal) { return count <=> literal; });
}

ScoreBoard::RuleValues ScoreBoard::valuesOf(const Contribution &total, int sectionsBelow, End end) const
{
    RuleValues values;
    const Terms &terms = total.terms[at(end)];
    values.graded = {terms.graded, terms.possible};
    values.strict = {terms.strict, terms.possible};
    auto &counts = values.counts;
    counts[at(OutcomeValue::GatesNotMet)] = total.gatesNotMet;
    counts[at(OutcomeValue::GatesPartiallyMet)] = total.gatesPartiallyMet;
    counts[at(OutcomeValue::GatesNaUnaccepted)] = total.gatesNaUnaccepted;
    counts[at(OutcomeValue::SectionsBelowFloor)] = sectionsBelow;
    if (end == End::Now) {
        values.completeness = total.applicable == 0 ? Score {1, 1} : Score {total.answered, total.applicable};
        counts[at(OutcomeValue::Undetermined)] = total.undetermined;
        counts[at(OutcomeValue::GatesUnanswered)] = total.gatesUnanswered;
    } else {
        values.completeness = {1, 1};
    }
    if (end == End::Low) {
        counts[at(OutcomeValue::GatesNotMet)] += total.openGates;
        counts[at(OutcomeValue::GatesPartiallyMet)] -= total.openPartialGates;
    }
    counts[at(OutcomeValue::OpenCritical)] = m_openCounts[at(Severity::Critical)];
    counts[at(OutcomeValue::OpenMajor)] = m_openCounts[at(Severity::Major)];
    counts[at(OutcomeValue::OpenMinor)] = m_openCounts[at(Severity::Minor)];
    return values;
}

ScoreBoard::Verdict ScoreBoard::verdictFor(const RuleValues &values) const
{
    const QList<OutcomeRule> &rules = m_packs.policy().outcomeRules;
    for (int i = 0; i < rules.size(); ++i) {
        const Truth truth
            = rules[i].when.evaluate([&](const Condition::Leaf &leaf) { return leafTruth(leaf, values); });
        if (truth != Truth::Yes)
            continue;
        // An audit in which nothing carries a score is never passed, whatever the rules say (V7).
        const bool passes
            = rules[i].outcome == OutcomeKind::Qualified || rules[i].outcome == OutcomeKind::ConditionallyQualified;
        if (passes && !values.graded.isDefined())
            break;
        return {rules[i].outcome, i};
    }
    return {};
}

void ScoreBoard::judge()
{
    const Contribution &total = m_sums[0].total;
    m_now = verdictFor(valuesOf(total, m_sectionsBelow[at(End::Now)], End::Now));
    m_atLow = verdictFor(valuesOf(total, m_sectionsBelow[at(End::Low)], End::Low));
    m_atHigh = verdictFor(valuesOf(total, m_sectionsBelow[at(End::High)], End::High));
}

void ScoreBoard::setFindings(const QList<Finding> &findings)
{
    m_openFindings.clear();
    m_openCounts = {};
    for (const Finding &finding : findings)
        if (isOpenNonconformity(finding)) {
            m_openFindings.append(finding);
            ++m_openCounts[at(finding.severity)];
        }
    judge();
}

QString ScoreBoard::decidingRule() const
{
    return m_now.rule < 0 ? QStringLiteral("nothing-scored") : m_packs.policy().outcomeRules[m_now.rule].id;
}

template <class F> QList<CriterionId> ScoreBoard::criteriaWhere(F &&wanted) const
{
    QList<CriterionId> found;
    for (size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].counts && wanted(m_contributions[i]))
            found.append(m_packs.criteria()[qsizetype(i)].id);
    return found;
}

QList<CriterionId> ScoreBoard::criteriaLosingWeight() const
{
    QList<std::pair<qint64, CriterionId>> losses;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Terms &now = m_contributions[i].terms[at(End::Now)];
        if (now.graded < now.possible)
            losses.append({now.possible - now.graded, m_packs.criteria()[qsizetype(i)].id});
    }
    std::stable_sort(losses.begin(), losses.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<CriterionId> criteria;
    for (const auto &[loss, criterion] : losses)
        criteria.append(criterion);
    return criteria;
}

// The criteria or sections behind one value that a rule read.
void ScoreBoard::addCriteria(OutcomeValue value, Reason &reason) const
{
    const auto addFindings = [&](Severity severity) {
        for (const Finding &finding : m_openFindings)
            if (finding.severity == severity)
                reason.criteria.append(finding.criteria);
    };
    switch (value) {
    case OutcomeValue::Graded:
    case OutcomeValue::Strict:
        reason.criteria.append(criteriaLosingWeight());
        break;
    case OutcomeValue::Completeness:
        reason.criteria.append(criteriaWhere([](const auto &c) { return c.applicable > c.answered; }));
        break;
    case OutcomeValue::Undetermined:
        reason.criteria.append(criteriaWhere([](const auto &c) { return c.undetermined > 0; }));
        break;
    case OutcomeValue::GatesUnanswered:
        reason.criteria.append(criteriaWhere([](const auto &c) { return c.gatesUnanswered > 0; }));
        break;
    case OutcomeValue::GatesNaUnaccepted:
        reason.criteria.append(criteriaWhere([](const auto &c) { return c.gatesNaUnaccepted > 0; }));
        break;
    case OutcomeValue::GatesNotMet:
        reason.criteria.append(criteriaWhere([](const auto &c) { return c.gatesNotMet > 0; }));
        break;
    case OutcomeValue::GatesPartiallyMet:
        reason.criteria.append(criteriaWhere([](const auto &c) { return c.gatesPartiallyMet > 0; }));
        break;
    case OutcomeValue::OpenCritical:
        addFindings(Severity::Critical);
        break;
    case OutcomeValue::OpenMajor:
        addFindings(Severity::Major);
        break;
    case OutcomeValue::OpenMinor:
        addFindings(Severity::Minor);
        break;
    case OutcomeValue::SectionsBelowFloor:
        for (const Sum &sum : m_sums)
            if (sum.belowFloor[at(End::Now)])
                reason.sections.append(sum.score.section);
        break;
    }
}

Reason ScoreBoard::reasonOf(const OutcomeRule &rule, const RuleValues &values) const
{
    Reason reason {rule.id, rule.text, {}, {}};
    // A rule that always holds has no criteria behind it; in others, those behind each comparison that holds.
    for (const Condition::Leaf &leaf : rule.when.leaves())
        if (leafTruth(leaf, values) == Truth::Yes)
            addCriteria(OutcomeValue(leaf.slot), reason);
    QSet<CriterionId> seen;
    reason.criteria.removeIf([&](const CriterionId &criterion) {
        const bool again = seen.contains(criterion);
        seen.insert(criterion);
        return again;
    });
    return reason;
}

QList<Reason> ScoreBoard::reasons() const
{
    const RuleValues values = valuesOf(m_sums[0].total, m_sectionsBelow[at(End::Now)], End::Now);
    const QList<OutcomeRule> &rules = m_packs.policy().outcomeRules;
    QList<Reason> reasons;
    if (m_now.rule < 0)
        return {Reason {decidingRule(), {}, {}, {}}};
    for (int i = m_now.rule; i < rules.size(); ++i) {
        if (rules[i].outcome != m_now.kind)
            continue;
        const Truth truth
            = rules[i].when.evaluate([&](const Condition::Leaf &leaf) { return leafTruth(leaf, values); });
        if (truth == Truth::Yes)
            reasons.append(reasonOf(rules[i], values));
    }
    return reasons;
}

ScoreBoard::RuleValues ScoreBoard::mixedValues(End gates, End rest) const
{
    Contribution total = m_sums[0].total;
    std::vector<Terms> sections(m_sums.size());
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        const Terms &terms = m_contributions[i].terms[at(row.isGate ? gates : rest)];
        sections[size_t(row.sum)].add(terms, 1);
    }
    for (size_t i = sections.size() - 1; i > 0; --i)
        sections[size_t(m_sums[i].parent)].add(sections[i], 1);
    int below = 0;
    for (size_t i = 1; i < sections.size(); ++i)
        below += m_sums[i].isFloorSection && isBelowFloor(sections[i]);
    total.terms[at(gates)] = sections[0];
    return valuesOf(total, below, gates);
}

QList<CriterionId> ScoreBoard::canChange() const
{
    if (m_atLow.kind == m_atHigh.kind)
        return {};
    // Gates as one group and everything else as another: a group matters where moving it alone from one end to the other
    // moves the outcome, at either end of the other group. Scores add up, so every open member can then be the one.
    const OutcomeKind gatesLow = verdictFor(mixedValues(End::Low, End::High)).kind;
    const OutcomeKind restLow = verdictFor(mixedValues(End::High, End::Low)).kind;
    const bool gatesMatter = gatesLow != m_atHigh.kind || restLow != m_atLow.kind;
    const bool restMatters = restLow != m_atHigh.kind || gatesLow != m_atLow.kind;
    QList<CriterionId> found;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Contribution &c = m_contributions[i];
        const bool isOpen = m_rows[i].counts && (c.undetermined > 0 || c.applicable > c.answered);
        if (isOpen && (m_rows[i].isGate ? gatesMatter : restMatters))
            found.append(m_packs.criteria()[qsizetype(i)].id);
    }
    return found;
}

} // namespace cq
