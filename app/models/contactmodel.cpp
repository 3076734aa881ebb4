// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/contactmodel.h"

#include "app/models/cellroles.h"

namespace cq {

ContactModel::ContactModel(CentreDesk &desk, QObject *parent)
    : CentrePartModel(desk, parent)
{
}

QList<Contact> ContactModel::rowsOf(const Centre &centre) const
{
    return centre.contacts;
}

int ContactModel::add()
{
    Contact contact;
    contact.name = tr("New contact");
    const Result<ContactId> added = desk().addContact(centre(), contact);
    if (!added) {
        Q_EMIT refused(added.error());
        return -1;
    }
    return rowOf(added->text());
}

void ContactModel::remove(int row)
{
    const Result<void> done = desk().removeContact(centre(), at(row).id);
    if (!done)
        Q_EMIT refused(done.error());
}

int ContactModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ContactModel::display(const Contact &contact, int column)
{
    switch (Column(column)) {
    case Function:
        return contact.function;
    case Name:
        return contact.name;
    case Mail:
        return contact.mail;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ContactModel::editValue(const Contact &contact, int column)
{
    return display(contact, column);
}

QVariant ContactModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Contact &contact = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return display(contact, index.column());
    case Qt::EditRole:
        return editValue(contact, index.column());
    case IdRole:
        return contact.id.text();
    default:
        return {};
    }
}

bool ContactModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    Contact changed = at(index.row());
    if (value == editValue(changed, index.column()))
        return false;
    switch (Column(index.column())) {
    case Function:
        changed.function = value.toString().trimmed();
        break;
    case Name:
        changed.name = value.toString().trimmed();
        break;
    case Mail:
        changed.mail = value.toString().trimmed();
        break;
    case ColumnCount:
        return false;
    }
    const Result<void> done = desk().changeContact(centre(), changed);
    if (!done)
        Q_EMIT refused(done.error());
    return bool(done);
}

QVariant ContactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Function:
        return tr("Function");
    case Name:
        return tr("Name");
    case Mail:
        return tr("E-mail");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
