// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/centrelistmodel.h"

#include "core/session/centredesk.h"

#include "app/models/cellroles.h"

namespace cq {

CentreListModel::CentreListModel(CentreDesk &desk, QObject *parent)
    : RowModel(parent)
    , m_desk(desk)
{
    const auto refresh = [this] { setRows(m_desk.all()); };
    refresh();
    connect(&m_desk, &CentreDesk::centreAdded, this, refresh);
    connect(&m_desk, &CentreDesk::centreChanged, this, refresh);
}

int CentreListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QString CentreListModel::keyOf(const Centre &centre) const
{
    return centre.id.text();
}

QVariant CentreListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Centre &centre = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return centre.isFictional ? tr("%1 (fictional)").arg(centre.name) : centre.name;
    case IdRole:
        return centre.id.text();
    default:
        return {};
    }
}

} // namespace cq
