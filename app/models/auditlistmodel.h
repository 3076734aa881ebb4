// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/audit/auditsummary.h"

namespace cq {

class Workspace;

/// The audits of a workspace, one row each; follows the workspace.
class AuditListModel final : public RowModel<AuditSummary>
{
    Q_OBJECT

public:
    enum Column { Title, CentreName, Kind, State, StartsOn, Answered, ColumnCount };
    enum Role { KindRole = Qt::UserRole + 1, StateRole, CentreRole }; ///< file words, for filters

    explicit AuditListModel(Workspace &workspace, QObject *parent = nullptr);

    /// Reads the list again; the numbers of answers change without the list being told.
    void refresh();

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const AuditSummary &audit) const override;

private:
    QString display(const AuditSummary &audit, int column) const;

    Workspace &m_workspace;
};

} // namespace cq
