// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/choicemodel.h"

#include "app/models/cellroles.h"

namespace cq {

ChoiceModel::ChoiceModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ChoiceModel::setChoices(const QList<Choice> &choices)
{
    beginResetModel();
    m_choices = choices;
    endResetModel();
}

QStringList ChoiceModel::chosen() const
{
    QStringList keys;
    for (const Choice &choice : m_choices)
        if (choice.isChosen)
            keys.append(choice.key);
    return keys;
}

void ChoiceModel::choose(const QString &key, bool isChosen)
{
    for (int row = 0; row < int(m_choices.size()); ++row) {
        Choice &choice = m_choices[row];
        if (choice.key != key || choice.isChosen == isChosen)
            continue;
        choice.isChosen = isChosen;
        Q_EMIT dataChanged(index(row), index(row), {Qt::CheckStateRole});
        Q_EMIT chosenChanged(key, isChosen);
    }
}

int ChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_choices.size());
}

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Choice &choice = m_choices.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return choice.text;
    case Qt::ToolTipRole:
        return choice.detail;
    case Qt::CheckStateRole:
        return choice.isChosen ? Qt::Checked : Qt::Unchecked;
    case IdRole:
        return choice.key;
    default:
        return {};
    }
}

bool ChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole)
        return false;
    choose(QString(m_choices.at(index.row()).key), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ChoiceModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace cq
