// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pack/packset.h"

#include <QHash>

namespace cq::testing {

/// What a criterion of a test pack is besides its weight class.
enum class Mark { None, Gate, Advisory, PerFacility, Express, NaForbidden };

/// Makes a small core pack in code: aPack().withCriterion("X-01", Criticality::Critical, Mark::Gate).set().
/// It has the policy of domain.md section 2.2 and one section "A", until told otherwise. Throws where a test asks for
/// something impossible, so that the test fails at once.
class PackBuilder
{
public:
    PackBuilder()
    {
        m_pack.id = PackId(QStringLiteral("test.core"));
        m_pack.kind = PackKind::Core;
        m_pack.version = {1, 0, 0};
        m_pack.languages = {QStringLiteral("en")};
        m_pack.title = QStringLiteral("Test pack");
        m_pack.status = QStringLiteral("for tests only");
        m_pack.bytes = "test.core 1.0.0";
        m_pack.digest = QByteArray(64, 'a');
        m_pack.policy = defaultPolicy();
    }

    /// Criteria added later stand in this section.
    PackBuilder &withSection(const char *id, const char *rule = "always", const char *parent = "")
    {
        Section section;
        section.id = SectionId(QString::fromLatin1(id));
        section.parent = SectionId(QString::fromLatin1(parent));
        section.title = QStringLiteral("Section %1").arg(section.id.text());
        section.applicability = condition(rule, factScope());
        m_pack.sections.append(section);
        return *this;
    }

    PackBuilder &withCriterion(
        const char *id, Criticality criticality, Mark mark = Mark::None, const char *rule = "always")
    {
        if (m_pack.sections.isEmpty())
            withSection("A");
        Criterion criterion;
        criterion.id = CriterionId(QString::fromLatin1(id));
        criterion.section = m_pack.sections.last().id;
        criterion.text = QStringLiteral("What %1 asks for is in place.").arg(criterion.id.text());
        criterion.criticality = criticality;
        criterion.applicability = condition(rule, factScope());
        m_pack.criteria.append(criterion);
        return mark == Mark::None ? *this : marked(mark);
    }

    /// One more mark on the criterion added last.
    PackBuilder &marked(Mark mark)
    {
        Criterion &criterion = m_pack.criteria.last();
        switch (mark) {
        case Mark::None:
            break;
        case Mark::Gate:
            criterion.isGate = true;
            break;
        case Mark::Advisory:
            criterion.isAdvisory = true;
            break;
        case Mark::PerFacility:
            criterion.perFacility = true;
            break;
        case Mark::Express:
            criterion.isExpress = true;
            break;
        case Mark::NaForbidden:
            criterion.naAllowed = false;
            break;
        }
        return *this;
    }

    /// Facts come before the rules that use them.
    PackBuilder &withFact(const char *id, ValueType type = ValueType::Boolean, const QStringList &choices = {})
    {
        ProfileFactDefinition fact;
        fact.id = FactId(QString::fromLatin1(id));
        fact.label = fact.id.text();
        fact.type = type;
        for (const QString &choice : choices)
            fact.choices.append({choice, choice});
        m_pack.facts.append(fact);
        return *this;
    }

    PackBuilder &withPolicy(const ScoringPolicy &policy)
    {
        m_pack.policy = policy;
        return *this;
    }

    const CriteriaPack &pack() const { return m_pack; }
    PackSet set() const { return PackSet::make({m_pack}).value(); }

    /// domain.md section 2.2, with its proposed numbers.
    static ScoringPolicy defaultPolicy()
    {
        ScoringPolicy policy;
        policy.weights = {{Criticality::Critical, 5}, {Criticality::Major, 3}, {Criticality::Minor, 1}};
        policy.thresholds = {{QStringLiteral("completenessMin"), 10000}, {QStringLiteral("failBelow"), 7000},
            {QStringLiteral("passAt"), 9000}, {QStringLiteral("minorLimit"), 10}};
        policy.sectionFloor = 7500;
        policy.floorItems = 5;
        policy.floorWeight = 10;
        policy.gateProposal = {Severity::Major, Severity::Critical};
        policy.proposals = {{Criticality::Critical, {Severity::Minor, Severity::Major}},
            {Criticality::Major, {Severity::Minor, Severity::Major}},
            {Criticality::Minor, {Severity::Ofi, Severity::Minor}}};
        policy.responseTimes = {
            {Severity::Critical, {72, 15, {}}}, {Severity::Major, {{}, 30, 90}}, {Severity::Minor, {{}, 60, 180}}};
        addRule(policy, "incomplete", OutcomeKind::Incomplete,
            "gates_unanswered > 0 or completeness < completenessMin or undetermined > 0");
        addRule(policy, "na-not-accepted", OutcomeKind::NaNotAccepted, "gates_na_unaccepted > 0");
        addRule(policy, "gate-not-met", OutcomeKind::NotQualified, "gates_not_met > 0");
        addRule(policy, "critical-finding", OutcomeKind::NotQualified, "open_critical > 0");
        addRule(policy, "score-too-low", OutcomeKind::NotQualified, "graded < failBelow");
        addRule(policy, "gate-partial", OutcomeKind::ConditionallyQualified, "gates_partially_met > 0");
        addRule(policy, "major-finding", OutcomeKind::ConditionallyQualified, "open_major > 0");
        addRule(policy, "many-minors", OutcomeKind::ConditionallyQualified, "open_minor > minorLimit");
        addRule(policy, "below-pass", OutcomeKind::ConditionallyQualified, "graded < passAt");
        addRule(policy, "section-floor", OutcomeKind::ConditionallyQualified, "sections_below_floor > 0");
        addRule(policy, "qualified", OutcomeKind::Qualified, "always");
        return policy;
    }

    /// Appends a rule, bound as PackReader binds it: a leaf's slot is the number of its OutcomeValue.
    static void addRule(ScoringPolicy &policy, const char *id, OutcomeKind outcome, const char *when)
    {
        QHash<QString, int> places;
        for (const auto &[value, word] : EnumText<OutcomeValue>::table)
            places.insert(QString::fromLatin1(word), int(value));
        OutcomeRule rule;
        rule.id = QString::fromLatin1(id);
        rule.outcome = outcome;
        rule.when = condition(when, policy.outcomeScope());
        rule.when.bind(places);
        rule.text = QStringLiteral("Rule %1 holds.").arg(rule.id);
        policy.outcomeRules.append(rule);
    }

private:
    static Condition condition(const char *rule, const ConditionScope &scope)
    {
        return Condition::parse(QString::fromLatin1(rule), scope).value();
    }

    ConditionScope factScope() const
    {
        ConditionScope scope;
        for (const ProfileFactDefinition &fact : m_pack.facts) {
            QStringList choices;
            for (const auto &choice : fact.choices)
                choices.append(choice.id);
            scope.symbols.insert(fact.id.text(), {fact.type, choices});
        }
        return scope;
    }

    CriteriaPack m_pack;
};

inline PackBuilder aPack()
{
    return {};
}

} // namespace cq::testing
