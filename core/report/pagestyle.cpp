// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pagestyle.h"

#include "core/report/reportfonts.h"

namespace cq {

namespace {

qreal pointsOf(TextSize size)
{
    switch (size) {
    case TextSize::Small:
        return 7.5;
    case TextSize::Body:
        return 9;
    case TextSize::Heading:
        return 12;
    case TextSize::Title:
        return 22;
    }
    return 9;
}

} // namespace

QColor colourOf(Ink ink)
{
    switch (ink) {
    case Ink::Text:
        return QColor(0x1c, 0x23, 0x2b);
    case Ink::Muted:
        return QColor(0x55, 0x60, 0x6b);
    case Ink::Accent:
        return QColor(0x1f, 0x5f, 0xa8);
    case Ink::Good:
        return QColor(0x1d, 0x6f, 0x42);
    case Ink::Caution:
        return QColor(0x8f, 0x55, 0x00);
    case Ink::Bad:
        return QColor(0xb0, 0x20, 0x2c);
    }
    return Qt::black;
}

QColor ruleColour()
{
    return QColor(0xcd, 0xd3, 0xd9);
}

QColor shadeColour()
{
    return QColor(0xf1, 0xf5, 0xf9);
}

QColor trackColour()
{
    return QColor(0xe4, 0xe8, 0xec);
}

QFont reportFont(TextSize size, bool bold, bool italic)
{
    QFont font(reportFontFamily());
    font.setPixelSize(qRound(pagestyle::pt(pointsOf(size))));
    font.setBold(bold);
    font.setItalic(italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Too little to be seen, but any spacing keeps letters from melting into ligatures, which would make "ff" in a
    // digest one character for whoever copies or searches the text.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.05);
    return font;
}

} // namespace cq
