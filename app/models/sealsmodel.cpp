// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/sealsmodel.h"

#include "app/models/traileventtext.h"
#include "app/support/words.h"

namespace cq {

void SealsModel::setSeals(const QList<Seal> &seals, const QList<TrailEntry> &trail)
{
    QList<SealRow> rows;
    for (const Seal &seal : seals) {
        const auto since = entriesSince(seal, trail);
        rows.append({seal, since ? since->size() : 0});
    }
    setRows(rows);
}

int SealsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SealsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SealRow &row = at(index.row());
    if (role == Qt::DisplayRole)
        return cellText(row, Column(index.column()));
    if (role == Qt::ToolTipRole && index.column() == DigestColumn)
        return QString::fromLatin1(row.seal.digest);
    if (role == Qt::ToolTipRole)
        return QStringLiteral("<qt>%1</qt>").arg(cellText(row, Column(index.column())).toHtmlEscaped());
    return {};
}

QString SealsModel::cellText(const SealRow &row, Column column)
{
    switch (column) {
    case StateColumn:
        //: a sealed state of the audit: "2. In review"
        return tr("%1. %2").arg(row.seal.number).arg(wordFor(row.seal.state));
    case TimeColumn:
        return momentText(row.seal.at);
    case PersonColumn:
        return tr("%1, %2").arg(row.seal.person, wordFor(row.seal.role));
    case DigestColumn:
        return shortDigestText(QString::fromLatin1(row.seal.digest));
    case SinceColumn:
        return row.changesSince == 0 ? tr("nothing") : tr("%n entries", nullptr, int(row.changesSince));
    case ReasonColumn:
        return row.seal.reason.simplified();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SealsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case StateColumn:
        return tr("Sealed state");
    case TimeColumn:
        return tr("When");
    case PersonColumn:
        return tr("Who");
    case DigestColumn:
        return tr("Digest");
    case SinceColumn:
        return tr("Since then");
    case ReasonColumn:
        return tr("Reason");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
