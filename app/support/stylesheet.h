// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPalette;

namespace cq {

/// The style sheet of the whole program for a palette and the body's text size in points. Knows the looks that theme.h
/// names, and no widget by its class name but Qt's own.
QString styleSheet(const QPalette &palette, qreal bodyPoints);

} // namespace cq
