// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/analytics/readiness.h"

namespace cq {

/// A gap, and whether the person tries what fixing it would change.
struct GapRow
{
    Gap gap;
    QString text;
    bool isFixed = false;
    bool operator==(const GapRow &) const = default;
};

/// The gaps of a board, gates first. The first column is checked to try a fix; what is tried is stored nowhere.
class GapsModel : public RowModel<GapRow>
{
    Q_OBJECT

public:
    enum Column { CodeColumn, TextColumn, LevelColumn, WeightColumn, ColumnCount };
    enum Role {
        CriterionRole = Qt::UserRole + 1, ///< QString: id
    };

    using RowModel::RowModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    /// Gaps that are gone are no longer tried.
    void refresh(const ScoreBoard &board);
    QSet<CriterionId> fixed() const;
    void clearFixed();

Q_SIGNALS:
    void fixedChanged();

protected:
    QString keyOf(const GapRow &row) const override { return row.gap.criterion.text(); }

private:
    QString cellText(const GapRow &row, Column column) const;
};

} // namespace cq
