// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/calendarwriter.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <libical/ical.h>

#include <memory>

using namespace cq;

class TestCalendarWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenIsReadBack();
    void linesAreFoldedAndEndAsTheStandardAsks();
    void theSameEntriesGiveTheSameBytes();
    void entriesWithoutUidOrDayAreRefused();
    void hoursThatAreNoneAreRefused();
    void hoursBlockTimeAndStandWithoutZone();
    void controlCharactersAreLeftOut();
    void anotherProgramReadsTheSame();

private:
    static QList<CalendarEntry> entries();
    const Timestamp m_stamp {1'790'000'000'000, 60}; // 2026-09-21T14:13:20Z
};

QList<CalendarEntry> TestCalendarWriter::entries()
{
    return {
        {QStringLiteral("f1-answer@centrequal"), QDate(2026, 12, 1), QStringLiteral("Answer due: F-01; Übungsklinik, Nord"),
            QStringLiteral("First line\nSecond line, with a comma; a semicolon and a \\ backslash. ")
                + QString(40, QChar(0x00fc)) + QStringLiteral(" and so on until the line is much longer than 75 octets."),
            false},
        {QStringLiteral("f2-action@centrequal"), QDate(2028, 2, 29), QStringLiteral("Action due: F-02"), {}, true},
        {QStringLiteral("slot-1@centrequal"), QDate(2026, 12, 31), QStringLiteral("Night cover"),
            QStringLiteral("To meet: head nurse"), false, CalendarEntry::Hours {22 * 60 + 45, 24 * 60},
            QStringLiteral("Ward 7, haematology; north")},
    };
}

void TestCalendarWriter::whatWasWrittenIsReadBack()
{
    const auto bytes = calendarBytes(entries(), m_stamp);
    QVERIFY(bytes);
    const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> read(
        icalparser_parse_string(bytes->constData()), &icalcomponent_free);
    QVERIFY(read);
    QList<CalendarEntry> found;
    for (icalcomponent *event = icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(read.get(), ICAL_VEVENT_COMPONENT)) {
        const icaltimetype start = icalcomponent_get_dtstart(event);
        const char *description = icalcomponent_get_description(event);
        const char *location = icalcomponent_get_location(event);
        std::optional<CalendarEntry::Hours> hours;
        if (!start.is_date) {
            QVERIFY(!start.zone); // the wall clock's, wherever the file is read
            const icaltimetype end = icalcomponent_get_dtend(event);
            const int later = int(QDate(start.year, start.month, start.day).daysTo(QDate(end.year, end.month, end.day)));
            hours = CalendarEntry::Hours {start.hour * 60 + start.minute, later * 24 * 60 + end.hour * 60 + end.minute};
        }
        found.append({QString::fromUtf8(icalcomponent_get_uid(event)), QDate(start.year, start.month, start.day),
            QString::fromUtf8(icalcomponent_get_summary(event)), QString::fromUtf8(description ? description : ""),
            icalcomponent_get_status(event) == ICAL_STATUS_TENTATIVE, hours,
            QString::fromUtf8(location ? location : "")});
        QCOMPARE(QString::fromLatin1(icaltime_as_ical_string(icalcomponent_get_dtstamp(event))),
            QStringLiteral("20260921T141320Z"));
    }
    QCOMPARE(found, entries());
}

