// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/planmodel.h"

#include "app/models/cellroles.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/visitdesk.h"

#include <QRegularExpression>

#include <algorithm>

namespace cq {

PlanModel::PlanModel(const AuditSession &session, QObject *parent)
    : RowModel(parent)
    , m_session(session)
{
    connect(&session.visit(), &VisitDesk::planChanged, this, &PlanModel::reload);
    connect(&session, &AuditSession::auditChanged, this, &PlanModel::reload);
    reload();
}

void PlanModel::reload()
{
    m_conflicts = conflictsIn(m_session.visit().plan());
    setRows(m_session.visit().plan());
    // An entry that stays as it is may collide with one that moved.
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Conflict), index(rowCount() - 1, Conflict));
}

QStringList PlanModel::placeNames() const
{
    QStringList names {tr("anywhere")};
    for (const Facility &facility : m_session.facilities())
        names.append(facility.name);
    return names;
}

QStringList PlanModel::auditorNames() const
{
    QStringList names {tr("whole team")};
    for (const TeamMember &member : m_session.audit().team)
        names.append(member.name);
    return names;
}

QString PlanModel::conflictText(const PlanSlot &slot) const
{
    for (const PlanConflict &conflict : m_conflicts) {
        if (conflict.first != slot.id && conflict.second != slot.id)
            continue;
        const auto other = m_session.visit().slot(conflict.first == slot.id ? conflict.second : conflict.first);
        if (!other)
            continue;
        const QString time = clockText(other->fromMinute);
        return conflict.kind == PlanConflictKind::Auditor ? tr("⚠ The auditor is elsewhere from %1.").arg(time)
                                                          : tr("⚠ The facility is visited from %1.").arg(time);
    }
    return {};
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PlanModel::cellText(const PlanSlot &slot, Column column) const
{
    switch (column) {
    case Day:
        return dateText(slot.day);
    case From:
        return clockText(slot.fromMinute);
    case To:
        return clockText(slot.toMinute);
    case Place:
        for (const Facility &facility : m_session.centre().facilities)
            if (facility.id == slot.facility)
                return facility.name;
        return placeNames().constFirst();
    case Auditor:
        return slot.auditor.isEmpty() ? auditorNames().constFirst() : slot.auditor;
    case ToMeet:
        return slot.toMeet;
    case Topic:
        return slot.topic;
    case Conflict:
        return conflictText(slot);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PlanModel::editValue(const PlanSlot &slot, Column column) const
{
    if (column == Day)
        return slot.day;
    if (column == Auditor)
        return std::max(0, int(auditorNames().indexOf(slot.auditor)));
    if (column != Place)
        return cellText(slot, column);
    const auto &facilities = m_session.facilities();
    for (int place = 0; place < int(facilities.size()); ++place)
        if (facilities.at(place).id == slot.facility)
            return place + 1;
    return 0;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlanSlot &slot = at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cellText(slot, column);
    case Qt::EditRole:
        return editValue(slot, column);
    case ChoicesRole:
        return column == Place ? placeNames() : column == Auditor ? auditorNames() : QStringList();
    case WarningRole:
        return column == Conflict;
    case MutedRole:
        return (column == Place && slot.facility.isEmpty()) || (column == Auditor && slot.auditor.isEmpty());
    case IdRole:
        return slot.id.text();
    default:
        return {};
    }
}

std::optional<int> PlanModel::minuteFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(R"(\A\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*\z)"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    if (minute > 59 || hour * 60 + minute > PlanSlot::dayMinutes)
        return std::nullopt;
    return hour * 60 + minute;
}

bool PlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    PlanSlot slot = at(index.row());
    const QString text = value.toString().trimmed();
    switch (Column(index.column())) {
    case Day:
        slot.day = value.toDate();
        break;
    case From: {
        // The length of the entry goes with it, as when a meeting is moved.
        const int length = slot.toMinute - slot.fromMinute;
        slot.fromMinute = minuteFrom(text).value_or(-1);
        slot.toMinute = std::min(slot.fromMinute + length, PlanSlot::dayMinutes);
        break;
    }
    case To:
        slot.toMinute = minuteFrom(text).value_or(-1);
        break;
    case Place:
        slot.facility = value.toInt() > 0 ? m_session.facilities().value(value.toInt() - 1).id : FacilityId();
        break;
    case Auditor:
        slot.auditor = value.toInt() > 0 ? auditorNames().value(value.toInt()) : QString();
        break;
    case ToMeet:
        slot.toMeet = text;
        break;
    case Topic:
        slot.topic = text;
        break;
    case Conflict:
    case ColumnCount:
        return false;
    }
    if (slot == at(index.row()))
        return true;
    Q_EMIT slotEdited(slot);
    return m_session.visit().slot(slot.id) == slot;
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = RowModel::flags(index);
    return index.isValid() && index.column() != Conflict ? flags | Qt::ItemIsEditable : flags;
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Day:
        return tr("Day");
    case From:
        return tr("From");
    case To:
        return tr("To");
    case Place:
        return tr("Facility");
    case Auditor:
        return tr("Auditor");
    case ToMeet:
        return tr("To meet");
    case Topic:
        return tr("Topic");
    case Conflict:
        return tr("Conflict");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
