// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/findings/dueitem.h"
#include "core/session/auditfinding.h"

namespace cq {

class Workspace;

/// A finding with the audit it belongs to, and what is due of it.
struct FindingLine
{
    AuditFinding found;
    QList<DueItem> due; ///< earliest first
    bool operator==(const FindingLine &) const = default;
};

/// The findings of all audits of a workspace.
class AllFindingsModel final : public RowModel<FindingLine>
{
    Q_OBJECT

public:
    enum Column { Number, SeverityColumn, Statement, Criteria, Audit, Due, State, ColumnCount };
    /// id; place in Severity or -1; bool; QDate of what is due first
    enum Role { AuditRole = Qt::UserRole + 1, SeverityRole, OpenRole, DueRole };

    explicit AllFindingsModel(Workspace &workspace, QObject *parent = nullptr);

    /// Reads everything again; what is shown stays until it is known to have changed.
    void reload();

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const FindingLine &line) const override;

private:
    QString dueText(const FindingLine &line) const;
    QString toolTip(const FindingLine &line, int column) const;
    QString display(const FindingLine &line, int column) const;
    QVariant sortValue(const FindingLine &line, int column) const;

    Workspace &m_workspace;
};

} // namespace cq
