// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/correctiveaction.h"

#include <QAbstractTableModel>

namespace cq {

/// The steps of one finding from the day the centre was asked, as they happened: when, who, what, and what was said.
class ActionStepsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { WhenColumn, WhatColumn, WhoColumn, RemarkColumn, ColumnCount };
    enum Role { FullRemarkRole = Qt::UserRole + 1 }; ///< QString, with its line breaks; the cell has one line

    using QAbstractTableModel::QAbstractTableModel;

    /// Steps are only ever added to a finding; those of another finding take the place of all.
    void setAction(const CorrectiveAction &action);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString whatText(int row) const;

    FindingId m_finding;
    QList<ActionStep> m_steps;
};

} // namespace cq
