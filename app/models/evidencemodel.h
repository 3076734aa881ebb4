// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/evidence/evidence.h"

namespace cq {

class AuditSession;

/// A line of the library as one audit sees it.
struct EvidenceRow
{
    Evidence evidence;
    QStringList links; ///< codes of criteria and findings, as shown
    bool isStale = false; ///< at the audit's day

    bool operator==(const EvidenceRow &) const = default;
};

/// The evidence of the audit's centre, by title. Follows the library and the links of the audit.
class EvidenceModel : public RowModel<EvidenceRow>
{
    Q_OBJECT

public:
    enum Column { TitleColumn, KindColumn, MethodColumn, ValidColumn, LinksColumn, SizeColumn, ColumnCount };
    enum Role {
        EvidenceRole = Qt::UserRole + 1, ///< QString: id
        SortRole, ///< what a column sorts by
        UseRole, ///< int: Use, for the filter
    };
    /// As flags, since a line may be both.
    enum Use { IsLinked = 1, IsStale = 2 };

    explicit EvidenceModel(const AuditSession &session, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    int rowOf(const EvidenceId &id) const { return RowModel::rowOf(id.text()); }

protected:
    QString keyOf(const EvidenceRow &row) const override { return row.evidence.id.text(); }

private:
    void update();
    QString cellText(const EvidenceRow &row, Column column) const;
    QVariant sortValue(const EvidenceRow &row, Column column) const;

    const AuditSession &m_session;
};

} // namespace cq
