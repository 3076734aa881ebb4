// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/pack/packset.h"
#include "core/review/comparison.h"

namespace cq {

/// Agreement of the centre and the auditor in one section.
struct AgreementRow
{
    SectionId section; ///< empty for the whole audit
    QString title;
    int pairs = 0;
    Score agreeing;
    Score overRated;
    std::optional<int> gap; ///< mean signed gap in hundredths of a step
    bool operator==(const AgreementRow &) const = default;
};

/// Agreement over the whole audit, then by top-level section where there are pairs to compare.
class AgreementModel : public RowModel<AgreementRow>
{
    Q_OBJECT

public:
    enum Column { SectionColumn, PairsColumn, AgreementColumn, OverRatedColumn, GapColumn, ColumnCount };

    explicit AgreementModel(const PackSet &packs, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void refresh(const Comparison &comparison);

protected:
    QString keyOf(const AgreementRow &row) const override { return row.section.text(); }

private:
    QString cellText(const AgreementRow &row, Column column) const;

    PackSet m_packs;
};

} // namespace cq
