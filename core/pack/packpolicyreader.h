// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pack/objectreader.h"
#include "core/pack/scoringpolicy.h"

namespace cq {

/// Reads the scoring policy of a core pack: values, weights, thresholds, ordered outcome rules, proposed severities and
/// response times. Also proves that every outcome rule can decide and that one always does.
class PackPolicyReader
{
public:
    explicit PackPolicyReader(FaultList &faults) : m_faults(faults) { }

    ScoringPolicy read(ObjectReader reader);

private:
    void readScale(ObjectReader reader);
    void readWeights(ObjectReader reader);
    void readThresholds(ObjectReader reader);
    void readSectionFloor(ObjectReader reader);
    void readOutcomeRules(ObjectReader &policy);
    void checkOutcomeRules(const QString &pointer);
    void readProposedSeverity(ObjectReader reader);
    ScoringPolicy::Proposal readProposal(ObjectReader reader);
    void readResponseTimes(ObjectReader reader);
    ResponseTime readResponseTime(ObjectReader reader);

    FaultList &m_faults;
    ScoringPolicy m_policy;
    qsizetype m_faultsBefore = 0; ///< when the thresholds and rules came
};

} // namespace cq
