// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/fixesmodel.h"

#include "app/support/words.h"

namespace cq {

int FixesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

void FixesModel::refresh(const QList<Fix> &plan, const ScoreBoard &board)
{
    QList<FixRow> rows;
    for (const Fix &fix : plan) {
        const Criterion &criterion = board.packs().criteria().at(board.packs().indexOf(fix.criterion));
        rows.append({int(rows.size()) + 1, fix, criterion.text, board.marks()});
    }
    setRows(rows);
}

QVariant FixesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FixRow &row = at(index.row());
    if (role == CriterionRole)
        return row.fix.criterion.text();
    if (role == Qt::ToolTipRole)
        return QStringLiteral("<qt>%1</qt>").arg(row.text.toHtmlEscaped());
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case CodeColumn:
        //: place in a plan, then the code of the criterion to fix
        return tr("%1. %2").arg(row.step).arg(row.fix.criterion.text());
    case TextColumn:
        return row.text;
    case GradedColumn:
        return percentText(row.fix.graded, row.marks);
    case OutcomeColumn:
        return wordFor(row.fix.outcome);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FixesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (Column(section)) {
    case CodeColumn:
        return tr("Fix");
    case TextColumn:
        return tr("What it asks for");
    case GradedColumn:
        return isTip ? tr("Graded score after this fix and those above it") : tr("Then");
    case OutcomeColumn:
        return isTip ? tr("Outcome after this fix and those above it") : tr("Outcome");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
