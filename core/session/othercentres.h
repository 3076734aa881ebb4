// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/benchmark.h"

namespace cq {

class AuditSession;

/// What the other centres of the workspace reached, for a benchmark: of each the newest audit that was submitted, like
/// compared with like - self-assessments with self-assessments, visits with visits. In no order that tells whose is whose; what
/// cannot be read is left out.
QList<BenchmarkResult> resultsOfOtherCentres(const AuditSession &session);

} // namespace cq
