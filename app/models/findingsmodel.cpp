// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findingsmodel.h"

#include "app/models/tonerole.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"

#include <algorithm>
#include <limits>

namespace cq {

FindingsModel::FindingsModel(const AuditSession &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_findings(session.findings().all())
{
    connect(&session.findings(), &FindingDesk::findingRaised, this, &FindingsModel::takeRaised);
    connect(&session.findings(), &FindingDesk::findingChanged, this, &FindingsModel::takeChanged);
    connect(&session.findings(), &FindingDesk::findingRemoved, this, &FindingsModel::takeRemoved);
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

int FindingsModel::rowOf(const FindingId &id) const
{
    for (int row = 0; row < m_findings.size(); ++row)
        if (m_findings.at(row).id == id)
            return row;
    return -1;
}

QString FindingsModel::numberText(const Finding &finding)
{
    //: number of a finding, e.g. F-01
    return tr("F-%1").arg(finding.number, 2, 10, QLatin1Char('0'));
}

void FindingsModel::takeRaised(const FindingId &id)
{
    const auto finding = m_session.findings().find(id);
    if (!finding || rowOf(id) >= 0)
        return;
    const auto place = std::lower_bound(m_findings.begin(), m_findings.end(), *finding,
        [](const Finding &a, const Finding &b) { return a.number < b.number; });
    const int row = int(place - m_findings.begin());
    beginInsertRows({}, row, row);
    m_findings.insert(row, *finding);
    endInsertRows();
}

void FindingsModel::takeChanged(const FindingId &id)
{
    const int row = rowOf(id);
    const auto finding = m_session.findings().find(id);
    if (row < 0 || !finding)
        return;
    m_findings[row] = *finding;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void FindingsModel::takeRemoved(const FindingId &id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_findings.removeAt(row);
    endRemoveRows();
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Finding &finding = m_findings.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(finding, column);
    case Qt::ToolTipRole:
        if (column == SeverityColumn && finding.kind == FindingKind::Ofi)
            return wordFor(finding.kind);
        return QStringLiteral("<qt>%1</qt>").arg(finding.statement.toHtmlEscaped());
    case SeverityToneRole:
        return column == SeverityColumn ? toneOf(finding) : QVariant();
    case FindingRole:
        return finding.id.text();
    case SortRole:
        return sortValue(finding, column);
    default:
        return {};
    }
}

QString FindingsModel::cellText(const Finding &finding, Column column) const
{
    switch (column) {
    case NumberColumn:
        return finding.isRepeat ? numberText(finding) + QStringLiteral(" ↻") : numberText(finding);
    case SeverityColumn:
        return severityText(finding);
    case StatementColumn:
        return finding.statement.trimmed().isEmpty() ? tr("(no statement yet)") : finding.statement.simplified();
    case CriteriaColumn: {
        QStringList codes;
        for (const CriterionId &criterion : finding.criteria)
            codes.append(criterion.text());
        return codes.join(QStringLiteral(", "));
    }
    case FacilityColumn:
        for (const Facility &facility : m_session.centre().facilities)
            if (facility.id == finding.facility)
                return facility.name;
        return tr("Programme");
    case DueColumn:
        return dateText(finding.dueOn);
    case StateColumn:
        return wordFor(finding.state);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FindingsModel::sortValue(const Finding &finding, Column column) const
{
    switch (column) {
    case NumberColumn:
        return finding.number;
    case SeverityColumn:
        return int(finding.kind) * 10 + int(finding.severity);
    case DueColumn:
        return finding.dueOn.isValid() ? finding.dueOn.toJulianDay() : std::numeric_limits<qint64>::max();
    case StateColumn:
        return int(finding.state);
    case StatementColumn:
    case CriteriaColumn:
    case FacilityColumn:
    case ColumnCount:
        break;
    }
    return cellText(finding, column);
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NumberColumn:
        return tr("No.");
    case SeverityColumn:
        return tr("Severity");
    case StatementColumn:
        return tr("Statement");
    case CriteriaColumn:
        return tr("Criteria");
    case FacilityColumn:
        return tr("Facility");
    case DueColumn:
        return tr("Due");
    case StateColumn:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
