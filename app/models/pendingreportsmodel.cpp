// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/pendingreportsmodel.h"

#include "app/models/cellroles.h"
#include "app/support/words.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/workspace.h"

#include <QDir>
#include <QFileInfo>

namespace cq {

PendingReportsModel::PendingReportsModel(Workspace &workspace, QObject *parent)
    : RowModel(parent)
    , m_workspace(workspace)
{
    reload();
}

void PendingReportsModel::reload()
{
    QHash<AuditId, QString> titles;
    for (const AuditSummary &audit : m_workspace.audits())
        //: An audit and its centre
        titles.insert(audit.id, tr("%1, %2").arg(audit.title, audit.centreName));
    QList<PendingReport> rows;
    for (const IssuedReport &report : m_workspace.issuedReports().pending())
        rows.append({report, titles.value(report.audit), {}, false});
    setRows(rows);
}

void PendingReportsModel::change(const IssuedReportId &id, const std::function<void(PendingReport &)> &change)
{
    QList<PendingReport> changed = rows();
    for (PendingReport &row : changed)
        if (row.report.id == id)
            change(row);
    setRows(changed);
}

void PendingReportsModel::setState(const IssuedReportId &id, const QString &state, bool isDone)
{
    change(id, [&](PendingReport &row) {
        row.state = state;
        row.isDone = isDone;
    });
}

void PendingReportsModel::setPath(const IssuedReportId &id, const QString &path)
{
    change(id, [&](PendingReport &row) {
        row.report.path = path;
        row.state.clear();
    });
}

void PendingReportsModel::remove(const IssuedReportId &id)
{
    QList<PendingReport> kept = rows();
    kept.removeIf([&](const PendingReport &row) { return row.report.id == id; });
    setRows(kept);
}

QString PendingReportsModel::keyOf(const PendingReport &row) const
{
    return row.report.id.text();
}

int PendingReportsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PendingReportsModel::display(const PendingReport &row, int column) const
{
    switch (Column(column)) {
    case File:
        return QFileInfo(row.report.path).fileName();
    case Audit:
        return row.audit;
    case Signers:
        return row.report.signers.join(QStringLiteral(", "));
    case IssuedAt:
        return momentText(row.report.issuedAt);
    case State:
        return row.state;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PendingReportsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PendingReport &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == File ? QDir::toNativeSeparators(row.report.path) : display(row, index.column());
    case IdRole:
        return row.report.id.text();
    default:
        return {};
    }
}

QVariant PendingReportsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case File:
        return tr("Report");
    case Audit:
        return tr("Audit");
    case Signers:
        return tr("Signed by");
    case IssuedAt:
        return tr("Signed");
    case State:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
