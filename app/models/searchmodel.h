// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/searchhit.h"

#include <QAbstractListModel>

namespace cq {

/// What a search found, one line for each hit under a heading for each kind. Headings cannot be chosen.
class SearchModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        HeadingRole = Qt::UserRole + 1, ///< bool
        ExcerptRole, ///< QString: the text found
        MarksRole, ///< QList<cq::TextSpan>: the words looked for in it
    };

    explicit SearchModel(QObject *parent = nullptr);

    /// Another search, another list.
    void setHits(const QList<SearchHit> &hits);
    int hitCount() const { return m_hitCount; }
    /// The hit of a row; nullptr for a heading.
    const SearchHit *hitAt(int row) const;
    /// The nearest row with a hit from this row on, downwards (step 1) or upwards (step -1); -1 where there is none.
    int nextHit(int row, int step) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        SearchKind kind;
        int hit = -1; ///< place in m_hits; -1 for a heading
    };
    static QString heading(SearchKind kind);
    static QString placeOf(const SearchHit &hit);

    QList<SearchHit> m_hits;
    QList<Row> m_rows;
    int m_hitCount = 0;
};

} // namespace cq

Q_DECLARE_METATYPE(QList<cq::TextSpan>)
