// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/stylesheet.h"

#include "app/support/theme.h"

#include <QPalette>

namespace cq {

namespace {

// Names in braces are filled in below. The three text sizes: body, heading, title.
const char textRules[] = R"(
QLabel[look="title"] { font-size: {title}pt; font-weight: 600; }
QLabel[look="heading"] { font-size: {heading}pt; font-weight: 600; }
QLabel[look="muted"] { color: {muted}; }
QLabel[look="warning"] { color: {warningInk}; background: {warningFill}; border: 1px solid {warningLine};
    border-radius: 6px; padding: 8px 12px; }
QToolTip { background: {base}; color: {text}; border: 1px solid {line}; padding: 6px; }
)";

const char frameRules[] = R"(
QFrame[look="card"] { background: {base}; border: 1px solid {line}; border-radius: 8px; }
QFrame[look="rail"] { background: {base}; border: none; border-right: 1px solid {line}; }
QFrame[look="strip"] { background: {base}; border: none; border-bottom: 1px solid {line}; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[look="page"] { background: transparent; }
QStatusBar { background: {base}; border-top: 1px solid {line}; color: {muted}; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: {muted}; padding: 3px 8px; }
QMenuBar { background: {base}; border-bottom: 1px solid {line}; }
QMenuBar::item { padding: 6px 10px; background: transparent; }
QMenuBar::item:selected { background: {accentSoft}; color: {text}; }
QSplitter::handle { background: transparent; }
)";

const char buttonRules[] = R"(
QPushButton, QToolButton, QTabBar, QCheckBox, QRadioButton { outline: none; }
QPushButton { background: {button}; color: {text}; border: 1px solid {edge}; border-radius: 6px; padding: 6px 16px;
    min-height: 20px; }
QPushButton:hover { border-color: {accent}; }
QPushButton:focus { border: 2px solid {accent}; padding: 5px 15px; }
QPushButton:pressed, QPushButton:checked { background: {accentSoft}; border-color: {accent}; }
QPushButton:disabled { color: {disabled}; border-color: {line}; background: {window}; }
QPushButton[look="primary"], QPushButton:default { background: {accent}; color: {onAccent}; border: 1px solid {accent}; }
QPushButton[look="primary"] { font-weight: 600; }
QPushButton[look="primary"]:hover, QPushButton:default:hover { background: {accentStrong}; }
QPushButton[look="primary"]:focus, QPushButton:default:focus { border: 2px solid {text}; }
QPushButton[look="primary"]:disabled, QPushButton:default:disabled { background: {line}; color: {muted};
    border-color: {line}; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: {accent}; padding: 6px 8px;
    text-align: left; }
QPushButton[look="link"]:hover { background: {accentSoft}; }
QPushButton[look="link"]:focus { border: 2px solid {accent}; padding: 5px 7px; }
QPushButton[look="link"]:disabled { color: {disabled}; }
QToolButton[look="rail"] { background: transparent; border: 2px solid transparent; border-radius: 8px; padding: 8px 4px;
    color: {muted}; }
QToolButton[look="rail"]:hover { background: {accentSoft}; color: {text}; }
QToolButton[look="rail"]:checked { background: {accentSoft}; color: {accent}; font-weight: 600; }
QToolButton[look="rail"]:focus { border-color: {accent}; }
)";

