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

icaltimetype stampOf(const Timestamp &stamp)
{
    return icaltime_from_timet_with_zone(time_t(stamp.utcMs / 1000), 0, icaltimezone_get_utc_timezone());
}

icalcomponent *eventOf(const CalendarEntry &entry, const Timestamp &stamp)
{
    icalcomponent *event = icalcomponent_new_vevent();
    icalcomponent_add_property(event, icalproperty_new_uid(clean(entry.uid).constData()));
    icalcomponent_add_property(event, icalproperty_new_dtstamp(stampOf(stamp)));
    icalcomponent_add_property(event, icalproperty_new_dtstart(dayOf(entry.day)));
    icalcomponent_add_property(event, icalproperty_new_summary(clean(entry.summary).constData()));
    if (!entry.description.isEmpty())
        icalcomponent_add_property(event, icalproperty_new_description(clean(entry.description).constData()));
    icalcomponent_add_property(
        event, icalproperty_new_status(entry.isTentative ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED));
    icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    return event;
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
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//CentreQual//Due days//EN"));
    for (const CalendarEntry &entry : entries) {
        if (entry.uid.isEmpty() || !entry.day.isValid())
            return Error{ErrorCode::InvalidInput,
                QStringLiteral("an entry without %1: %2")
                    .arg(entry.uid.isEmpty() ? QStringLiteral("uid") : QStringLiteral("day"), entry.summary),
                {}};
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
