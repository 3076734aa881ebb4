// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/calendarwriter.h"

#include <libical/ical.h>

#include <memory>

namespace cq {

namespace {

struct Freeing
{
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Freeing>;

// The library takes no control characters but the line feed, which it escapes.
QByteArray clean(const QString &text)
{
    QString kept;
    for (const QChar c : text)
        if (c == u'\n' || c == u'\t' || c.category() != QChar::Other_Control)
            kept += c;
    return kept.toUtf8();
}

icaltimetype dayOf(QDate date)
{
    icaltimetype time = icaltime_null_date();
    time.year = date.year();
    time.month = date.month();
    time.day = date.day();
    time.is_date = 1;
    return time;
}

// At a minute after midnight; 1440 is the midnight that ends the day.
icaltimetype momentOf(QDate date, int minute)
{
    icaltimetype time = dayOf(date.addDays(minute / (24 * 60)));
    time.is_date = 0;
    time.hour = minute / 60 % 24;
    time.minute = minute % 60;
    time.second = 0;
    return time;
}

icaltimetype stampOf(const Timestamp &stamp)
{
    return icaltime_from_timet_with_zone(time_t(stamp.utcMs / 1000), 0, icaltimezone_get_utc_timezone());
}

icalcomponent *eventOf(const CalendarEntry &entry, const Timestamp &stamp)
{
    icalcomponent *event = icalcomponent_new_vevent();
    icalcomponent_add_property(event, icalproperty_new_uid(clean(entry.uid).constData()));
    icalcomponent_add_property(event, icalproperty_new_dtstamp(stampOf(stamp)));
    icalcomponent_add_property(event,
        icalproperty_new_dtstart(entry.hours ? momentOf(entry.day, entry.hours->fromMinute) : dayOf(entry.day)));
    if (entry.hours)
        icalcomponent_add_property(event, icalproperty_new_dtend(momentOf(entry.day, entry.hours->toMinute)));
    icalcomponent_add_property(event, icalproperty_new_summary(clean(entry.summary).constData()));
    if (!entry.description.isEmpty())
        icalcomponent_add_property(event, icalproperty_new_description(clean(entry.description).constData()));
    icalcomponent_add_property(
        event, icalproperty_new_status(entry.isTentative ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED));
    if (!entry.location.isEmpty())
        icalcomponent_add_property(event, icalproperty_new_location(clean(entry.location).constData()));
    icalcomponent_add_property(
        event, icalproperty_new_transp(entry.hours ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
    return event;
}

// Why the entry cannot stand in a calendar, if so.
QString faultOf(const CalendarEntry &entry)
{
    if (entry.uid.isEmpty())
        return QStringLiteral("an entry without uid: %1").arg(entry.summary);
    if (!entry.day.isValid())
        return QStringLiteral("an entry without day: %1").arg(entry.summary);
    const auto &hours = entry.hours;
    if (hours && (hours->fromMinute < 0 || hours->toMinute <= hours->fromMinute || hours->toMinute > 24 * 60))
        return QStringLiteral("an entry that does not end after it begins: %1").arg(entry.summary);
    return {};
}

bool holdsAll(const QByteArray &bytes, qsizetype entries)
{
    const Component read(icalparser_parse_string(bytes.constData()));
    return read && icalcomponent_count_errors(read.get()) == 0 && icalrestriction_check(read.get()) != 0
        && icalcomponent_count_components(read.get(), ICAL_VEVENT_COMPONENT) == int(entries);
}

} // namespace

Result<QByteArray> calendarBytes(const QList<CalendarEntry> &entries, const Timestamp &stamp)
{
    const Component calendar(icalcomponent_new_vcalendar());
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//CentreQual//CentreQual//EN"));
    for (const CalendarEntry &entry : entries) {
        if (const QString fault = faultOf(entry); !fault.isEmpty())
            return Error{ErrorCode::InvalidInput, fault, {}};
        icalcomponent_add_component(calendar.get(), eventOf(entry, stamp));
    }
    const std::unique_ptr<char, decltype(&free)> text(icalcomponent_as_ical_string_r(calendar.get()), &free);
    const QByteArray bytes(text.get());
    // A calendar without events is well-formed for us, but RFC 5545 asks for one component at least.
    if (!entries.isEmpty() && !holdsAll(bytes, entries.size()))
        return Error{ErrorCode::Internal, QStringLiteral("the calendar could not be read back"), {}};
    return bytes;
}

} // namespace cq
