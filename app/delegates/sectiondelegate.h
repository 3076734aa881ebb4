// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace cq {

/// Draws one section: a ring that fills with the answers, title, count and score, and a flag where a gate is not met.
class SectionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit SectionDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace cq
