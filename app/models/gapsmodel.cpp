// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/gapsmodel.h"

#include "app/models/tonerole.h"
#include "app/support/words.h"

#include <QLocale>

namespace cq {

int GapsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

void GapsModel::refresh(const ScoreBoard &board)
{
    const QSet<CriterionId> tried = fixed();
    QList<GapRow> rows;
    for (const Gap &gap : gapsOf(board)) {
        const Criterion &criterion = board.packs().criteria().at(board.packs().indexOf(gap.criterion));
        rows.append({gap, criterion.text, tried.contains(gap.criterion)});
    }
    setRows(rows);
    if (fixed() != tried)
        Q_EMIT fixedChanged();
}

QSet<CriterionId> GapsModel::fixed() const
{
    QSet<CriterionId> criteria;
    for (const GapRow &row : rows())
        if (row.isFixed)
            criteria.insert(row.gap.criterion);
    return criteria;
}

void GapsModel::clearFixed()
{
    QList<GapRow> cleared = rows();
    for (GapRow &row : cleared)
        row.isFixed = false;
    setRows(cleared);
    Q_EMIT fixedChanged();
}

Qt::ItemFlags GapsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == CodeColumn ? usual | Qt::ItemIsUserCheckable : usual;
}

bool GapsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != CodeColumn
        || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    QList<GapRow> changed = rows();
    changed[index.row()].isFixed = value.toInt() == Qt::Checked;
    setRows(changed);
    Q_EMIT fixedChanged();
    return true;
}

QVariant GapsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GapRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, Column(index.column()));
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1</qt>").arg(row.text.toHtmlEscaped());
    case Qt::CheckStateRole:
        return index.column() == CodeColumn ? QVariant(int(row.isFixed ? Qt::Checked : Qt::Unchecked)) : QVariant();
    case LevelToneRole:
        return index.column() == LevelColumn ? QVariant(int(row.gap.level)) : QVariant();
    case CriterionRole:
        return row.gap.criterion.text();
    default:
        return {};
    }
}

QString GapsModel::cellText(const GapRow &row, Column column) const
{
    switch (column) {
    case CodeColumn:
        //: code of a criterion whose failure blocks qualification
        return row.gap.isGate ? tr("%1 ■ gate").arg(row.gap.criterion.text()) : row.gap.criterion.text();
    case TextColumn:
        return row.text;
    case LevelColumn:
        if (row.gap.isOpen && row.gap.level != ResponseLevel::NotAssessed)
            //: a level, of a criterion that is not answered at every facility
            return tr("%1 %2, not everywhere").arg(symbolFor(row.gap.level), wordFor(row.gap.level));
        return (symbolFor(row.gap.level) + u' ' + wordFor(row.gap.level)).trimmed();
    case WeightColumn: {
        const qint64 tenths = row.gap.lost.earned * 10 / ScoreBoard::one();
        const QLocale locale;
        return locale.toString(tenths / 10) + locale.decimalPoint() + locale.toString(tenths % 10);
    }
    case ColumnCount:
        break;
    }
    return {};
}

QVariant GapsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (Column(section)) {
    case CodeColumn:
        return isTip ? tr("Check a line to see what fixing it would change.") : tr("Criterion");
    case TextColumn:
        return tr("What it asks for");
    case LevelColumn:
        return tr("Answer");
    case WeightColumn:
        return isTip ? tr("Weight that the score lacks because of it") : tr("Lost");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
