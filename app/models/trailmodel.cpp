// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/trailmodel.h"

#include "app/models/traileventtext.h"
#include "app/support/words.h"

namespace cq {

TrailModel::TrailModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TrailModel::setEntries(const QList<TrailEntry> &entries)
{
    const qsizetype known = m_entries.size();
    const bool isLonger = entries.size() >= known
        && (known == 0 || entries.at(known - 1).digest == m_entries.constLast().digest);
    if (!isLonger) { // another trail altogether
        beginResetModel();
        m_entries = entries;
        endResetModel();
        return;
    }
    if (entries.size() == known)
        return;
    beginInsertRows({}, int(known), int(entries.size()) - 1);
    m_entries = entries;
    endInsertRows();
}

void TrailModel::setHiding(std::function<bool(const TrailEntry &)> hides)
{
    m_hides = std::move(hides);
    hidingChanged();
}

void TrailModel::hidingChanged()
{
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_entries.size()) - 1, ColumnCount - 1));
}

int TrailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int TrailModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TrailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TrailEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(entry, Column(index.column()));
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1</qt>").arg(toolTip(entry, Column(index.column())).toHtmlEscaped());
    case SequenceRole:
        return entry.sequence;
    case SearchRole: {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(cellText(entry, Column(column)));
        return cells.join(u' ');
    }
    default:
        return {};
    }
}

QString TrailModel::cellText(const TrailEntry &entry, Column column) const
{
    const bool isHidden = (column == ActionColumn || column == ChangeColumn || column == ReasonColumn) && hides(entry);
    const QString before = trailValueText(entry.action, entry.oldValue);
    const QString after = trailValueText(entry.action, entry.newValue);
    switch (column) {
    case TimeColumn:
        return (entry.clockJumped ? QStringLiteral("⏲ ") : QString()) + momentText(entry.at);
    case PersonColumn:
        return tr("%1, %2").arg(entry.person, wordFor(entry.role));
    case ActionColumn:
        return isHidden ? hiddenActionText() : trailActionText(entry.action);
    case TargetColumn:
        return entry.target;
    case ChangeColumn:
        if (isHidden)
            return hiddenValueText();
        return (before.isEmpty() ? after : before + QStringLiteral(" → ") + after).simplified();
    case ReasonColumn:
        return isHidden ? QString() : entry.reason.simplified();
    case ColumnCount:
        break;
    }
    return {};
}

QString TrailModel::toolTip(const TrailEntry &entry, Column column) const
{
    if (column != TimeColumn)
        return cellText(entry, column);
    const QString utc = tr("Entry %1, %2 (clock on the wall: %3 from UTC).")
                            .arg(entry.sequence)
                            .arg(entry.at.utcText(), entry.at.offsetText());
    return entry.clockJumped ? utc + u' ' + tr("The computer's clock had jumped before this entry.") : utc;
}

QVariant TrailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case TimeColumn:
        return tr("When");
    case PersonColumn:
        return tr("Who");
    case ActionColumn:
        return tr("What");
    case TargetColumn:
        return tr("Where");
    case ChangeColumn:
        return tr("From → to");
    case ReasonColumn:
        return tr("Reason");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
