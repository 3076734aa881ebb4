// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/openitemsmodel.h"

#include "app/models/cellroles.h"
#include "core/session/auditsession.h"

namespace cq {

OpenItemsModel::OpenItemsModel(const AuditSession &session, QObject *parent)
    : RowModel(parent)
    , m_session(session)
{
}

void OpenItemsModel::update(bool onlyDeciding)
{
    QList<OpenItem> items = openItems(m_session);
    if (onlyDeciding)
        items.removeIf([](const OpenItem &item) { return !item.canChange; });
    setRows(items);
}

int OpenItemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OpenItemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OpenItem &item = at(index.row());
    if (role == IdRole)
        return item.criterion.text();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case Place:
        for (const Facility &facility : m_session.facilities())
            if (facility.id == item.facility)
                return facility.name;
        return tr("Programme");
    case Code:
        return item.criterion.text();
    case Text:
        return m_session.packs().criteria().at(m_session.packs().indexOf(item.criterion)).text;
    case ToMeet:
        return item.toMeet;
    case Weight:
        if (item.isGate)
            return item.canChange ? tr("Gate, could change the outcome") : tr("Gate");
        return item.canChange ? tr("Could change the outcome") : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant OpenItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Place:
        return tr("Place");
    case Code:
        return tr("Code");
    case Text:
        return tr("Criterion");
    case ToMeet:
        return tr("Ask");
    case Weight:
        return tr("Weight");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
