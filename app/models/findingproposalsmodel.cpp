// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findingproposalsmodel.h"

#include "app/models/tonerole.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"

namespace cq {

FindingProposalsModel::FindingProposalsModel(const AuditSession &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{
}

int FindingProposalsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_criteria.size());
}

int FindingProposalsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

std::optional<Finding> FindingProposalsModel::findingAt(int row) const
{
    const CriterionId &criterion = m_criteria.at(row);
    std::optional<Finding> worst;
    for (const FacilityId &facility : m_session.board().part(criterion).facilities) {
        auto proposed = m_session.findings().proposed(criterion, facility);
        if (proposed && (!worst || proposed->severity < worst->severity))
            worst = std::move(proposed);
    }
    return worst;
}

QVariant FindingProposalsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CriterionId &criterion = m_criteria.at(index.row());
    if (role == CriterionRole)
        return criterion.text();
    const QString &text = m_session.packs().criteria().at(m_session.packs().indexOf(criterion)).text;
    if (role == Qt::ToolTipRole)
        return QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped());
    if (index.column() == ProposedColumn)
        return proposedData(index.row(), role);
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == CriterionColumn ? criterion.text() : text;
}

QVariant FindingProposalsModel::proposedData(int row, int role) const
{
    const auto proposed = findingAt(row);
    if (!proposed)
        return {};
    const bool isNonconformity = proposed->kind == FindingKind::Nonconformity;
    if (role == SeverityToneRole && isNonconformity)
        return int(proposed->severity);
    if (role != Qt::DisplayRole)
        return {};
    return isNonconformity ? symbolFor(proposed->severity) + u' ' + wordFor(proposed->severity)
                           : wordFor(proposed->kind);
}

void FindingProposalsModel::update()
{
    const QList<CriterionId> fresh = m_session.findings().withoutFinding();
    for (int row = int(m_criteria.size()) - 1; row >= 0; --row)
        if (!fresh.contains(m_criteria.at(row))) {
            beginRemoveRows({}, row, row);
            m_criteria.removeAt(row);
            endRemoveRows();
        }
    for (int row = 0; row < fresh.size(); ++row) // both in reading order, so what is missing belongs here
        if (row >= m_criteria.size() || m_criteria.at(row) != fresh.at(row)) {
            beginInsertRows({}, row, row);
            m_criteria.insert(row, fresh.at(row));
            endInsertRows();
        }
    if (!m_criteria.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1)); // severities may have moved with the answers
}

} // namespace cq
