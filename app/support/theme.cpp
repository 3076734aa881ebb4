// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/theme.h"

#include "app/support/stylesheet.h"

#include <QApplication>
#include <QFont>
#include <QStyleFactory>

namespace cq {

namespace {

/// The two looks side by side, so that one is never changed without the other.
struct Shade
{
    QRgb light;
    QRgb dark;
    QColor in(bool isDark) const { return QColor::fromRgb(isDark ? dark : light); }
};

constexpr Shade windowShade {0xfff3f5f8, 0xff14191f};
constexpr Shade baseShade {0xffffffff, 0xff1c232b};
constexpr Shade alternateShade {0xfff8fafc, 0xff212932};
constexpr Shade textShade {0xff18222d, 0xffe8edf2};
constexpr Shade mutedShade {0xff52606e, 0xffa6b3c0};
constexpr Shade lineShade {0xffd4dbe2, 0xff35404b};
constexpr Shade buttonShade {0xffffffff, 0xff252e38};
constexpr Shade accentShade {0xff0b6a72, 0xff58c4c8};
constexpr Shade onAccentShade {0xffffffff, 0xff0a1c1e};
constexpr Shade disabledShade {0xff9aa6b2, 0xff7c8996};

struct ToneShade
{
    Shade ink;
    Shade fill;
    Shade line;
    Theme::Tone in(bool isDark) const { return {ink.in(isDark), fill.in(isDark), line.in(isDark)}; }
};

constexpr ToneShade green {{0xff17653a, 0xff86d8a6}, {0xffe2f3e8, 0xff173325}, {0xff9ccdb0, 0xff2f5f46}};
constexpr ToneShade amber {{0xff774800, 0xfff0c26e}, {0xfffdf0d3, 0xff39290f}, {0xffe5c583, 0xff6a4f1e}};
constexpr ToneShade orange {{0xff8f3a06, 0xfff8ae80}, {0xfffde9dc, 0xff3f2414}, {0xffe9b796, 0xff744526}};
constexpr ToneShade red {{0xff9d1818, 0xffffa8a1}, {0xfffbe4e3, 0xff421d1d}, {0xffe7aaa7, 0xff773836}};
constexpr ToneShade crimson {{0xff83093d, 0xffff9fc4}, {0xfffadfea, 0xff451730}, {0xffe3a3bf, 0xff7d3459}};
constexpr ToneShade blue {{0xff1c4f8c, 0xff9cc6f7}, {0xffe3eefa, 0xff182c44}, {0xffa5c4e6, 0xff34547b}};
constexpr ToneShade slate {{0xff46545f, 0xffb9c5d0}, {0xffe8edf1, 0xff2a333d}, {0xffbfc9d2, 0xff4a5763}};
constexpr ToneShade plain {{0xff52606e, 0xffa6b3c0}, {0xfff3f5f8, 0xff1f2730}, {0xffd4dbe2, 0xff35404b}};

/// What the desktop asked for, read once before any palette of ours is set: Qt 6.4 has no signal for it.
bool systemIsDark()
{
    static const bool dark = Theme::isDark(QGuiApplication::palette());
    return dark;
}

} // namespace

void Theme::apply(QApplication &app, Mode mode)
{
    const bool ofSystem = systemIsDark();
    const bool dark = mode == Mode::Dark || (mode == Mode::System && ofSystem);
    const QPalette palette = paletteFor(dark);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("fusion")));
    QApplication::setPalette(palette);
    app.setStyleSheet(styleSheet(palette, QApplication::font().pointSizeF()));
}

bool Theme::isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QPalette Theme::paletteFor(bool dark)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const Shade &shade) { palette.setColor(role, shade.in(dark)); };
    set(QPalette::Window, windowShade);
    set(QPalette::Base, baseShade);
    set(QPalette::AlternateBase, alternateShade);
    set(QPalette::WindowText, textShade);
    set(QPalette::Text, textShade);
    set(QPalette::ButtonText, textShade);
    set(QPalette::BrightText, onAccentShade);
    set(QPalette::PlaceholderText, mutedShade);
    set(QPalette::Button, buttonShade);
    set(QPalette::Mid, lineShade);
    set(QPalette::Midlight, lineShade);
    set(QPalette::Light, baseShade);
    set(QPalette::Dark, lineShade);
    set(QPalette::Highlight, accentShade);
    set(QPalette::HighlightedText, onAccentShade);
    set(QPalette::Link, accentShade);
    set(QPalette::LinkVisited, accentShade);
    set(QPalette::ToolTipBase, baseShade);
    set(QPalette::ToolTipText, textShade);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabledShade.in(dark));
    return palette;
}

Theme::Tone Theme::toneOf(ResponseLevel level, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (level) {
    case ResponseLevel::Met:
        return green.in(dark);
    case ResponseLevel::PartiallyMet:
        return amber.in(dark);
    case ResponseLevel::NotMet:
        return red.in(dark);
    case ResponseLevel::NotApplicable:
        return slate.in(dark);
    case ResponseLevel::NotAssessed:
        return plain.in(dark);
    }
    return plain.in(dark);
}

Theme::Tone Theme::toneOf(Severity severity, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (severity) {
    case Severity::Critical:
        return crimson.in(dark);
    case Severity::Major:
        return orange.in(dark);
    case Severity::Minor:
        return amber.in(dark);
    case Severity::Ofi:
        return blue.in(dark);
    }
    return plain.in(dark);
}

Theme::Tone Theme::toneOf(OutcomeKind outcome, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (outcome) {
    case OutcomeKind::Incomplete:
        return slate.in(dark);
    case OutcomeKind::NaNotAccepted:
        return blue.in(dark);
    case OutcomeKind::NotQualified:
        return red.in(dark);
    case OutcomeKind::ConditionallyQualified:
        return amber.in(dark);
    case OutcomeKind::Qualified:
        return green.in(dark);
    }
    return plain.in(dark);
}

QColor Theme::accent(const QPalette &palette)
{
    return accentShade.in(isDark(palette));
}

QColor Theme::mutedInk(const QPalette &palette)
{
    return mutedShade.in(isDark(palette));
}

QColor Theme::line(const QPalette &palette)
{
    return lineShade.in(isDark(palette));
}

} // namespace cq
