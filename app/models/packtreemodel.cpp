// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/packtreemodel.h"

#include "app/models/cellroles.h"
#include "app/support/words.h"

#include <QFont>
#include <QHash>

namespace cq {

PackTreeModel::PackTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_nodes {Node()}
{
}

int PackTreeModel::append(int parent, int section, int criterion)
{
    const int place = int(m_nodes.size());
    m_nodes.append({parent, int(m_nodes.at(parent).children.size()), section, criterion, {}});
    m_nodes[parent].children.append(place);
    return place;
}

void PackTreeModel::showPack(const CriteriaPack &pack)
{
    beginResetModel();
    m_pack = pack;
    m_nodes = {Node()};
    QHash<SectionId, int> places;
    for (int section = 0; section < int(m_pack.sections.size()); ++section) {
        const Section &its = m_pack.sections.at(section);
        places.insert(its.id, append(places.value(its.parent, 0), section, -1));
    }
    for (int criterion = 0; criterion < int(m_pack.criteria.size()); ++criterion)
        append(places.value(m_pack.criteria.at(criterion).section, 0), -1, criterion);
    endResetModel();
}

const PackTreeModel::Node &PackTreeModel::nodeOf(const QModelIndex &index) const
{
    return m_nodes.at(index.isValid() ? qsizetype(index.internalId()) : 0);
}

const Criterion *PackTreeModel::criterionAt(const QModelIndex &index) const
{
    const int place = index.isValid() ? nodeOf(index).criterion : -1;
    return place < 0 ? nullptr : &m_pack.criteria.at(place);
}

const Section *PackTreeModel::sectionAt(const QModelIndex &index) const
{
    const int place = index.isValid() ? nodeOf(index).section : -1;
    return place < 0 ? nullptr : &m_pack.sections.at(place);
}

QModelIndex PackTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(nodeOf(parent).children.at(row)));
}

QModelIndex PackTreeModel::parent(const QModelIndex &index) const
{
    const int place = index.isValid() ? nodeOf(index).parent : 0;
    return place <= 0 ? QModelIndex() : createIndex(m_nodes.at(place).row, 0, quintptr(place));
}

int PackTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent).children.size());
}

int PackTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString PackTreeModel::importanceOf(const Criterion &criterion) const
{
    if (criterion.isAdvisory)
        return tr("Advisory");
    //: A criterion's criticality, for one whose failure blocks qualification
    return criterion.isGate ? tr("%1, gate").arg(wordFor(criterion.criticality)) : wordFor(criterion.criticality);
}

QVariant PackTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Criterion *criterion = criterionAt(index);
    const Section *section = sectionAt(index);
    if (role == Qt::FontRole && section) {
        QFont bold;
        bold.setWeight(QFont::DemiBold);
        return bold;
    }
    if (role == IdRole)
        return criterion ? criterion->id.text() : section->id.text();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case Code:
        return criterion ? criterion->id.text() : section->id.text();
    case Text:
        return criterion ? criterion->text : section->title;
    case Importance:
        return criterion ? importanceOf(*criterion) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PackTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Code:
        return tr("Code");
    case Text:
        return tr("Criterion");
    case Importance:
        return tr("Criticality");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
