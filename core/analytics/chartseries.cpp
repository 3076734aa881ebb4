// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/chartseries.h"

#include "core/pack/packset.h"

#include <algorithm>
#include <optional>

namespace cq {

namespace {

std::optional<FunnelStage> stageOf(FindingState state)
{
    switch (state) {
    case FindingState::Noted:
    case FindingState::Proposed:
        return FunnelStage::Raised;
    case FindingState::Confirmed:
    case FindingState::Modified:
    case FindingState::ResponseRequested:
        return FunnelStage::Confirmed;
    case FindingState::ResponseReceived:
    case FindingState::Returned: // answered, though not well enough
        return FunnelStage::Answered;
    case FindingState::Accepted:
        return FunnelStage::Accepted;
    case FindingState::Closed:
    case FindingState::EffectivenessVerified:
        return FunnelStage::Closed;
    case FindingState::Withdrawn:
        break;
    }
    return std::nullopt;
}

} // namespace

QList<SectionBar> sectionBars(const PackSet &packs, const ScoreSheet &self, const ScoreSheet &auditor, Party lane)
{
    const ScoreSheet &looked = lane == Party::Centre ? self : auditor;
    QList<SectionBar> bars;
    for (qsizetype place = 0; place < packs.sections().size(); ++place) {
        const Section &section = packs.sections().at(place);
        const SectionScore &score = looked.sections.at(place);
        if (section.parent.isEmpty() && score.applicable > 0)
            bars.append({section.id, section.title, self.sections.at(place).graded, auditor.sections.at(place).graded,
                score.gatesNotMet, score.gatesPartiallyMet});
    }
    return bars;
}

QList<TrendPoint> trendOf(QList<TrendPoint> points)
{
    points.removeIf([](const TrendPoint &point) {
        return point.audit.state == AuditState::Cancelled || !point.audit.startsOn.isValid() || !point.graded.isDefined();
    });
    std::stable_sort(points.begin(), points.end(),
        [](const TrendPoint &a, const TrendPoint &b) { return a.audit.startsOn < b.audit.startsOn; });
    return points;
}

std::array<int, 5> funnelOf(const QList<Finding> &findings)
{
    std::array<int, 5> counts {};
    for (const Finding &finding : findings) {
        const auto reached = stageOf(finding.state);
        if (finding.kind != FindingKind::Nonconformity || !reached)
            continue;
        for (int stage = 0; stage <= int(*reached); ++stage)
            ++counts[size_t(stage)];
    }
    return counts;
}

RiskGridNumbers riskGridOf(const QList<Finding> &findings)
{
    RiskGridNumbers numbers;
    for (const Finding &finding : findings)
        if (finding.kind == FindingKind::Nonconformity && finding.state != FindingState::Withdrawn && finding.risk)
            numbers[size_t(finding.risk->harm)][size_t(finding.risk->scope)].append(finding.number);
    return numbers;
}

} // namespace cq
