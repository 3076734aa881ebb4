// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/theme.h"
#include "core/findings/riskcell.h"

#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace cq {

/// Picks a cell of the harm and scope grid. Arrows go from cell to cell, Space or a click chooses one, and the chosen one
/// again takes it back. Each cell is named for screen readers; words stand at the edges and below, the symbol in the cell
/// says how high it is.
class RiskGrid : public QWidget
{
    Q_OBJECT

public:
    explicit RiskGrid(QWidget *parent = nullptr);

    std::optional<RiskCell> cell() const { return m_cell; }
    /// Shows it without announcing it.
    void setCell(const std::optional<RiskCell> &cell);

    /// ○ low, ◐ raised, ● high: harm and scope weigh the same.
    static QString symbolFor(const RiskCell &cell);
    static QString textFor(const RiskCell &cell);
    static Theme::Tone toneFor(const RiskCell &cell, const QPalette &palette);

Q_SIGNALS:
    void cellChosen(const std::optional<cq::RiskCell> &cell);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr int side = 3;

    static RiskCell cellAt(int place);
    static int placeOf(const RiskCell &cell);
    void addButton(int place);
    void choose(int place);
    void moveFrom(int place, int key);
    void refresh();
    void paintButtons();

    std::optional<RiskCell> m_cell;
    QList<QToolButton *> m_buttons; ///< high harm first, narrow scope first
    QLabel *m_text;
};

} // namespace cq
