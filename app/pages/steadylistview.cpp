// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/steadylistview.h"

namespace cq {

SteadyListView::SteadyListView(QWidget *parent)
    : QListView(parent)
{
    setUniformItemSizes(true);
}

void SteadyListView::dataChanged(
    const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles); // past QListView's own
}

} // namespace cq
