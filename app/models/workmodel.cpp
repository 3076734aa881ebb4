// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/workmodel.h"

#include "core/session/auditsession.h"
#include "core/session/workspace.h"

#include "app/models/cellroles.h"
#include "app/support/words.h"

#include <algorithm>

namespace cq {

namespace {

bool isMoreUrgent(const WorkLine &a, const WorkLine &b)
{
    if (a.item.isOverdue != b.item.isOverdue)
        return a.item.isOverdue;
    if (a.item.dueOn != b.item.dueOn)
        return b.item.dueOn.isNull() || (!a.item.dueOn.isNull() && a.item.dueOn < b.item.dueOn);
    return a.item.kind < b.item.kind;
}

} // namespace

WorkModel::WorkModel(Workspace &workspace, QObject *parent)
    : RowModel(parent)
    , m_workspace(workspace)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &WorkModel::readNext);
}

void WorkModel::reload(const QDate &today)
{
    m_today = today;
    m_audits = m_workspace.audits();
    m_audits.removeIf([](const AuditSummary &audit) {
        return audit.state == AuditState::Closed || audit.state == AuditState::Cancelled;
    });
    m_found.clear();
    m_next = 0;
    m_failed = 0;
    m_timer.start();
}

void WorkModel::readNext()
{
    if (m_next >= m_audits.size()) {
        m_timer.stop();
        std::stable_sort(m_found.begin(), m_found.end(), isMoreUrgent);
        setRows(m_found);
        Q_EMIT readFinished();
        return;
    }
    const AuditSummary &audit = m_audits.at(m_next++);
    if (const Result<std::unique_ptr<AuditSession>> session = m_workspace.openAudit(audit.id)) {
        for (const WorkItem &item : workOf(**session, m_today))
            m_found.append({item, audit.id, audit.title, audit.centreName});
    } else {
        ++m_failed;
    }
    Q_EMIT readProgressed(int(m_next), int(m_audits.size()));
}

int WorkModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString WorkModel::keyOf(const WorkLine &line) const
{
    return QStringLiteral("%1/%2/%3").arg(line.audit.text()).arg(int(line.item.kind)).arg(line.item.number);
}

QString WorkModel::whatText(const WorkItem &item)
{
    switch (item.kind) {
    case WorkKind::Finding:
        return tr("Finding F-%1").arg(item.number, 2, 10, QLatin1Char('0'));
    case WorkKind::Request:
        return tr("Information request R-%1").arg(item.number, 2, 10, QLatin1Char('0'));
    case WorkKind::Claims:
        return tr("Claims of not applicable");
    case WorkKind::Declaration:
        return tr("Declaration of interests");
    case WorkKind::OpenCriteria:
        return tr("Open criteria");
    }
    return {};
}

QString WorkModel::display(const WorkLine &line, int column) const
{
    const WorkItem &item = line.item;
    switch (Column(column)) {
    case What:
        return whatText(item);
    case Text:
        if (item.kind == WorkKind::OpenCriteria)
            return tr("%1 of %2 criteria are open.").arg(item.count).arg(item.total);
        if (item.kind == WorkKind::Claims)
            return tr("%n claims wait for a judgement.", nullptr, item.count);
        return item.kind == WorkKind::Declaration ? tr("You have not declared yet whether you have ties to the centre.")
                                                  : item.text.simplified();
    case Audit:
        //: An audit and its centre
        return tr("%1, %2").arg(line.auditTitle, line.centreName);
    case Due:
        if (item.dueOn.isNull())
            return {};
        //: A due date that has passed
        return item.isOverdue ? tr("%1, overdue").arg(dateText(item.dueOn)) : dateText(item.dueOn);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant WorkModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const WorkLine &line = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return display(line, index.column());
    case IdRole:
        return keyOf(line);
    case WarningRole:
        return index.column() == Due && line.item.isOverdue;
    default:
        return {};
    }
}

QVariant WorkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case What:
        return tr("What");
    case Text:
        return tr("About");
    case Audit:
        return tr("Audit");
    case Due:
        return tr("Due");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
