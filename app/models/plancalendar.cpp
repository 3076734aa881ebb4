// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/plancalendar.h"

#include "core/session/calendarfile.h"
#include "core/session/visitdesk.h"

#include <QCoreApplication>

namespace cq {

namespace {

struct PlanCalendar
{
    Q_DECLARE_TR_FUNCTIONS(cq::PlanCalendar)
};

QString descriptionOf(const PlanSlot &slot, const AuditSession &session)
{
    QStringList lines {session.audit().title,
        slot.auditor.isEmpty() ? PlanCalendar::tr("Auditor: the whole team")
                               : PlanCalendar::tr("Auditor: %1").arg(slot.auditor)};
    if (!slot.toMeet.isEmpty())
        lines.append(PlanCalendar::tr("To meet: %1").arg(slot.toMeet));
    return lines.join(u'\n');
}

} // namespace

QList<CalendarEntry> planCalendarOf(const AuditSession &session)
{
    QList<CalendarEntry> entries;
    for (const PlanSlot &slot : session.visit().plan()) {
        CalendarEntry entry;
        entry.uid = calendarUid(slot);
        entry.day = slot.day;
        entry.hours = CalendarEntry::Hours {slot.fromMinute, slot.toMinute};
        //: Topic of an entry of the audit plan, name of the centre
        entry.summary = PlanCalendar::tr("%1, %2")
                            .arg(slot.topic.isEmpty() ? session.audit().title : slot.topic, session.centre().name);
        entry.description = descriptionOf(slot, session);
        for (const Facility &facility : session.centre().facilities)
            if (facility.id == slot.facility)
                entry.location = facility.name;
        entries.append(entry);
    }
    return entries;
}

} // namespace cq
