// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditsummary.h"
#include "core/findings/finding.h"
#include "core/scoring/scoresheet.h"

#include <array>

namespace cq {

// What pictures show, as plain exact data; a picture turns it into points only when it paints.

/// A top-level section in two lanes.
struct SectionBar
{
    SectionId section;
    QString title;
    Score self; ///< graded, the centre's own answers; undefined where it gave none
    Score auditor;
    int gatesNotMet = 0; ///< in the lane looked at
    int gatesPartiallyMet = 0;
    bool operator==(const SectionBar &) const = default;
};

/// The top-level sections in which something applies, in the order of the packs. Both sheets are of these packs;
/// what applies, and the gates, are those of `lane`.
QList<SectionBar> sectionBars(const PackSet &packs, const ScoreSheet &self, const ScoreSheet &auditor, Party lane);

/// One audit of a centre on its way through the years.
struct TrendPoint
{
    AuditSummary audit;
    Score graded;
    OutcomeKind outcome = OutcomeKind::Incomplete;
    QList<qint64> marks; ///< of the rules that decided it, for Score::tenths()
    bool operator==(const TrendPoint &) const = default;
};

/// In the order of their first days; cancelled audits and those without a day or any answer are left out.
QList<TrendPoint> trendOf(QList<TrendPoint> points);

/// How far nonconformities have come; each stage counts those that reached it or went beyond.
enum class FunnelStage { Raised, Confirmed, Answered, Accepted, Closed };

/// Counts by FunnelStage. Withdrawn findings and other kinds than nonconformities do not count.
std::array<int, 5> funnelOf(const QList<Finding> &findings);

/// Numbers of the findings in each cell, by HarmLikelihood, then HarmScope.
using RiskGridNumbers = std::array<std::array<QList<int>, 3>, 3>;

/// Withdrawn findings, other kinds than nonconformities and those not placed in the grid are left out.
RiskGridNumbers riskGridOf(const QList<Finding> &findings);

} // namespace cq
