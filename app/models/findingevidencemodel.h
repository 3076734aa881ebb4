// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/evidencemodel.h"

namespace cq {

/// The evidence linked to one finding, by title, and whether it may be relied on at the audit's day. Follows links and
/// library.
class FindingEvidenceModel final : public RowModel<EvidenceRow>
{
    Q_OBJECT

public:
    enum Column { TitleColumn, ValidColumn, ColumnCount };

    explicit FindingEvidenceModel(const AuditSession &session, QObject *parent = nullptr);

    void setFinding(const FindingId &finding);

    int columnCount(const QModelIndex &parent = {}) const override;
    /// IdRole of cellroles.h: id of the evidence; WarningRole where it is stale.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void countChanged();

protected:
    QString keyOf(const EvidenceRow &row) const override { return row.evidence.id.text(); }

private:
    void update();

    const AuditSession &m_session;
    FindingId m_finding;
};

} // namespace cq
