// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonsource.h"

#include <QAbstractTableModel>

namespace cq {

/// Everything that is wrong in a pack file, each with its line and place.
class PackFaultModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Line, Message, Place, ColumnCount };

    explicit PackFaultModel(QObject *parent = nullptr);

    void showFaults(const QList<Fault> &faults);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Fault> m_faults;
};

} // namespace cq
