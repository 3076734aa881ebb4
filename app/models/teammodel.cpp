// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/teammodel.h"

#include "app/models/cellroles.h"
#include "app/support/words.h"

#include <iterator>

namespace cq {

namespace {

QStringList roleWords()
{
    QStringList words;
    for (const auto &[role, word] : EnumText<Role>::table)
        words.append(wordFor(role));
    return words;
}

int placeOf(Role role)
{
    for (int place = 0; place < int(std::size(EnumText<Role>::table)); ++place)
        if (EnumText<Role>::table[place].first == role)
            return place;
    return 0;
}

} // namespace

TeamModel::TeamModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TeamModel::setMembers(const QList<TeamMember> &members)
{
    beginResetModel();
    m_members = members;
    endResetModel();
}

int TeamModel::add()
{
    const int row = int(m_members.size());
    beginInsertRows({}, row, row);
    m_members.append(TeamMember());
    endInsertRows();
    return row;
}

void TeamModel::remove(int row)
{
    if (row < 0 || row >= int(m_members.size()))
        return;
    beginRemoveRows({}, row, row);
    m_members.removeAt(row);
    endRemoveRows();
}

int TeamModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

int TeamModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TeamModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == ChoicesRole)
        return index.column() == TeamRole ? roleWords() : QStringList();
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    const TeamMember &member = m_members.at(index.row());
    switch (Column(index.column())) {
    case Name:
        return member.name;
    case TeamRole:
        return role == Qt::EditRole ? QVariant(placeOf(member.role)) : QVariant(wordFor(member.role));
    case Organisation:
        return member.organisation;
    case Domain:
        return member.domain;
    case ColumnCount:
        break;
    }
    return {};
}

bool TeamModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    TeamMember &member = m_members[index.row()];
    const QString text = value.toString().trimmed();
    switch (Column(index.column())) {
    case Name:
        member.name = text;
        break;
    case TeamRole:
        member.role = EnumText<Role>::table[qBound(0, value.toInt(), int(std::size(EnumText<Role>::table)) - 1)].first;
        break;
    case Organisation:
        member.organisation = text;
        break;
    case Domain:
        member.domain = text;
        break;
    case ColumnCount:
        return false;
    }
    Q_EMIT dataChanged(index, index);
    return true;
}

Qt::ItemFlags TeamModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

QVariant TeamModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Name");
    case TeamRole:
        return tr("Role");
    case Organisation:
        return tr("Organisation");
    case Domain:
        //: What a team member looks at: clinical, collection, quality ...
        return tr("Domain");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
