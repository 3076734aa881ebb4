// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/packpolicyreader.h"

#include "core/pack/outcomerulecheck.h"
#include "core/pack/packlimits.h"

#include <cmath>

namespace cq {
namespace {

using Need = ObjectReader::Need;

constexpr int fullScore = 10000; // hundredths of a percent
constexpr int maxThreshold = 1000000;
constexpr int maxHours = 100000;
constexpr int maxDays = 10000;

} // namespace

ScoringPolicy PackPolicyReader::read(ObjectReader reader)
{
    readScale(reader.child("scale"));
    readWeights(reader.child("weights"));
    m_faultsBefore = m_faults.count();
    readThresholds(reader.child("thresholds"));
    readSectionFloor(reader.child("sectionFloor"));
    readOutcomeRules(reader);
    readProposedSeverity(reader.child("proposedSeverity"));
    readResponseTimes(reader.child("responseTimes"));
    reader.refuseOtherKeys();
    return m_policy;
}

void PackPolicyReader::readScale(ObjectReader reader)
{
    constexpr int fullValue = 1000;
    const auto met = reader.integer("met", 0, fullValue);
    const auto partial = reader.integer("partially-met", 0, fullValue);
    const auto notMet = reader.integer("not-met", 0, fullValue);
    reader.refuseOtherKeys();
    if (!met || !partial || !notMet)
        return;
    if (*met < *partial || *partial < *notMet)
        reader.fault(
            "partially-met", QStringLiteral("the values must not rise from met over partially-met to not-met"));
    else if (*met == *notMet)
        reader.fault("met", QStringLiteral("met must be worth more than not-met"));
    m_policy.metValue = *met;
    m_policy.partialValue = *partial;
    m_policy.notMetValue = *notMet;
}

void PackPolicyReader::readWeights(ObjectReader reader)
{
    for (const auto &[criticality, word] : EnumText<Criticality>::table)
        m_policy.weights.insert(criticality, reader.integer(word, 1, 100).value_or(1));
    reader.refuseOtherKeys();
}

void PackPolicyReader::readThresholds(ObjectReader reader)
{
    const QJsonObject &object = reader.object();
    if (object.size() > PackLimits::thresholds) {
        m_faults.add(reader.pointer(), QStringLiteral("more than %1 thresholds").arg(PackLimits::thresholds));
        return;
    }
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QString pointer = jsonPointer(reader.pointer(), it.key());
        const QString nameFault = idFault(it.key(), IdShape::Threshold);
        if (!nameFault.isEmpty())
            m_faults.add(pointer, nameFault);
        else if (fromText<OutcomeValue>(it.key()))
            m_faults.add(pointer, QStringLiteral("'%1' is the name of a value already").arg(it.key()));
        const double number = it.value().toDouble(-1);
        const bool fits = number >= 0 && number <= maxThreshold && std::trunc(number) == number;
        // A faulty one is known by its name all the same, to keep its fault from echoing in the rules.
        m_policy.thresholds.insert(it.key(), fits ? qint64(number) : 0);
        if (!fits)
            m_faults.add(pointer, QStringLiteral("a whole number from 0 to %1 is expected here").arg(maxThreshold));
    }
}

void PackPolicyReader::readSectionFloor(ObjectReader reader)
{
    m_policy.sectionFloor = reader.integer("passAt", 0, fullScore).value_or(0);
    m_policy.floorItems = reader.integer("minItems", 1, PackLimits::criteria).value_or(1);
    m_policy.floorWeight = reader.integer("minWeight", 0, maxThreshold).value_or(0);
    reader.refuseOtherKeys();
}

