// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QString>

#include <algorithm>
#include <utility>

namespace cq {

/// A flat model over values that are told apart by a key. setRows() brings the list up to date with the narrowest
/// signals, so that selection and scroll position stay.
template <class Row> class RowModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    const QList<Row> &rows() const { return m_rows; }
    const Row &at(int row) const { return m_rows.at(row); }
    /// Place of the row with this key, or -1.
    int rowOf(const QString &key) const
    {
        const auto has = [&](const Row &row) { return keyOf(row) == key; };
        const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), has);
        return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
    }

protected:
    virtual QString keyOf(const Row &row) const = 0;

    /// Keys are unique. Takes time with the number of rows; a new order of those that stay is told as one change of layout.
    void setRows(const QList<Row> &rows)
    {
        QHash<QString, int> wanted; // place by key
        wanted.reserve(rows.size());
        for (int place = 0; place < int(rows.size()); ++place)
            wanted.insert(keyOf(rows.at(place)), place);
        removeAllBut(wanted);
        order(wanted);
        fill(rows);
    }

private:
    void removeAllBut(const QHash<QString, int> &wanted)
    {
        const auto isGone = [&](int place) { return !wanted.contains(keyOf(m_rows.at(place))); };
        for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
            if (!isGone(last))
                continue;
            int first = last;
            while (first > 0 && isGone(first - 1))
                --first;
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
    }

    // Of the rows that stay; moving them one by one would take time with the square of their number.
    void order(const QHash<QString, int> &wanted)
    {
        QList<std::pair<int, int>> places; // then, now
        for (int place = 0; place < int(m_rows.size()); ++place)
            places.append({wanted.value(keyOf(m_rows.at(place))), place});
        if (std::is_sorted(places.cbegin(), places.cend()))
            return;
        std::sort(places.begin(), places.end());
        Q_EMIT this->layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        QList<Row> ordered;
        QList<int> to(m_rows.size());
        for (const auto &[then, now] : std::as_const(places)) {
            to[now] = int(ordered.size());
            ordered.append(m_rows.at(now));
        }
        const QModelIndexList before = this->persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &index : before)
            after.append(this->index(to.at(index.row()), index.column()));
        m_rows = ordered;
        this->changePersistentIndexList(before, after);
        Q_EMIT this->layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    void fill(const QList<Row> &rows)
    {
        for (int place = 0; place < int(rows.size()); ++place) {
            const QString next = place < int(m_rows.size()) ? keyOf(m_rows.at(place)) : QString();
            const bool isLast = place >= int(m_rows.size());
            int end = place; // of the new rows before the next that stayed
            while (end < int(rows.size()) && (isLast || keyOf(rows.at(end)) != next))
                ++end;
            if (end > place) {
                beginInsertRows({}, place, end - 1);
                m_rows.insert(place, end - place, rows.at(place));
                std::copy(rows.cbegin() + place, rows.cbegin() + end, m_rows.begin() + place);
                endInsertRows();
                place = end - 1;
            } else if (!(m_rows.at(place) == rows.at(place))) {
                m_rows[place] = rows.at(place);
                Q_EMIT this->dataChanged(this->index(place, 0), this->index(place, this->columnCount() - 1));
            }
        }
    }

    QList<Row> m_rows;
};

} // namespace cq
