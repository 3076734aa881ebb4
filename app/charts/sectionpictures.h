// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/picture.h"
#include "core/analytics/chartseries.h"

namespace cq {

/// Sections around a circle, the centre's own graded score against the auditors'.
Picture sectionRadar(const QList<SectionBar> &bars);

/// A bar of each section's graded score in one lane, with the gates that are not met marked by colour, symbol and word.
Picture sectionGates(const QList<SectionBar> &bars, Party lane, const QList<qint64> &marks);

} // namespace cq