void PackPolicyReader::readOutcomeRules(ObjectReader &policy)
{
    const ConditionScope scope = m_policy.outcomeScope();
    QHash<QString, int> places;
    for (const auto &[value, word] : EnumText<OutcomeValue>::table)
        places.insert(QLatin1String(word), int(value));

    const auto items = policy.items("outcomeRules", Need::Required, PackLimits::outcomeRules);
    QSet<QString> ids;
    for (const ObjectReader::Item &item : items) {
        ObjectReader reader(item.value, item.pointer, m_faults);
        OutcomeRule rule;
        rule.id = reader.id("id", IdShape::Heading);
        rule.outcome = reader.word<OutcomeKind>("outcome").value_or(OutcomeKind::Incomplete);
        rule.when = reader.rule("when", scope, Need::Required);
        rule.text = reader.line("text");
        reader.refuseOtherKeys();
        if (!rule.id.isEmpty() && ids.contains(rule.id))
            reader.fault("id", QStringLiteral("the outcome rule '%1' stands twice").arg(rule.id));
        ids.insert(rule.id);
        rule.when.bind(places);
        m_policy.outcomeRules.append(rule);
    }
    if (policy.has("outcomeRules") && policy.isEmptyList("outcomeRules"))
        policy.fault("outcomeRules", QStringLiteral("at least one outcome rule is needed"));
    // A rule or threshold that could not be read would make the verdict on the rules wrong.
    if (m_faults.count() == m_faultsBefore && !m_policy.outcomeRules.isEmpty())
        checkOutcomeRules(policy.pointerTo("outcomeRules"));
}

void PackPolicyReader::checkOutcomeRules(const QString &pointer)
{
    const QList<OutcomeRule> &rules = m_policy.outcomeRules;
    const QList<Reachability> verdicts = checkReachability(rules);
    bool isComplicated = false;
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const QString place = jsonPointer(pointer, i);
        switch (verdicts[i]) {
        case Reachability::Reachable:
            break;
        case Reachability::NeverTrue:
            m_faults.add(place, QStringLiteral("the rule '%1' is unreachable: it can never hold").arg(rules[i].id));
            break;
        case Reachability::Shadowed:
            m_faults.add(place,
                QStringLiteral(
                    "the rule '%1' is unreachable: it never decides, as the rules before it always do so first")
                    .arg(rules[i].id));
            break;
        case Reachability::TooComplicated:
            isComplicated = true;
            break;
        }
    }
    if (isComplicated)
        m_faults.add(pointer, QStringLiteral("the outcome rules are too complicated to check"));
    // A score without answers is undefined, so that even "graded >= 0" may stay open: only the word itself will do.
    if (!rules.last().when.isAlways())
        m_faults.add(pointer, QStringLiteral("the list must end with a rule that always holds: \"when\": \"always\""));
}

void PackPolicyReader::readProposedSeverity(ObjectReader reader)
{
    m_policy.gateProposal = readProposal(reader.child("gate"));
    for (const auto &[criticality, word] : EnumText<Criticality>::table)
        m_policy.proposals.insert(criticality, readProposal(reader.child(word)));
    reader.refuseOtherKeys();
}

ScoringPolicy::Proposal PackPolicyReader::readProposal(ObjectReader reader)
{
    ScoringPolicy::Proposal proposal;
    proposal.partiallyMet = reader.word<Severity>("partially-met").value_or(Severity::Minor);
    proposal.notMet = reader.word<Severity>("not-met").value_or(Severity::Major);
    reader.refuseOtherKeys();
    return proposal;
}

void PackPolicyReader::readResponseTimes(ObjectReader reader)
{
    for (const auto &[severity, word] : EnumText<Severity>::table)
        if (severity != Severity::Ofi || reader.has(word)) // an opportunity needs no answer, but may have a date
            m_policy.responseTimes.insert(severity, readResponseTime(reader.child(word)));
    reader.refuseOtherKeys();
}

ResponseTime PackPolicyReader::readResponseTime(ObjectReader reader)
{
    ResponseTime time;
    time.containmentHours = reader.integer("containmentHours", 1, maxHours, Need::Optional);
    time.planDays = reader.integer("planDays", 1, maxDays).value_or(1);
    time.closureDays = reader.integer("closureDays", 1, maxDays, Need::Optional);
    reader.refuseOtherKeys();
    return time;
}

} // namespace cq
