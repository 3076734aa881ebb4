// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/analytics/readiness.h"

namespace cq {

/// One step of a plan, with what it asks for.
struct FixRow
{
    int step = 0; ///< from 1
    Fix fix;
    QString text;
    QList<qint64> marks; ///< of the policy, for Score::tenths()
    bool operator==(const FixRow &) const = default;
};

/// The fixes that gain most, in the order to take them, each with where it and the ones before lead.
class FixesModel : public RowModel<FixRow>
{
    Q_OBJECT

public:
    enum Column { CodeColumn, TextColumn, GradedColumn, OutcomeColumn, ColumnCount };
    enum Role {
        CriterionRole = Qt::UserRole + 1, ///< QString: id
    };

    using RowModel::RowModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void refresh(const QList<Fix> &plan, const ScoreBoard &board);

protected:
    QString keyOf(const FixRow &row) const override { return row.fix.criterion.text(); }
};

} // namespace cq
