// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/finding.h"

#include <QAbstractTableModel>

namespace cq {

class AuditSession;

/// The findings of the audit by number. Holds ids and values as last announced; announces each change by its row.
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NumberColumn,
        SeverityColumn,
        StatementColumn,
        CriteriaColumn,
        FacilityColumn,
        DueColumn,
        StateColumn,
        ColumnCount
    };
    enum Role {
        FindingRole = Qt::UserRole + 1, ///< QString: id
        SortRole, ///< what a column sorts by
    };

    explicit FindingsModel(const AuditSession &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    int rowOf(const FindingId &id) const;
    static QString numberText(const Finding &finding);

private:
    void takeRaised(const FindingId &id);
    void takeChanged(const FindingId &id);
    void takeRemoved(const FindingId &id);
    QString cellText(const Finding &finding, Column column) const;
    QVariant sortValue(const Finding &finding, Column column) const;

    const AuditSession &m_session;
    QList<Finding> m_findings;
};

} // namespace cq
