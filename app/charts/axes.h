// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/score.h"

#include <QtGlobal>

class QAbstractAxis;
class QPalette;
class QValueAxis;

namespace cq {

/// Inks of an axis in the colours of the palette.
void paintAxis(QAbstractAxis &axis, const QPalette &palette);
/// An axis from 0 to 100 per cent.
QValueAxis *percentAxis(const QPalette &palette);
/// Where a defined score stands on that axis: the one place in which an exact score becomes a point on a screen.
qreal pointOf(const Score &score);

} // namespace cq
