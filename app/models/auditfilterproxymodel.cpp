// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/auditfilterproxymodel.h"

#include "app/models/auditlistmodel.h"
#include "app/models/cellroles.h"

namespace cq {

AuditFilterProxyModel::AuditFilterProxyModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void AuditFilterProxyModel::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void AuditFilterProxyModel::setCentre(const CentreId &centre)
{
    m_centre = centre;
    invalidateFilter();
}

void AuditFilterProxyModel::setKind(std::optional<AuditKind> kind)
{
    m_kind = kind;
    invalidateFilter();
}

void AuditFilterProxyModel::setState(std::optional<AuditState> state)
{
    setStates(state ? QList<AuditState> {*state} : QList<AuditState> {});
}

void AuditFilterProxyModel::setStates(const QList<AuditState> &states)
{
    m_states = states;
    invalidateFilter();
}

bool AuditFilterProxyModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto read = [&](int column, int role) { return sourceModel()->index(row, column, parent).data(role).toString(); };
    if (!m_centre.isEmpty() && read(0, AuditListModel::CentreRole) != m_centre.text())
        return false;
    if (m_kind && read(0, AuditListModel::KindRole) != textOf(*m_kind))
        return false;
    if (!m_states.isEmpty()) {
        const std::optional<AuditState> state = fromText<AuditState>(read(0, AuditListModel::StateRole));
        if (!state || !m_states.contains(*state))
            return false;
    }
    return m_text.isEmpty() || read(AuditListModel::Title, Qt::DisplayRole).contains(m_text, Qt::CaseInsensitive)
        || read(AuditListModel::CentreName, Qt::DisplayRole).contains(m_text, Qt::CaseInsensitive);
}

} // namespace cq
