// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QSet>
#include <QString>

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
    int rowOf(const QString &key) const { return placeOf(m_rows, key); }

protected:
    virtual QString keyOf(const Row &row) const = 0;

    void setRows(const QList<Row> &rows)
    {
        // The first filling needs no comparing, which takes time with the square of the rows.
        if (m_rows.isEmpty() && !rows.isEmpty()) {
            beginInsertRows({}, 0, int(rows.size()) - 1);
            m_rows = rows;
            endInsertRows();
            return;
        }
        QSet<QString> keys;
        for (const Row &row : rows)
            keys.insert(keyOf(row));
        for (int place = int(m_rows.size()) - 1; place >= 0; --place) {
            if (keys.contains(keyOf(m_rows.at(place))))
                continue;
            beginRemoveRows({}, place, place);
            m_rows.removeAt(place);
            endRemoveRows();
        }
        for (int place = 0; place < int(rows.size()); ++place)
            settle(place, rows.at(place));
    }

private:
    int placeOf(const QList<Row> &rows, const QString &key) const
    {
        for (int place = 0; place < int(rows.size()); ++place)
            if (keyOf(rows.at(place)) == key)
                return place;
        return -1;
    }

    void settle(int place, const Row &row)
    {
        // Most rows stand where they stood; only the others are looked for.
        const QString key = keyOf(row);
        const bool isThere = place < int(m_rows.size()) && keyOf(m_rows.at(place)) == key;
        const int found = isThere ? place : rowOf(key);
        if (found < 0) {
            beginInsertRows({}, place, place);
            m_rows.insert(place, row);
            endInsertRows();
            return;
        }
        if (found != place) {
            beginMoveRows({}, found, found, {}, place);
            m_rows.move(found, place);
            endMoveRows();
        }
        if (!(m_rows.at(place) == row)) {
            m_rows[place] = row;
            Q_EMIT this->dataChanged(this->index(place, 0), this->index(place, this->columnCount() - 1));
        }
    }

    QList<Row> m_rows;
};

} // namespace cq
