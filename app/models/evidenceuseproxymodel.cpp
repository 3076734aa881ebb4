// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/evidenceuseproxymodel.h"

#include "app/models/evidencemodel.h"

namespace cq {

EvidenceUseProxyModel::EvidenceUseProxyModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(EvidenceModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void EvidenceUseProxyModel::setUse(int use)
{
    m_use = use;
    invalidateFilter();
}

bool EvidenceUseProxyModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const int use = sourceModel()->index(row, 0, parent).data(EvidenceModel::UseRole).toInt();
    return (use & m_use) == m_use;
}

} // namespace cq
