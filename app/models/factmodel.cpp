// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/factmodel.h"

#include "core/session/centredesk.h"
#include "core/session/workspace.h"

#include "app/models/cellroles.h"
#include "app/support/words.h"

#include <QFont>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace cq {

namespace {

// Facts carry their group's number plus one; headings carry nothing.
constexpr quintptr heading = 0;

QStringList choicesOf(const ProfileFactDefinition &definition)
{
    QStringList choices {FactModel::tr("Unknown")};
    if (definition.type == ValueType::Boolean)
        return choices << FactModel::tr("Yes") << FactModel::tr("No");
    for (const ProfileFactDefinition::Choice &choice : definition.choices)
        choices.append(choice.label);
    return definition.type == ValueType::Choice ? choices : QStringList();
}

int chosenPlace(const ProfileFactDefinition &definition, const std::optional<FactValue> &value)
{
    if (!value)
        return 0;
    if (const bool *yes = std::get_if<bool>(&*value))
        return *yes ? 1 : 2;
    const QString *id = std::get_if<QString>(&*value);
    for (qsizetype place = 0; id && place < definition.choices.size(); ++place)
        if (definition.choices.at(place).id == *id)
            return int(place) + 1;
    return 0;
}

// The word files use for what was chosen or typed, to be read by the one reader core has; empty for "unknown".
QString fileText(const ProfileFactDefinition &definition, const QVariant &value)
{
    switch (definition.type) {
    case ValueType::Boolean:
        return value.toInt() == 0 ? QString() : value.toInt() == 1 ? QStringLiteral("true") : QStringLiteral("false");
    case ValueType::Choice: {
        const int place = value.toInt() - 1;
        return place >= 0 && place < definition.choices.size() ? definition.choices.at(place).id : QString();
    }
    case ValueType::Integer: {
        bool isNumber = false;
        const qlonglong number = QLocale().toLongLong(value.toString().trimmed(), &isNumber);
        return isNumber ? QString::number(number) : value.toString().trimmed();
    }
    case ValueType::Date:
        return value.toDate().isValid() ? value.toDate().toString(Qt::ISODate) : QString();
    case ValueType::Text:
        return value.toString().trimmed();
    }
    return {};
}

} // namespace

QString factWords(const ProfileFactDefinition &definition, const std::optional<FactValue> &value)
{
    if (!value)
        return FactModel::tr("Unknown");
    if (const bool *yes = std::get_if<bool>(&*value))
        return *yes ? FactModel::tr("Yes") : FactModel::tr("No");
    if (const qint64 *number = std::get_if<qint64>(&*value)) {
        const QString text = QLocale().toString(*number);
        //: A number and its unit, e.g. "22 patients"
        return definition.unit.isEmpty() ? text : FactModel::tr("%1 %2").arg(text, definition.unit);
    }
    const QString text = std::get<QString>(*value);
    if (definition.type == ValueType::Date)
        return dateText(QDate::fromString(text, Qt::ISODate));
    for (const ProfileFactDefinition::Choice &choice : definition.choices)
        if (choice.id == text)
            return choice.label;
    return text;
}

FactModel::FactModel(Workspace &workspace, QObject *parent)
    : QAbstractItemModel(parent)
    , m_workspace(workspace)
    , m_desk(workspace.centres())
{
    readDefinitions();
    connect(&m_desk, &CentreDesk::factChanged, this, &FactModel::takeFact);
    connect(&m_workspace, &Workspace::packsChanged, this, [this] {
        beginResetModel();
        readDefinitions();
        endResetModel();
        Q_EMIT countsChanged();
    });
}

void FactModel::readDefinitions()
{
    m_groups.clear();
    QSet<FactId> known;
    const QList<CriteriaPack> packs = m_workspace.packs();
    // Newest versions stand last and may word a fact better, so they are read first.
    for (auto pack = packs.crbegin(); pack != packs.crend(); ++pack) {
        for (const ProfileFactDefinition &fact : pack->facts) {
            if (known.contains(fact.id))
                continue;
            known.insert(fact.id);
            auto group = std::find_if(m_groups.begin(), m_groups.end(),
                [&](const Group &candidate) { return candidate.title == fact.group; });
            if (group == m_groups.end())
                group = m_groups.insert(m_groups.end(), Group {fact.group, {}});
            group->facts.append(fact);
        }
    }
}

void FactModel::showCentre(const CentreId &centre)
{
    beginResetModel();
    m_centre = centre;
    const Result<Centre> found = m_desk.find(centre);
    m_profile = found ? found->profile : CentreProfile();
    endResetModel();
    Q_EMIT countsChanged();
}

void FactModel::takeFact(const CentreId &centre, const FactId &fact)
{
    if (centre != m_centre)
        return;
    const Result<Centre> found = m_desk.find(centre);
    if (!found)
        return;
    m_profile = found->profile;
    for (int group = 0; group < int(m_groups.size()); ++group) {
        const QList<ProfileFactDefinition> &facts = m_groups.at(group).facts;
        for (int row = 0; row < int(facts.size()); ++row)
            if (facts.at(row).id == fact)
                Q_EMIT dataChanged(createIndex(row, Value, quintptr(group) + 1),
                    createIndex(row, StatedBy, quintptr(group) + 1));
    }
    Q_EMIT countsChanged();
}

