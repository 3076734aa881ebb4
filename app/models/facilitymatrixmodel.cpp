// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/facilitymatrixmodel.h"

#include "app/models/checklistmodel.h"
#include "app/models/laneboard.h"
#include "app/models/tonerole.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"

namespace cq {

namespace {

QString levelText(const ChecklistRow &line)
{
    if (line.level == ResponseLevel::NotAssessed)
        return line.applies == Truth::Unknown ? FacilityMatrixModel::tr("? open") : FacilityMatrixModel::tr("○ open");
    QString text = symbolFor(line.level) + u' ' + wordFor(line.level);
    if (line.lacksNote())
        text += QStringLiteral(" ✎");
    if (line.differs())
        text += QStringLiteral(" ⇄");
    return text;
}

bool isWanted(const ChecklistRow &line)
{
    return !line.facility.isEmpty() && line.applies != Truth::No;
}

} // namespace

FacilityMatrixModel::FacilityMatrixModel(
    AuditSession &session, const LaneBoard &lane, const ChecklistModel &checklist, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_lane(lane)
    , m_checklist(checklist)
    , m_facilities(session.facilities())
    , m_rows(wantedRows())
{
    connect(&checklist, &QAbstractItemModel::dataChanged, this, &FacilityMatrixModel::takeChange);
    connect(&checklist, &QAbstractItemModel::rowsInserted, this, &FacilityMatrixModel::takeRows);
    connect(&checklist, &QAbstractItemModel::rowsRemoved, this, &FacilityMatrixModel::takeRows);
    connect(&lane, &LaneBoard::rulesChanged, this, &FacilityMatrixModel::takeRows);
}

int FacilityMatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FacilityMatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstFacilityColumn + int(m_facilities.size()) + 1;
}

QList<int> FacilityMatrixModel::wantedRows() const
{
    QList<int> rows;
    for (int row = 0; row < m_checklist.rowCount(); ++row) {
        const ChecklistRow &line = m_checklist.row(row);
        if (isWanted(line) && (rows.isEmpty() || rows.last() != line.criterion))
            rows.append(line.criterion);
    }
    return rows;
}

int FacilityMatrixModel::firstSourceRow(int row) const
{
    return m_checklist.rowOf(m_session.packs().criteria().at(m_rows.at(row)).id);
}

int FacilityMatrixModel::sourceRow(const QModelIndex &index) const
{
    if (index.column() < FirstFacilityColumn || index.column() == resultColumn())
        return -1;
    return m_checklist.rowOf(m_session.packs().criteria().at(m_rows.at(index.row())).id,
        m_facilities.at(index.column() - FirstFacilityColumn).id);
}

std::optional<ResponseKey> FacilityMatrixModel::keyAt(const QModelIndex &index) const
{
    const int source = index.isValid() ? sourceRow(index) : -1;
    return source < 0 ? std::nullopt : std::optional(m_checklist.keyAt(source));
}

ResponseKey FacilityMatrixModel::firstKey(int row) const
{
    return m_checklist.keyAt(firstSourceRow(row));
}

bool FacilityMatrixModel::isOpen(const QModelIndex &index) const
{
    const int source = index.isValid() ? sourceRow(index) : -1;
    return source >= 0 && m_checklist.row(source).isOpen();
}

bool FacilityMatrixModel::isRowOpen(int row) const
{
    for (int column = FirstFacilityColumn; column < resultColumn(); ++column)
        if (isOpen(index(row, column)))
            return true;
    return false;
}

QString FacilityMatrixModel::sectionTitle(int row) const
{
    const PackSet &packs = m_session.packs();
    const int place = packs.indexOf(packs.criteria().at(m_rows.at(row)).section);
    return place < 0 ? QString() : packs.sections().at(place).title;
}

QString FacilityMatrixModel::criterionText(int row) const
{
    const Criterion &what = m_session.packs().criteria().at(m_rows.at(row));
    //: code, criticality and text of a criterion
    return what.isGate ? tr("%1, %2, gate: %3").arg(what.id.text(), wordFor(what.criticality), what.text)
                       : tr("%1, %2: %3").arg(what.id.text(), wordFor(what.criticality), what.text);
}

QVariant FacilityMatrixModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == OpenRole)
        return isRowOpen(index.row());
    if (role == CriterionTextRole)
        return criterionText(index.row());
    if (index.column() == TextColumn) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return m_session.packs().criteria().at(m_rows.at(index.row())).text;
        return role == Qt::ToolTipRole ? sectionTitle(index.row()) : QVariant();
    }
    if (index.column() == resultColumn())
        return resultData(index.row(), role);
    const int source = sourceRow(index);
    if (source >= 0)
        return cellData(source, role);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return tr("This criterion is not asked at facilities of this kind.");
    return {};
}

