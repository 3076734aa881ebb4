// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/picture.h"
#include "core/analytics/chartseries.h"

namespace cq {

/// Graded scores of a centre's audits through the years, its self-assessments apart from the visits.
Picture auditTrend(const QList<TrendPoint> &trend);

/// How far the nonconformities have come, from raised to closed.
Picture findingFunnel(const std::array<int, 5> &counts);

} // namespace cq
