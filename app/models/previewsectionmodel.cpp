// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/previewsectionmodel.h"

#include "app/models/cellroles.h"

#include <QLocale>

namespace cq {

namespace {

// Nothing where there is nothing: columns of noughts hide what matters.
QString countText(int count)
{
    return count == 0 ? QString() : QLocale().toString(count);
}

} // namespace

PreviewSectionModel::PreviewSectionModel(QObject *parent)
    : RowModel(parent)
{
}

int PreviewSectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PreviewSectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AuditPreview::SectionLine &line = at(index.row());
    if (role == Qt::TextAlignmentRole)
        return index.column() == Title ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == WarningRole)
        return index.column() == HeldUp && line.heldUp > 0;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case Title:
        //: Code and title of a section
        return tr("%1  %2").arg(line.id.text(), line.title);
    case Applies:
        return countText(line.applies);
    case RuledOut:
        return countText(line.ruledOut);
    case HeldUp:
        return countText(line.heldUp);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PreviewSectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Title ? QVariant(Qt::AlignLeft | Qt::AlignVCenter) : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Title:
        return tr("Section");
    case Applies:
        return tr("Apply");
    case RuledOut:
        return tr("Ruled out");
    case HeldUp:
        return tr("Open fact");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
