// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/chapters.h"

namespace cq {

/// Bars of the top-level sections: graded score with a stroke for the strict one, the floor as a line, a flag where a
/// gate needs attention. All vectors; every figure in it also stands in the score table.
void writeSectionDiagram(PageFlow &flow, const ChapterContext &context);

} // namespace cq
