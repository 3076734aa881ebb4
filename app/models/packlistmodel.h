// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/pack/criteriapack.h"

namespace cq {

class Workspace;

/// One criteria pack in a list.
struct PackLine
{
    PackId id;
    SemanticVersion version;
    QString title;
    PackKind kind = PackKind::Core;
    QString status;
    int criteria = 0;
    QByteArray digest;
    bool operator==(const PackLine &) const = default;
};

/// The criteria packs a workspace holds; follows the workspace.
class PackListModel final : public RowModel<PackLine>
{
    Q_OBJECT

public:
    enum Column { Title, Version, Kind, Criteria, Status, ColumnCount };

    explicit PackListModel(Workspace &workspace, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const PackLine &pack) const override;

private:
    void refresh();

    Workspace &m_workspace;
};

} // namespace cq
