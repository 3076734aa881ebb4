// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace cq {

/// Draws a cell as symbol and word in a field of their tone, where the model gives one (ToneRole); else as usual.
class PillDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PillDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace cq
