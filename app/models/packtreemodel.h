// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pack/criteriapack.h"

#include <QAbstractItemModel>

namespace cq {

/// Sections and criteria of one pack, to be read.
class PackTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Code, Text, Importance, ColumnCount };

    explicit PackTreeModel(QObject *parent = nullptr);

    void showPack(const CriteriaPack &pack);
    const CriteriaPack &pack() const { return m_pack; }
    /// The criterion at an index, or nullptr at sections.
    const Criterion *criterionAt(const QModelIndex &index) const;
    const Section *sectionAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node
    {
        int parent = -1;
        int row = 0; ///< among its parent's children
        int section = -1;
        int criterion = -1;
        QList<int> children;
    };

    int append(int parent, int section, int criterion);
    const Node &nodeOf(const QModelIndex &index) const;
    QString importanceOf(const Criterion &criterion) const;

    CriteriaPack m_pack;
    QList<Node> m_nodes; ///< the first is the root
};

} // namespace cq
