// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/audit/issuedreport.h"

#include <functional>

namespace cq {

class Workspace;

/// A signed report that waits for a timestamp, and how far it is.
struct PendingReport
{
    IssuedReport report;
    QString audit; ///< title and centre
    QString state; ///< a sentence; empty while nobody looked yet
    bool isDone = false; ///< it has its timestamp

    bool operator==(const PendingReport &) const = default;
};

/// The signed reports of a workspace that wait for a timestamp. Those that get theirs stay in the list until it is read
/// again, so that people see what became of each.
class PendingReportsModel final : public RowModel<PendingReport>
{
    Q_OBJECT

public:
    enum Column { File, Audit, Signers, IssuedAt, State, ColumnCount };

    explicit PendingReportsModel(Workspace &workspace, QObject *parent = nullptr);

    void reload();
    void setState(const IssuedReportId &id, const QString &state, bool isDone = false);
    void setPath(const IssuedReportId &id, const QString &path);
    void remove(const IssuedReportId &id);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const PendingReport &row) const override;

private:
    QString display(const PendingReport &row, int column) const;
    void change(const IssuedReportId &id, const std::function<void(PendingReport &)> &change);

    Workspace &m_workspace;
};

} // namespace cq
