// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/reportcheck.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace cq {

/// The result a report states beside the one calculated again from its answers, figure by figure.
class VerdictFiguresModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { FigureColumn, RecordedColumn, ComputedColumn, ComparedColumn, ColumnCount };

    explicit VerdictFiguresModel(QObject *parent = nullptr);

    void setCheck(const ReportCheck &check);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString figure;
        QString recorded;
        QString computed;
    };
    QList<Row> m_rows;
};

} // namespace cq
