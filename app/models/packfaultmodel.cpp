// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/packfaultmodel.h"

#include <QLocale>

namespace cq {

PackFaultModel::PackFaultModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PackFaultModel::showFaults(const QList<Fault> &faults)
{
    beginResetModel();
    m_faults = faults;
    endResetModel();
}

int PackFaultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_faults.size());
}

int PackFaultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PackFaultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Fault &fault = m_faults.at(index.row());
    switch (Column(index.column())) {
    case Line:
        return fault.line > 0 ? QLocale().toString(fault.line) : QString();
    case Message:
        return fault.message;
    case Place:
        return fault.pointer;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PackFaultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Line:
        return tr("Line");
    case Message:
        return tr("What is wrong");
    case Place:
        return tr("Place in the file");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
