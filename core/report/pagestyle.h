// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>

namespace cq {

/// The look of the report in one place: measures, text sizes and colours. Measures are in units of a tenth of a point,
/// fine enough that hinting and rounding cannot be seen.
namespace pagestyle {

constexpr int unitsPerPoint = 10;
constexpr qreal pt(qreal points)
{
    return points * unitsPerPoint;
}

constexpr qreal pageWidth = pt(595); // A4, as QPdfWriter rounds it
constexpr qreal pageHeight = pt(842);
constexpr qreal margin = pt(54);
constexpr qreal bodyTop = pt(78);
constexpr qreal bodyBottom = pageHeight - pt(66);
constexpr qreal bodyWidth = pageWidth - 2 * margin;
constexpr qreal headerLine = pt(56);
constexpr qreal footerLine = pageHeight - pt(48);
constexpr qreal hairline = pt(0.5);

} // namespace pagestyle

/// The sizes text comes in.
enum class TextSize { Small, Body, Heading, Title };

/// What a colour says, so that a meaning has one colour throughout.
enum class Ink { Text, Muted, Accent, Good, Caution, Bad };

/// The colour of an ink; each has a contrast of at least 4.5:1 on white and on the shades below.
QColor colourOf(Ink ink);
QColor ruleColour();
QColor shadeColour();
QColor trackColour();

QFont reportFont(TextSize size, bool bold = false, bool italic = false);

} // namespace cq
