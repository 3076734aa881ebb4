// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace cq {

/// The changes of one person, of one audit or centre, or both. The order stays the model's.
class ChangesProxyModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setPerson(const QString &name); ///< empty: everybody
    void setSubject(const QString &id); ///< as ChangesModel::subjects() tells it; empty: everything

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_person;
    QString m_subject;
};

} // namespace cq