void TestCalendarWriter::linesAreFoldedAndEndAsTheStandardAsks()
{
    const QByteArray bytes = calendarBytes(entries(), m_stamp).value();
    QVERIFY(bytes.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    QVERIFY(bytes.endsWith("END:VCALENDAR\r\n"));
    QCOMPARE(bytes.count('\n'), bytes.count("\r\n"));
    for (const QByteArray &line : bytes.split('\n'))
        QVERIFY2(line.size() <= 76, line.constData()); // 75 octets and the carriage return
}

void TestCalendarWriter::theSameEntriesGiveTheSameBytes()
{
    QCOMPARE(calendarBytes(entries(), m_stamp).value(), calendarBytes(entries(), m_stamp).value());
    QVERIFY(!calendarBytes({}, m_stamp).value().contains("VEVENT"));
}

void TestCalendarWriter::entriesWithoutUidOrDayAreRefused()
{
    QList<CalendarEntry> faulty = entries();
    faulty[1].day = {};
    QCOMPARE(calendarBytes(faulty, m_stamp).error().code, ErrorCode::InvalidInput);
    faulty = entries();
    faulty[0].uid.clear();
    QCOMPARE(calendarBytes(faulty, m_stamp).error().code, ErrorCode::InvalidInput);
}

void TestCalendarWriter::hoursThatAreNoneAreRefused()
{
    for (const auto &hours : std::initializer_list<CalendarEntry::Hours> {{600, 600}, {-1, 60}, {0, 1441}, {600, 540}}) {
        QList<CalendarEntry> faulty = entries();
        faulty[2].hours = hours;
        QCOMPARE(calendarBytes(faulty, m_stamp).error().code, ErrorCode::InvalidInput);
    }
}

void TestCalendarWriter::hoursBlockTimeAndStandWithoutZone()
{
    const QByteArray bytes = calendarBytes({entries().last()}, m_stamp).value();
    for (const char *line : {"DTSTART:20261231T224500\r\n", "DTEND:20270101T000000\r\n", "TRANSP:OPAQUE\r\n",
             "LOCATION:Ward 7\\, haematology\\; north\r\n"})
        QVERIFY2(bytes.contains(line), line);
    QVERIFY(calendarBytes({entries().first()}, m_stamp)->contains("TRANSP:TRANSPARENT\r\n"));
}

void TestCalendarWriter::controlCharactersAreLeftOut()
{
    QList<CalendarEntry> odd = {entries()[1]};
    odd[0].summary = QStringLiteral("Bell\a and\r\nEND:VEVENT");
    const QByteArray bytes = calendarBytes(odd, m_stamp).value();
    QVERIFY(bytes.contains("SUMMARY:Bell and\\nEND:VEVENT\r\n"));
}

// python3-icalendar shares no code with the library that writes.
void TestCalendarWriter::anotherProgramReadsTheSame()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    QProcess probe;
    probe.start(python, {QStringLiteral("-c"), QStringLiteral("import icalendar")});
    if (python.isEmpty() || !probe.waitForFinished() || probe.exitCode() != 0)
        QSKIP("python3-icalendar is not installed");
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("due.ics")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(calendarBytes(entries(), m_stamp).value());
    file.close();
    QProcess reader;
    reader.start(python,
        {QStringLiteral("-c"),
            QStringLiteral("import sys, icalendar\n"
                           "sys.stdout.reconfigure(encoding='utf-8')\n"
                           "calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n"
                           "for e in calendar.walk('VEVENT'):\n"
                           "    print(e['UID'], e['DTSTART'].dt, e['DTSTAMP'].dt.isoformat(), e['STATUS'], "
                           "e['SUMMARY'], len(e.get('DESCRIPTION', '')), e['DTEND'].dt if 'DTEND' in e else '', "
                           "e.get('LOCATION', ''), sep='|')\n"),
            file.fileName()});
    QVERIFY(reader.waitForFinished());
    QCOMPARE(QString::fromUtf8(reader.readAllStandardError()), QString());
    QString expected;
    for (const CalendarEntry &entry : entries())
        expected += QStringLiteral("%1|%2|2026-09-21T14:13:20+00:00|%3|%4|%5|%6|%7\n")
                        .arg(entry.uid,
                            entry.hours ? QStringLiteral("2026-12-31 22:45:00") : entry.day.toString(Qt::ISODate),
                            entry.isTentative ? QStringLiteral("TENTATIVE") : QStringLiteral("CONFIRMED"), entry.summary,
                            QString::number(entry.description.size()),
                            entry.hours ? QStringLiteral("2027-01-01 00:00:00") : QString(), entry.location);
    QCOMPARE(QString::fromUtf8(reader.readAllStandardOutput()), expected);
}

QTEST_GUILESS_MAIN(TestCalendarWriter)
#include "tst_calendarwriter.moc"
