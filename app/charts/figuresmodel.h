// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/picture.h"

#include <QAbstractTableModel>

namespace cq {

/// The figures of the picture shown, as a table. Another picture is another table, so it comes by a reset.
class FiguresModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setFigures(const Figures &figures);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Figures m_figures;
};

} // namespace cq
