// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/allfindingsmodel.h"

#include "core/session/workspace.h"

#include "app/models/cellroles.h"
#include "app/models/tonerole.h"
#include "app/support/words.h"

namespace cq {

namespace {

QDate firstDue(const FindingLine &line)
{
    return line.due.isEmpty() ? QDate() : line.due.first().on;
}

bool isOverdue(const FindingLine &line)
{
    return !line.due.isEmpty() && line.due.first().isOverdue(QDate::currentDate());
}

QString criteriaText(const Finding &finding)
{
    QStringList codes;
    for (const CriterionId &criterion : finding.criteria)
        codes.append(criterion.text());
    return codes.join(QStringLiteral(", "));
}

} // namespace

AllFindingsModel::AllFindingsModel(Workspace &workspace, QObject *parent)
    : RowModel(parent)
    , m_workspace(workspace)
{
}

void AllFindingsModel::reload()
{
    QList<FindingLine> lines;
    for (const AuditFinding &found : m_workspace.findings())
        // Nothing is due any more of an audit that was cancelled.
        lines.append({found,
            found.audit.state == AuditState::Cancelled ? QList<DueItem>() : dueItems(found.finding, found.action)});
    setRows(lines);
}

int AllFindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AllFindingsModel::keyOf(const FindingLine &line) const
{
    return line.found.finding.id.text();
}

QString AllFindingsModel::dueText(const FindingLine &line) const
{
    // What is closed keeps the day it had.
    const QString day = dateText(line.due.isEmpty() ? line.found.finding.dueOn : firstDue(line));
    //: A due date that has passed
    return isOverdue(line) ? tr("%1, overdue").arg(day) : day;
}

QString AllFindingsModel::toolTip(const FindingLine &line, int column) const
{
    if (column != Due || line.due.isEmpty())
        return display(line, column);
    QStringList lines;
    for (const DueItem &item : line.due)
        //: What is due, and when
        lines.append(tr("%1: %2").arg(wordFor(item.kind), dateText(item.on)));
    if (!line.found.action.owner.isEmpty())
        lines.append(tr("Owner: %1").arg(line.found.action.owner));
    return lines.join(u'\n');
}

QString AllFindingsModel::display(const FindingLine &line, int column) const
{
    const Finding &finding = line.found.finding;
    switch (Column(column)) {
    case Number:
        //: Number of a finding within its audit
        return tr("F-%1").arg(finding.number, 2, 10, QLatin1Char('0'));
    case SeverityColumn:
        return severityText(finding);
    case Statement:
        return finding.statement.simplified();
    case Criteria:
        return criteriaText(finding);
    case Audit:
        //: An audit and its centre
        return tr("%1, %2").arg(line.found.audit.title, line.found.audit.centreName);
    case Due:
        return dueText(line);
    case State:
        return wordFor(finding.state);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant AllFindingsModel::sortValue(const FindingLine &line, int column) const
{
    switch (Column(column)) {
    case Number:
        return line.found.finding.number;
    case SeverityColumn:
        return line.found.finding.kind == FindingKind::Nonconformity ? int(line.found.finding.severity)
                                                               : int(Severity::Ofi) + int(line.found.finding.kind);
    case Due:
        return line.due.isEmpty() ? line.found.finding.dueOn : firstDue(line);
    case State:
        return int(line.found.finding.state);
    case Statement:
    case Criteria:
    case Audit:
    case ColumnCount:
        break;
    }
    return display(line, column);
}

QVariant AllFindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FindingLine &line = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(line, index.column());
    case Qt::ToolTipRole:
        return toolTip(line, index.column());
    case SortRole:
        return sortValue(line, index.column());
    case IdRole:
        return line.found.finding.id.text();
    case AuditRole:
        return line.found.audit.id.text();
    case SeverityRole:
        return line.found.finding.kind == FindingKind::Nonconformity ? int(line.found.finding.severity) : -1;
    case SeverityToneRole:
        return index.column() == SeverityColumn ? toneOf(line.found.finding) : QVariant();
    case OpenRole:
        return isOpenNonconformity(line.found.finding);
    case DueRole:
        return firstDue(line);
    case WarningRole:
        return index.column() == Due && isOverdue(line);
    default:
        return {};
    }
}

QVariant AllFindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Number:
        return tr("No.");
    case SeverityColumn:
        return tr("Severity");
    case Statement:
        return tr("Finding");
    case Criteria:
        return tr("Criteria");
    case Audit:
        return tr("Audit");
    case Due:
        return tr("Due");
    case State:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
