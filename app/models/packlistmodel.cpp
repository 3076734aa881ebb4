// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/packlistmodel.h"

#include "core/session/workspace.h"

#include "app/models/cellroles.h"
#include "app/support/words.h"

#include <QLocale>

#include <algorithm>

namespace cq {

PackListModel::PackListModel(Workspace &workspace, QObject *parent)
    : RowModel(parent)
    , m_workspace(workspace)
{
    refresh();
    connect(&m_workspace, &Workspace::packsChanged, this, &PackListModel::refresh);
}

void PackListModel::refresh()
{
    QList<PackLine> lines;
    for (const CriteriaPack &pack : m_workspace.packs())
        lines.append({pack.id, pack.version, pack.title, pack.kind, pack.status, int(pack.criteria.size()), pack.digest});
    // The core pack first, then modules, overlays and add-ons, as a checklist reads.
    std::stable_sort(lines.begin(), lines.end(), [](const PackLine &a, const PackLine &b) { return a.kind < b.kind; });
    setRows(lines);
}

int PackListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PackListModel::keyOf(const PackLine &pack) const
{
    return QString::fromLatin1(pack.digest);
}

QVariant PackListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PackLine &pack = at(index.row());
    if (role == IdRole)
        return QString::fromLatin1(pack.digest);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case Title:
        return pack.title;
    case Version:
        return pack.version.text();
    case Kind:
        return wordFor(pack.kind);
    case Criteria:
        return QLocale().toString(pack.criteria);
    case Status:
        return pack.status;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PackListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Title:
        return tr("Pack");
    case Version:
        return tr("Version");
    case Kind:
        return tr("Kind");
    case Criteria:
        return tr("Criteria");
    case Status:
        return tr("Status");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