const char fieldRules[] = R"(
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit { background: {base};
    border: 1px solid {edge}; border-radius: 6px; padding: 5px 8px; selection-background-color: {accent};
    selection-color: {onAccent}; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: {window}; border-color: {line}; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {
    border: 2px solid {accent}; padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDateEdit:disabled {
    background: {window}; color: {muted}; border-color: {line}; }
QTextBrowser { border-color: {line}; border-radius: 8px; }
QCheckBox { spacing: 8px; }
QCheckBox:disabled { color: {muted}; }
QRadioButton { spacing: 8px; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 16px; height: 16px; background: {base};
    border: 1px solid {edge}; border-radius: 4px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: {accent}; border-color: {accent};
    image: url(:/icons/check-{mode}.svg); }
QCheckBox::indicator:disabled { background: {window}; border-color: {line}; }
QCheckBox::indicator:checked:disabled { background: {muted}; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: {accent}; }
QCheckBox:focus, QRadioButton:focus { color: {accent}; }
QRadioButton::indicator { width: 16px; height: 16px; background: {base}; border: 1px solid {edge}; border-radius: 9px; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid {accent}; border-radius: 9px;
    background: {onAccent}; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/icons/chevron-down-{mode}.svg); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button { width: 20px; border: none; background: transparent; }
QSpinBox::up-arrow { image: url(:/icons/chevron-up-{mode}.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url(:/icons/chevron-down-{mode}.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: {base}; border: 1px solid {edge}; selection-background-color: {accentSoft};
    selection-color: {text}; outline: none; padding: 4px; }
)";

const char viewRules[] = R"(
QAbstractItemView { background: {base}; alternate-background-color: {alternate}; border: 1px solid {line};
    border-radius: 8px; selection-background-color: {accentSoft}; selection-color: {text}; outline: none; }
QTableView, QTreeView { gridline-color: transparent; }
QListView::item, QTreeView::item, QTableView::item { padding: 6px 8px; border: none; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: {accentSoft};
    color: {text}; }
QAbstractItemView:focus { border-color: {accent}; }
QAbstractItemView[look="flat"], QTextBrowser[look="flat"], QTextBrowser[look="flat"]:focus { border: none; padding: 0; }
QTabBar { qproperty-drawBase: 0; }
QHeaderView { background: {base}; border: none; }
QHeaderView::section { background: {base}; color: {muted}; border: none; border-bottom: 1px solid {line};
    padding: 8px 8px 8px 11px; font-weight: 600; }
QHeaderView::section:vertical { border-bottom: none; border-right: 1px solid {line}; }
QTableView QTableCornerButton::section { background: {base}; border: none; }
QTabWidget::pane { border: none; border-top: 1px solid {line}; }
QTabBar::tab { background: transparent; color: {muted}; padding: 8px 14px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: {text}; }
QTabBar::tab:selected { color: {accent}; border-bottom: 2px solid {accent}; font-weight: 600; }
QTabBar::tab:focus { background: {accentSoft}; }
QProgressBar { background: {line}; border: none; border-radius: 4px; max-height: 8px; }
QProgressBar::chunk { background: {accent}; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: {edge}; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

QColor mixed(const QColor &a, const QColor &b, int percentOfA)
{
    const auto mix = [percentOfA](int x, int y) { return (x * percentOfA + y * (100 - percentOfA)) / 100; };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

} // namespace

QString styleSheet(const QPalette &palette, qreal bodyPoints)
{
    const QColor accent = Theme::accent(palette);
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const Theme::Tone warning = Theme::toneOf(ResponseLevel::PartiallyMet, palette);
    const std::pair<QLatin1String, QString> values[] = {
        {QLatin1String("{window}"), palette.color(QPalette::Window).name()},
        {QLatin1String("{base}"), base.name()},
        {QLatin1String("{alternate}"), palette.color(QPalette::AlternateBase).name()},
        {QLatin1String("{button}"), palette.color(QPalette::Button).name()},
        {QLatin1String("{text}"), text.name()},
        {QLatin1String("{muted}"), Theme::mutedInk(palette).name()},
        {QLatin1String("{disabled}"), palette.color(QPalette::Disabled, QPalette::Text).name()},
        {QLatin1String("{line}"), Theme::line(palette).name()},
        // The edge of a field must be seen by itself: 3:1 on the base (WCAG 2.2, 1.4.11).
        {QLatin1String("{edge}"), mixed(text, base, 52).name()},
        {QLatin1String("{accent}"), accent.name()},
        {QLatin1String("{accentStrong}"), mixed(accent, text, 85).name()},
        {QLatin1String("{accentSoft}"), mixed(accent, base, Theme::isDark(palette) ? 24 : 14).name()},
        {QLatin1String("{onAccent}"), palette.color(QPalette::HighlightedText).name()},
        {QLatin1String("{warningInk}"), warning.ink.name()},
        {QLatin1String("{warningFill}"), warning.fill.name()},
        {QLatin1String("{warningLine}"), warning.line.name()},
        {QLatin1String("{mode}"), Theme::isDark(palette) ? QStringLiteral("dark") : QStringLiteral("light")},
        {QLatin1String("{heading}"), QString::number(bodyPoints * 1.2, 'f', 1)},
        {QLatin1String("{title}"), QString::number(bodyPoints * 1.6, 'f', 1)},
    };
    QString sheet;
    for (const char *rules : {textRules, frameRules, buttonRules, fieldRules, viewRules})
        sheet += QLatin1String(rules);
    for (const auto &[name, value] : values)
        sheet.replace(name, value);
    return sheet;
}

} // namespace cq
