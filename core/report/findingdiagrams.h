// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/chapters.h"

namespace cq {

QString stageWords(const ReportWords &words, FunnelStage stage);

/// Bars of how far the nonconformities have come, each with its number.
void writeFunnel(PageFlow &flow, const ChapterContext &context);

/// The harm and scope grid with the number of nonconformities in each cell.
void writeRiskGrid(PageFlow &flow, const ChapterContext &context);

} // namespace cq
