// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/finding.h"
#include "core/pack/criterion.h"
#include "core/pack/responselevel.h"

#include <QColor>
#include <QPalette>

class QApplication;

namespace cq {

/// Light and dark look of the program: one palette of our own on the Fusion style, one accent colour, contrast of at least
/// 4.5:1 for every text (WCAG 2.2 AA). Colour never stands alone: words and symbols come from words.h.
///
/// Forms ask for a look by the dynamic property "look": on labels "title", "heading" (the two larger text sizes), "muted",
/// "warning"; on buttons "primary", "link", "rail"; on frames "card", "rail", "strip"; on views and browsers "flat".
class Theme
{
public:
    enum class Mode { System, Light, Dark };

    /// Style, palette, font sizes and style sheet of the whole program.
    static void apply(QApplication &app, Mode mode);
    static bool isDark(const QPalette &palette);
    static QPalette paletteFor(bool dark);

    /// Ink on a soft fill of the same tone, readable on the palette's base.
    struct Tone
    {
        QColor ink;
        QColor fill;
        QColor line;
    };
    static Tone toneOf(ResponseLevel level, const QPalette &palette);
    static Tone toneOf(Severity severity, const QPalette &palette);
    static Tone toneOf(OutcomeKind outcome, const QPalette &palette);
    static QColor accent(const QPalette &palette);
    static QColor mutedInk(const QPalette &palette); ///< secondary text
    static QColor line(const QPalette &palette); ///< hairlines between things

    static constexpr int grid = 8; ///< spacing, in device-independent pixels
};

} // namespace cq
