// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/figuresmodel.h"

namespace cq {

void FiguresModel::setFigures(const Figures &figures)
{
    if (m_figures == figures)
        return;
    beginResetModel();
    m_figures = figures;
    endResetModel();
}

int FiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_figures.rows.size());
}

int FiguresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_figures.header.size());
}

QVariant FiguresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    return isText ? QVariant(m_figures.rows.at(index.row()).value(index.column())) : QVariant();
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_figures.header.value(section))
                                                                    : QVariant();
}

} // namespace cq
