// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/finding.h"

#include <QAbstractTableModel>

namespace cq {

class AuditSession;

/// Answers of Partially met and Not met that no finding names yet, with what would be raised from them. Follows answers
/// and findings once per turn of the event loop; rows come and go one by one.
class FindingProposalsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { CriterionColumn, ProposedColumn, TextColumn, ColumnCount };
    enum Role { CriterionRole = Qt::UserRole + 1 }; ///< QString: id

    explicit FindingProposalsModel(const AuditSession &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    CriterionId criterionAt(int row) const { return m_criteria.at(row); }
    /// What would be raised: at the facility whose answer is the reason for it.
    std::optional<Finding> findingAt(int row) const;
    /// Takes over what changed: looks at every answer, so it is left to whoever shows the proposals, when they are shown.
    /// The model is empty before.
    void update();

private:
    QVariant proposedData(int row, int role) const;

    const AuditSession &m_session;
    QList<CriterionId> m_criteria;
};

} // namespace cq
