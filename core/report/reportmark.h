// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/finding.h"
#include "core/pack/responselevel.h"

#include <QRectF>

class QPainter;

namespace cq {

/// Small painted signs. Each stands beside the word for the same thing and differs from the others in shape as well as
/// in colour, so that neither is needed to read it.
enum class ReportMark {
    None,
    Met,
    PartiallyMet,
    NotMet,
    NotApplicable,
    NotAssessed,
    Gate,
    Critical,
    Major,
    Minor,
    Improvement,
    GoodPractice,
    Notice,
    TickBox, ///< to be ticked by hand
};

ReportMark markOf(ResponseLevel level);
/// By kind, and by severity for nonconformities.
ReportMark markOf(const Finding &finding);

/// Paints the sign as vectors into a square.
void drawMark(QPainter &painter, const QRectF &square, ReportMark mark);

} // namespace cq
