// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/trailentry.h"

#include <QAbstractTableModel>

#include <functional>

namespace cq {

/// The audit trail in words, in the order things happened. Entries are only ever added.
class TrailModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, PersonColumn, ActionColumn, TargetColumn, ChangeColumn, ReasonColumn, ColumnCount };
    enum Role {
        SequenceRole = Qt::UserRole + 1, ///< qint64
        SearchRole, ///< QString: everything a filter looks in
    };

    explicit TrailModel(QObject *parent = nullptr);

    /// Takes the whole trail; rows already there stay.
    void setEntries(const QList<TrailEntry> &entries);
    /// Which entries keep what they tell to themselves for now (ResponseDesk::isHidden()). That there is an entry is not
    /// hidden, or the chain would seem to have holes.
    void setHiding(std::function<bool(const TrailEntry &)> hides);
    /// What is hidden may have changed.
    void hidingChanged();
    const QList<TrailEntry> &entries() const { return m_entries; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cellText(const TrailEntry &entry, Column column) const;
    QString toolTip(const TrailEntry &entry, Column column) const;

    bool hides(const TrailEntry &entry) const { return m_hides && m_hides(entry); }

    QList<TrailEntry> m_entries;
    std::function<bool(const TrailEntry &)> m_hides;
};

} // namespace cq
