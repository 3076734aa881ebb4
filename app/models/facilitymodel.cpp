// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/facilitymodel.h"

#include "app/models/cellroles.h"
#include "app/support/words.h"

#include <iterator>

namespace cq {

namespace {

QStringList typeWords()
{
    QStringList words;
    for (const auto &[type, word] : EnumText<FacilityType>::table)
        words.append(wordFor(type));
    return words;
}

} // namespace

FacilityModel::FacilityModel(CentreDesk &desk, QObject *parent)
    : CentrePartModel(desk, parent)
{
}

QList<Facility> FacilityModel::rowsOf(const Centre &centre) const
{
    return centre.facilities;
}

int FacilityModel::add()
{
    Facility facility;
    facility.name = tr("New facility");
    const Result<FacilityId> added = desk().addFacility(centre(), facility);
    if (!added) {
        Q_EMIT refused(added.error());
        return -1;
    }
    return rowOf(added->text());
}

void FacilityModel::remove(int row)
{
    const Result<void> done = desk().removeFacility(centre(), at(row).id);
    if (!done)
        Q_EMIT refused(done.error());
}

int FacilityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FacilityModel::display(const Facility &facility, int column)
{
    switch (Column(column)) {
    case Name:
        return facility.name;
    case Type:
        return wordFor(facility.type);
    case Site:
        return facility.site;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FacilityModel::editValue(const Facility &facility, int column)
{
    if (column != Type)
        return display(facility, column);
    for (qsizetype place = 0; place < std::ssize(EnumText<FacilityType>::table); ++place)
        if (EnumText<FacilityType>::table[place].first == facility.type)
            return int(place);
    return 0;
}

QVariant FacilityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Facility &facility = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return display(facility, index.column());
    case Qt::EditRole:
        return editValue(facility, index.column());
    case IdRole:
        return facility.id.text();
    case ChoicesRole:
        return index.column() == Type ? typeWords() : QStringList();
    default:
        return {};
    }
}

bool FacilityModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    Facility changed = at(index.row());
    if (value == editValue(changed, index.column()))
        return false;
    switch (Column(index.column())) {
    case Name:
        changed.name = value.toString().trimmed();
        break;
    case Type:
        changed.type = EnumText<FacilityType>::table[size_t(qBound(0, value.toInt(), int(std::size(EnumText<FacilityType>::table)) - 1))].first;
        break;
    case Site:
        changed.site = value.toString().trimmed();
        break;
    case ColumnCount:
        return false;
    }
    const Result<void> done = desk().changeFacility(centre(), changed);
    if (!done)
        Q_EMIT refused(done.error());
    return bool(done);
}

QVariant FacilityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Facility");
    case Type:
        return tr("Kind");
    case Site:
        return tr("Site");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
