// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/allfindingsproxymodel.h"

#include "app/models/allfindingsmodel.h"
#include "app/models/cellroles.h"

namespace cq {

AllFindingsProxyModel::AllFindingsProxyModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortLocaleAware(true);
}

void AllFindingsProxyModel::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void AllFindingsProxyModel::setOnlyOpen(bool onlyOpen)
{
    m_onlyOpen = onlyOpen;
    invalidateFilter();
}

void AllFindingsProxyModel::setDue(const std::optional<QDate> &from, const std::optional<QDate> &until)
{
    m_dueFrom = from;
    m_dueUntil = until;
    invalidateFilter();
}

bool AllFindingsProxyModel::acceptsDue(const QDate &due) const
{
    if (!m_dueFrom && !m_dueUntil)
        return true;
    return due.isValid() && (!m_dueFrom || due >= *m_dueFrom) && (!m_dueUntil || due <= *m_dueUntil);
}

bool AllFindingsProxyModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!acceptsDue(sourceModel()->index(row, 0, parent).data(AllFindingsModel::DueRole).toDate()))
        return false;
    if (m_onlyOpen && !sourceModel()->index(row, 0, parent).data(AllFindingsModel::OpenRole).toBool())
        return false;
    if (m_text.isEmpty())
        return true;
    for (const int column : {AllFindingsModel::Statement, AllFindingsModel::Criteria, AllFindingsModel::Audit})
        if (sourceModel()->index(row, column, parent).data().toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    return false;
}

} // namespace cq
