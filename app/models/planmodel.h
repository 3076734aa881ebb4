// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/visit/planslot.h"

namespace cq {

class AuditSession;

/// The audit plan by time, with what each entry collides with in words. Follows the desk; an entry that was edited is
/// asked for by a signal.
class PlanModel final : public RowModel<PlanSlot>
{
    Q_OBJECT

public:
    enum Column { Day, From, To, Place, Auditor, ToMeet, Topic, Conflict, ColumnCount };

    explicit PlanModel(const AuditSession &session, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Minutes after midnight from "9", "9:30", "09.30" or "0930"; nothing for what is no time of day.
    static std::optional<int> minuteFrom(const QString &text);

Q_SIGNALS:
    void slotEdited(const cq::PlanSlot &slot);

protected:
    QString keyOf(const PlanSlot &slot) const override { return slot.id.text(); }

private:
    void reload();
    QStringList placeNames() const;
    QStringList auditorNames() const;
    QString conflictText(const PlanSlot &slot) const;
    QString cellText(const PlanSlot &slot, Column column) const;
    QVariant editValue(const PlanSlot &slot, Column column) const;

    const AuditSession &m_session;
    QList<PlanConflict> m_conflicts;
};

} // namespace cq
