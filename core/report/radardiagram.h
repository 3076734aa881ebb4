// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/chapters.h"

namespace cq {

/// The sections in which both sides gave answers, so that one can be held against the other.
QList<SectionBar> comparableBars(const ChapterContext &context);

/// A radar of them: the centre's own graded scores as a dashed line with squares, the auditors' as a solid one with dots.
/// Expects three sections at least. All vectors; the table beside it gives the same figures.
void writeRadar(PageFlow &flow, const ChapterContext &context, const QList<SectionBar> &bars);

} // namespace cq
