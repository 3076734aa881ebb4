// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/auditlistmodel.h"

#include "core/session/workspace.h"

#include "app/models/cellroles.h"
#include "app/support/words.h"

#include <QLocale>

namespace cq {

AuditListModel::AuditListModel(Workspace &workspace, QObject *parent)
    : RowModel(parent)
    , m_workspace(workspace)
{
    refresh();
    connect(&m_workspace, &Workspace::auditsChanged, this, &AuditListModel::refresh);
}

void AuditListModel::refresh()
{
    setRows(m_workspace.audits());
}

int AuditListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AuditListModel::keyOf(const AuditSummary &audit) const
{
    return audit.id.text();
}

QString AuditListModel::display(const AuditSummary &audit, int column) const
{
    switch (Column(column)) {
    case Title:
        return audit.title;
    case CentreName:
        return audit.centreIsFictional ? tr("%1 (fictional)").arg(audit.centreName) : audit.centreName;
    case Kind:
        return wordFor(audit.kind);
    case State:
        return wordFor(audit.state);
    case StartsOn:
        return dateText(audit.startsOn);
    case Answered:
        return QLocale().toString(audit.answered);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant AuditListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AuditSummary &audit = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return display(audit, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Answered ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case SortRole:
        if (index.column() == StartsOn)
            return audit.startsOn;
        if (index.column() == State)
            return int(audit.state);
        return index.column() == Answered ? QVariant(audit.answered) : QVariant(display(audit, index.column()));
    case IdRole:
        return audit.id.text();
    case KindRole:
        return textOf(audit.kind);
    case StateRole:
        return textOf(audit.state);
    case CentreRole:
        return audit.centre.text();
    default:
        return {};
    }
}

QVariant AuditListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Answered ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                   : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Title:
        return tr("Audit");
    case CentreName:
        return tr("Centre");
    case Kind:
        return tr("Type");
    case State:
        return tr("State");
    case StartsOn:
        return tr("Begins");
    case Answered:
        return tr("Answers");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
