// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/changesproxymodel.h"

#include "app/models/changesmodel.h"

namespace cq {

void ChangesProxyModel::setPerson(const QString &name)
{
    if (m_person == name)
        return;
    m_person = name;
    invalidateFilter();
}

void ChangesProxyModel::setSubject(const QString &id)
{
    if (m_subject == id)
        return;
    m_subject = id;
    invalidateFilter();
}

bool ChangesProxyModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return (m_person.isEmpty() || index.data(ChangesModel::PersonRole).toString() == m_person)
        && (m_subject.isEmpty() || index.data(ChangesModel::SubjectRole).toString() == m_subject);
}

} // namespace cq
