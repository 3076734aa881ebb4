// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/chapters.h"

namespace cq {

/// Graded scores of the centre's audits in their order, self-assessments (dashes, squares) apart from audits (a line,
/// dots); each stands above its number in the table beside it.
void writeTrend(PageFlow &flow, const ChapterContext &context);

} // namespace cq
