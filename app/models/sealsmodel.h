// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/audit/seal.h"

namespace cq {

/// A seal and how much the trail tells of the time after it.
struct SealRow
{
    Seal seal;
    qsizetype changesSince = 0;
    bool operator==(const SealRow &) const = default;
};

/// The sealed states of the audit, oldest first.
class SealsModel final : public RowModel<SealRow>
{
    Q_OBJECT

public:
    enum Column { StateColumn, TimeColumn, PersonColumn, DigestColumn, SinceColumn, ReasonColumn, ColumnCount };

    using RowModel::RowModel;

    /// A seal the trail does not tell of counts as one with nothing behind it; that it is broken, the file's check tells.
    void setSeals(const QList<Seal> &seals, const QList<TrailEntry> &trail);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const SealRow &row) const override { return QString::number(row.seal.number); }

private:
    static QString cellText(const SealRow &row, Column column);
};

} // namespace cq
