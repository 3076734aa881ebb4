// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/audit/auditsummary.h"
#include "core/session/worklist.h"

#include <QTimer>

namespace cq {

class Workspace;

/// Something that waits, with the audit it waits in.
struct WorkLine
{
    WorkItem item;
    AuditId audit;
    QString auditTitle;
    QString centreName;
    bool operator==(const WorkLine &) const = default;
};

/// What waits for the person working, over all audits: overdue first, then by due day, then as workOf() lists it. Reads
/// one audit at a time between the window's events, for a workspace may hold hundreds.
class WorkModel final : public RowModel<WorkLine>
{
    Q_OBJECT

public:
    enum Column { What, Text, Audit, Due, ColumnCount };

    explicit WorkModel(Workspace &workspace, QObject *parent = nullptr);

    /// Reads everything again; what is shown stays until it is known to have changed.
    void reload(const QDate &today);
    bool isReading() const { return m_timer.isActive(); }
    /// How many audits could not be read the last time.
    int failedCount() const { return m_failed; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void readProgressed(int audits, int ofAudits);
    void readFinished();

protected:
    QString keyOf(const WorkLine &line) const override;

private:
    void readNext();
    QString display(const WorkLine &line, int column) const;
    static QString whatText(const WorkItem &item);

    Workspace &m_workspace;
    QTimer m_timer;
    QDate m_today;
    QList<AuditSummary> m_audits;
    QList<WorkLine> m_found;
    qsizetype m_next = 0;
    int m_failed = 0;
};

} // namespace cq
