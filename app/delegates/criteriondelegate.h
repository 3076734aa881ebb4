// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pack/responselevel.h"

#include <QStyledItemDelegate>

#include <array>
#include <optional>

namespace cq {

/// Draws one line of the checklist: code, criticality, gate, signs, two lines of text, and the answers as segments that
/// can be touched. All lines are of one height, so that thousands of them scroll without measuring.
class CriterionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CriterionDelegate(QObject *parent = nullptr);

    static constexpr std::array<ResponseLevel, 4> levels {ResponseLevel::Met, ResponseLevel::PartiallyMet,
        ResponseLevel::NotMet, ResponseLevel::NotApplicable};

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

    /// Where the segment of a level stands in a line.
    static QRect segment(const QRect &line, const QFont &font, ResponseLevel level);
    static std::optional<ResponseLevel> levelAt(const QRect &line, const QFont &font, const QPoint &point);

Q_SIGNALS:
    void answerRequested(const QModelIndex &index, cq::ResponseLevel level);

private:
    void paintHead(QPainter *painter, QRect area, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintText(QPainter *painter, const QRect &area, const QStyleOptionViewItem &option,
        const QModelIndex &index) const;
    void paintSegments(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    std::optional<ResponseLevel> m_pressed;
    QPersistentModelIndex m_pressedIndex;
};

} // namespace cq
