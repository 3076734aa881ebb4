// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit.h"

#include <QAbstractTableModel>

namespace cq {

/// The team of an audit that is being prepared; holds its own rows until the audit is started.
class TeamModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, TeamRole, Organisation, Domain, ColumnCount };

    explicit TeamModel(QObject *parent = nullptr);

    const QList<TeamMember> &members() const { return m_members; }
    void setMembers(const QList<TeamMember> &members);
    int add();
    void remove(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<TeamMember> m_members;
};

} // namespace cq
