// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/calendarfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;

class TestCalendarFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFileIsTheCalendarAndReplacesAnOlderOne();
    void whatCannotBeWrittenLeavesTheOldOne();

private:
    const Timestamp m_stamp {1'790'000'000'000, 60};
    const QList<CalendarEntry> m_entries {{QStringLiteral("a@centrequal"), QDate(2026, 12, 1), QStringLiteral("Due"), {}}};
};

void TestCalendarFile::theFileIsTheCalendarAndReplacesAnOlderOne()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("due.ics"));
    for (const QList<CalendarEntry> &entries : {QList<CalendarEntry>(), m_entries}) {
        QVERIFY(writeCalendarFile(path, entries, m_stamp));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), calendarFile(entries, m_stamp).value());
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList {QStringLiteral("due.ics")});
}

void TestCalendarFile::whatCannotBeWrittenLeavesTheOldOne()
{
    const QTemporaryDir folder;
    const auto nowhere = writeCalendarFile(folder.filePath(QStringLiteral("none/due.ics")), m_entries, m_stamp);
    QCOMPARE(nowhere.error().code, ErrorCode::WriteFailed);
    const QString path = folder.filePath(QStringLiteral("due.ics"));
    QVERIFY(writeCalendarFile(path, m_entries, m_stamp));
    QList<CalendarEntry> faulty = m_entries;
    faulty[0].day = {};
    QCOMPARE(writeCalendarFile(path, faulty, m_stamp).error().code, ErrorCode::InvalidInput);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), calendarFile(m_entries, m_stamp).value());
}

QTEST_GUILESS_MAIN(TestCalendarFile)
#include "tst_calendarfile.moc"