int FactModel::knownCount() const
{
    int known = 0;
    for (const Group &group : m_groups)
        for (const ProfileFactDefinition &fact : group.facts)
            known += factOf(fact.id).value.has_value() ? 1 : 0;
    return known;
}

int FactModel::factCount() const
{
    int count = 0;
    for (const Group &group : m_groups)
        count += int(group.facts.size());
    return count;
}

QString FactModel::helpFor(const QModelIndex &index) const
{
    const ProfileFactDefinition *definition = definitionAt(index);
    return definition ? definition->help : QString();
}

QModelIndex FactModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : heading);
}

QModelIndex FactModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == heading)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, heading);
}

int FactModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_centre.isEmpty() ? 0 : int(m_groups.size());
    return parent.internalId() == heading && parent.column() == 0 ? int(m_groups.at(parent.row()).facts.size()) : 0;
}

int FactModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

const ProfileFactDefinition *FactModel::definitionAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == heading)
        return nullptr;
    return &m_groups.at(qsizetype(index.internalId()) - 1).facts.at(index.row());
}

ProfileFact FactModel::factOf(const FactId &id) const
{
    ProfileFact unknown;
    unknown.id = id;
    return m_profile.value(id, unknown);
}

QString FactModel::display(const ProfileFactDefinition &definition, int column) const
{
    const ProfileFact fact = factOf(definition.id);
    switch (Column(column)) {
    case Fact:
        return definition.label;
    case Value:
        return factWords(definition, fact.value);
    case AsOf:
        return fact.asOf.isValid() ? dateText(fact.asOf) : QString();
    case StatedBy:
        return fact.statedBy;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FactModel::editData(const ProfileFactDefinition &definition, int column) const
{
    const ProfileFact fact = factOf(definition.id);
    if (column == AsOf)
        return fact.asOf;
    if (column == StatedBy)
        return fact.statedBy;
    switch (definition.type) {
    case ValueType::Boolean:
    case ValueType::Choice:
        return chosenPlace(definition, fact.value);
    case ValueType::Date:
        return fact.value ? QDate::fromString(std::get<QString>(*fact.value), Qt::ISODate) : QDate();
    case ValueType::Integer:
    case ValueType::Text:
        return fact.value ? factText(*fact.value) : QString();
    }
    return {};
}

QVariant FactModel::groupData(const QModelIndex &index, int role) const
{
    if (index.column() != Fact)
        return {};
    if (role == Qt::DisplayRole)
        return m_groups.at(index.row()).title;
    if (role == Qt::FontRole) {
        QFont bold;
        bold.setWeight(QFont::DemiBold);
        return bold;
    }
    return {};
}

QVariant FactModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProfileFactDefinition *definition = definitionAt(index);
    if (!definition)
        return groupData(index, role);
    switch (role) {
    case Qt::DisplayRole:
        return display(*definition, index.column());
    case Qt::EditRole:
        return editData(*definition, index.column());
    case Qt::ToolTipRole:
        return index.column() == Fact ? definition->help : display(*definition, index.column());
    case ChoicesRole:
        return index.column() == Value ? choicesOf(*definition) : QStringList();
    case IdRole:
        return definition->id.text();
    case MutedRole:
        return index.column() != Fact && !factOf(definition->id).value;
    default:
        return {};
    }
}

Result<ProfileFact> FactModel::edited(
    const ProfileFactDefinition &definition, int column, const QVariant &value) const
{
    ProfileFact fact = factOf(definition.id);
    if (column == AsOf) {
        fact.asOf = value.toDate();
        return fact;
    }
    if (column == StatedBy) {
        fact.statedBy = value.toString().trimmed();
        return fact;
    }
    const QString text = fileText(definition, value);
    fact.value.reset();
    if (!text.isEmpty()) {
        const Result<FactValue> read = factFromText(definition, text);
        if (!read)
            return read.error();
        fact.value = *read;
    }
    // A new value is as of today and from whoever enters it, until they say otherwise.
    fact.asOf = QDate::currentDate();
    fact.statedBy = m_workspace.person().name;
    return fact;
}

bool FactModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const ProfileFactDefinition *definition = checkIndex(index) ? definitionAt(index) : nullptr;
    if (!definition || role != Qt::EditRole || index.column() == Fact || value == editData(*definition, index.column()))
        return false;
    const Result<ProfileFact> fact = edited(*definition, index.column(), value);
    if (!fact) {
        Q_EMIT refused(fact.error());
        return false;
    }
    const Result<void> done = m_desk.setFact(m_centre, *fact);
    if (!done)
        Q_EMIT refused(done.error());
    return bool(done);
}

Qt::ItemFlags FactModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!definitionAt(index))
        return flags & ~Qt::ItemIsSelectable;
    const bool isEditable = index.column() != Fact && !m_workspace.isReadOnly();
    return isEditable ? flags | Qt::ItemIsEditable : flags;
}

QVariant FactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Fact:
        return tr("Fact");
    case Value:
        return tr("Value");
    case AsOf:
        return tr("As of");
    case StatedBy:
        return tr("Stated by");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
