// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/riskgrid.h"

#include "app/support/words.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace cq {

namespace {

/// 0 to 4, from both sides alike.
int heightOf(const RiskCell &cell)
{
    return int(cell.harm) + int(cell.scope);
}

QLabel *edgeLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("look", QStringLiteral("muted"));
    label->setAlignment(Qt::AlignCenter);
    return label;
}

} // namespace

RiskGrid::RiskGrid(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    for (int row = 0; row < side; ++row)
        grid->addWidget(edgeLabel(wordFor(cellAt(row * side).harm)), row, 0);
    for (int column = 0; column < side; ++column)
        grid->addWidget(edgeLabel(wordFor(cellAt(column).scope)), side, column + 1);
    for (int place = 0; place < side * side; ++place)
        addButton(place);
    m_text->setProperty("look", QStringLiteral("muted"));
    m_text->setWordWrap(true);
    grid->addWidget(m_text, side + 1, 0, 1, side + 2);
    for (int column = 1; column <= side; ++column)
        grid->setColumnMinimumWidth(column, 70); // alike, whatever stands below
    grid->setColumnStretch(side + 1, 1);
    setFocusProxy(m_buttons.constFirst());
    refresh();
}

void RiskGrid::addButton(int place)
{
    auto *button = new QToolButton(this);
    button->setCheckable(true);
    button->setFixedHeight(28);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setAccessibleName(textFor(cellAt(place)));
    button->setToolTip(textFor(cellAt(place)));
    button->installEventFilter(this);
    connect(button, &QToolButton::clicked, this, [this, place] { choose(place); });
    static_cast<QGridLayout *>(layout())->addWidget(button, place / side, place % side + 1);
    m_buttons.append(button);
}

RiskCell RiskGrid::cellAt(int place)
{
    return {HarmLikelihood(side - 1 - place / side), HarmScope(place % side)};
}

int RiskGrid::placeOf(const RiskCell &cell)
{
    return (side - 1 - int(cell.harm)) * side + int(cell.scope);
}

QString RiskGrid::symbolFor(const RiskCell &cell)
{
    const int height = heightOf(cell);
    return height < 2 ? QStringLiteral("○") : height == 2 ? QStringLiteral("◐") : QStringLiteral("●");
}

QString RiskGrid::textFor(const RiskCell &cell)
{
    //: Likelihood of harm and extent of what was found
    return tr("Harm: %1. Scope: %2.").arg(wordFor(cell.harm), wordFor(cell.scope));
}

Theme::Tone RiskGrid::toneFor(const RiskCell &cell, const QPalette &palette)
{
    const int height = heightOf(cell);
    return Theme::toneOf(
        height < 2 ? Severity::Ofi : height == 2 ? Severity::Minor : height == 3 ? Severity::Major : Severity::Critical,
        palette);
}

void RiskGrid::setCell(const std::optional<RiskCell> &cell)
{
    m_cell = cell;
    refresh();
}

void RiskGrid::choose(int place)
{
    const RiskCell chosen = cellAt(place);
    setCell(m_cell == chosen ? std::nullopt : std::optional(chosen));
    Q_EMIT cellChosen(m_cell);
}

void RiskGrid::refresh()
{
    const int current = m_cell ? placeOf(*m_cell) : -1;
    for (int place = 0; place < int(m_buttons.size()); ++place) {
        QToolButton *button = m_buttons.at(place);
        button->setChecked(place == current);
        button->setText(place == current ? symbolFor(cellAt(place)) + QStringLiteral(" ✓") : symbolFor(cellAt(place)));
        // One stop for Tab: from there on the arrows go.
        button->setFocusPolicy(place == qMax(current, 0) ? Qt::StrongFocus : Qt::ClickFocus);
    }
    setFocusProxy(m_buttons.at(qMax(current, 0)));
    m_text->setText(m_cell ? textFor(*m_cell) : tr("Not placed. Arrows move, Space chooses."));
    paintButtons();
}

void RiskGrid::paintButtons()
{
    for (int place = 0; place < int(m_buttons.size()); ++place) {
        const Theme::Tone tone = toneFor(cellAt(place), palette());
        m_buttons.at(place)->setStyleSheet(
            QStringLiteral("QToolButton { color: %1; background: %2; border: 1px solid %3; border-radius: 4px; }"
                           "QToolButton:checked { border: 2px solid %1; font-weight: 600; }"
                           "QToolButton:focus { border: 3px solid %4; }")
                .arg(tone.ink.name(), tone.fill.name(), tone.line.name(), Theme::accent(palette()).name()));
    }
}

void RiskGrid::moveFrom(int place, int key)
{
    const int row = place / side + (key == Qt::Key_Down) - (key == Qt::Key_Up);
    const int column = place % side + (key == Qt::Key_Right) - (key == Qt::Key_Left);
    if (row >= 0 && row < side && column >= 0 && column < side)
        m_buttons.at(row * side + column)->setFocus(Qt::OtherFocusReason);
}

bool RiskGrid::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const auto place = m_buttons.indexOf(static_cast<QToolButton *>(watched));
        if (place >= 0 && (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right)) {
            moveFrom(int(place), key);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RiskGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_buttons.isEmpty())
        paintButtons();
}

} // namespace cq