QVariant FacilityMatrixModel::cellData(int sourceRow, int role) const
{
    const ChecklistRow &line = m_checklist.row(sourceRow);
    switch (role) {
    case Qt::DisplayRole:
        return levelText(line);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return m_checklist.data(m_checklist.index(sourceRow), role);
    case LevelToneRole:
        return line.level == ResponseLevel::NotAssessed ? QVariant() : QVariant(int(line.level));
    default:
        return {};
    }
}

QVariant FacilityMatrixModel::resultData(int row, int role) const
{
    const ScoreBoard &board = m_lane.board();
    const ScoreBoard::Part part = board.part(m_session.packs().criteria().at(m_rows.at(row)).id);
    const bool isAnswered = part.level != ResponseLevel::NotAssessed;
    const QString percent = percentText(part.graded, board.marks());
    switch (role) {
    case Qt::DisplayRole:
        if (!isAnswered)
            return tr("○ open");
        //: worst answer as a symbol, graded score of the criterion over its facilities
        return part.isOpen ? tr("%1 %2, open").arg(symbolFor(part.level), percent)
                           : tr("%1 %2").arg(symbolFor(part.level), percent);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (!isAnswered)
            return tr("Not answered at any facility yet.");
        return (part.isOpen ? tr("Worst answer so far: %1. Graded score over the facilities answered: %2.")
                            : tr("Worst answer: %1. Graded score over all facilities: %2."))
            .arg(wordFor(part.level), percent);
    case LevelToneRole:
        return isAnswered ? QVariant(int(part.level)) : QVariant();
    default:
        return {};
    }
}

QVariant FacilityMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (section < 0 || section >= rowCount())
            return {};
        const Criterion &what = m_session.packs().criteria().at(m_rows.at(section));
        if (role == Qt::DisplayRole)
            return what.isGate ? what.id.text() + QStringLiteral(" ■") : what.id.text();
        return role == Qt::ToolTipRole ? criterionText(section) : QVariant();
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (section == TextColumn)
        return tr("What it asks for");
    if (section == resultColumn())
        return tr("Together");
    const Facility &facility = m_facilities.at(section - FirstFacilityColumn);
    //: name of a facility, its kind
    return role == Qt::DisplayRole ? facility.name : tr("%1, %2").arg(facility.name, wordFor(facility.type));
}

Qt::ItemFlags FacilityMatrixModel::flags(const QModelIndex &index) const
{
    // Cells that are not asked are stepped over by the arrow keys.
    const bool isFacility = index.isValid() && index.column() != TextColumn && index.column() != resultColumn();
    if (isFacility && sourceRow(index) < 0)
        return Qt::NoItemFlags;
    return QAbstractTableModel::flags(index);
}

void FacilityMatrixModel::takeChange(const QModelIndex &from, const QModelIndex &to)
{
    for (int source = from.row(); source <= to.row(); ++source) {
        const ChecklistRow &line = m_checklist.row(source);
        const int row = int(m_rows.indexOf(line.criterion));
        if ((row >= 0) != isWanted(line)) {
            takeRows(); // a fact changed whether it applies
            continue;
        }
        if (row < 0)
            continue;
        for (int column = FirstFacilityColumn; column < resultColumn(); ++column)
            if (m_facilities.at(column - FirstFacilityColumn).id == line.facility)
                Q_EMIT dataChanged(index(row, column), index(row, column));
        Q_EMIT dataChanged(index(row, resultColumn()), index(row, resultColumn()));
    }
}

void FacilityMatrixModel::takeRows()
{
    if (m_facilities != m_session.facilities()) {
        beginResetModel(); // other columns are another table
        m_facilities = m_session.facilities();
        m_rows = wantedRows();
        endResetModel();
        return;
    }
    const QList<int> wanted = wantedRows();
    for (int row = int(m_rows.size()) - 1; row >= 0; --row)
        if (!wanted.contains(m_rows.at(row))) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    for (int row = 0; row < int(wanted.size()); ++row)
        if (row >= m_rows.size() || m_rows.at(row) != wanted.at(row)) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, wanted.at(row));
            endInsertRows();
        }
}

} // namespace cq
