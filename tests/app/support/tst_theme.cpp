// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <functional>

using namespace cq;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyToneCanBeRead_data();
    void everyToneCanBeRead();
    void textCanBeReadOnEveryGround_data();
    void textCanBeReadOnEveryGround();
    void toneOfEachLevelIsItsOwn();
    void applyingALookChangesThePalette();
    void theStyleSheetHasNoNameLeftUnfilled();
};

namespace {

// WCAG 2.2, definitions of relative luminance and contrast ratio.
double luminance(const QColor &color)
{
    const auto linear = [](float part) {
        const double share = double(part);
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

constexpr double needed = 4.5;

void addModes(const std::function<void(const char *, bool)> &rows)
{
    rows("light", false);
    rows("dark", true);
}

} // namespace

void TestTheme::everyToneCanBeRead_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    addModes([](const char *mode, bool dark) {
        const QPalette palette = Theme::paletteFor(dark);
        const auto row = [&](const QString &name, const Theme::Tone &tone) {
            QTest::addRow("%s %s on its fill", mode, qPrintable(name)) << tone.ink << tone.fill;
            QTest::addRow("%s %s on the base", mode, qPrintable(name)) << tone.ink << palette.color(QPalette::Base);
        };
        for (const auto &[level, word] : EnumText<ResponseLevel>::table)
            row(QString::fromLatin1(word), Theme::toneOf(level, palette));
        for (const auto &[severity, word] : EnumText<Severity>::table)
            row(QString::fromLatin1(word), Theme::toneOf(severity, palette));
        for (const auto &[outcome, word] : EnumText<OutcomeKind>::table)
            row(QString::fromLatin1(word), Theme::toneOf(outcome, palette));
    });
}

void TestTheme::everyToneCanBeRead()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const double found = contrast(ink, ground);
    QVERIFY2(found >= needed, qPrintable(QStringLiteral("%1 on %2: %3").arg(ink.name(), ground.name()).arg(found)));
}

void TestTheme::textCanBeReadOnEveryGround_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    addModes([](const char *mode, bool dark) {
        const QPalette palette = Theme::paletteFor(dark);
        for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button}) {
            QTest::addRow("%s text on %d", mode, int(ground)) << palette.color(QPalette::Text) << palette.color(ground);
            QTest::addRow("%s muted on %d", mode, int(ground)) << Theme::mutedInk(palette) << palette.color(ground);
            QTest::addRow("%s accent on %d", mode, int(ground)) << Theme::accent(palette) << palette.color(ground);
        }
        QTest::addRow("%s on accent", mode) << palette.color(QPalette::HighlightedText) << Theme::accent(palette);
    });
}

void TestTheme::textCanBeReadOnEveryGround()
{
    everyToneCanBeRead();
}

void TestTheme::toneOfEachLevelIsItsOwn()
{
    const QPalette palette = Theme::paletteFor(false);
    QList<QRgb> inks;
    for (const auto &[level, word] : EnumText<ResponseLevel>::table) {
        const QRgb ink = Theme::toneOf(level, palette).ink.rgb();
        QVERIFY2(!inks.contains(ink), word);
        inks.append(ink);
    }
}

void TestTheme::applyingALookChangesThePalette()
{
    Theme::apply(*qApp, Theme::Mode::Dark);
    QVERIFY(Theme::isDark(QApplication::palette()));
    Theme::apply(*qApp, Theme::Mode::Light);
    QVERIFY(!Theme::isDark(QApplication::palette()));
}

void TestTheme::theStyleSheetHasNoNameLeftUnfilled()
{
    Theme::apply(*qApp, Theme::Mode::Light);
    const QString sheet = qApp->styleSheet();
    QVERIFY(!sheet.isEmpty());
    static const QRegularExpression unfilled(QStringLiteral("\\{[a-zA-Z]+\\}"));
    QVERIFY2(!sheet.contains(unfilled), qPrintable(unfilled.match(sheet).captured()));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
