// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"

#include <QTest>

using namespace cq;

class TestTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesUtcWithMilliseconds();
    void writesTheOffset_data();
    void writesTheOffset();
    void readsWhatItWrote_data();
    void readsWhatItWrote();
    void refusesOtherSpellings_data();
    void refusesOtherSpellings();
    void theLocalDayIsTheOneOnTheWall();
};

void TestTimestamp::writesUtcWithMilliseconds()
{
    QCOMPARE(Timestamp{}.utcText(), QStringLiteral("1970-01-01T00:00:00.000Z"));
    QCOMPARE((Timestamp{1795352709123, 60}.utcText()), QStringLiteral("2026-11-22T13:05:09.123Z"));
    QCOMPARE((Timestamp{-1, 0}.utcText()), QStringLiteral("1969-12-31T23:59:59.999Z"));
}

void TestTimestamp::writesTheOffset_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("text");
    QTest::newRow("utc") << 0 << QStringLiteral("+00:00");
    QTest::newRow("berlin in winter") << 60 << QStringLiteral("+01:00");
    QTest::newRow("india") << 330 << QStringLiteral("+05:30");
    QTest::newRow("newfoundland") << -210 << QStringLiteral("-03:30");
    QTest::newRow("half an hour west") << -30 << QStringLiteral("-00:30");
    QTest::newRow("kiribati") << 840 << QStringLiteral("+14:00");
}

void TestTimestamp::writesTheOffset()
{
    QFETCH(int, minutes);
    QFETCH(QString, text);
    QCOMPARE((Timestamp{0, minutes}.offsetText()), text);
}

void TestTimestamp::readsWhatItWrote_data()
{
    QTest::addColumn<qint64>("utcMs");
    QTest::addColumn<int>("offset");
    QTest::newRow("start of time") << qint64{0} << 0;
    QTest::newRow("now") << qint64{1795352709123} << 60;
    QTest::newRow("west") << qint64{1795352709999} << -210;
    QTest::newRow("half an hour west") << qint64{1795352709000} << -30;
    QTest::newRow("before 1970") << qint64{-86400001} << 840;
    QTest::newRow("leap day") << qint64{1835438400000} << 0;
}

void TestTimestamp::readsWhatItWrote()
{
    QFETCH(qint64, utcMs);
    QFETCH(int, offset);
    const Timestamp stamp{utcMs, offset};
    const auto read = Timestamp::fromText(stamp.utcText(), stamp.offsetText());
    QVERIFY(read);
    QCOMPARE(*read, stamp);
}

void TestTimestamp::refusesOtherSpellings_data()
{
    QTest::addColumn<QString>("utc");
    QTest::addColumn<QString>("offset");
    const QString utc = QStringLiteral("2026-11-22T13:05:09.123Z");
    const QString offset = QStringLiteral("+01:00");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("no Z") << QStringLiteral("2026-11-22T13:05:09.123") << offset;
    QTest::newRow("offset in the moment") << QStringLiteral("2026-11-22T13:05:09.123+01:00") << offset;
    QTest::newRow("no milliseconds") << QStringLiteral("2026-11-22T13:05:09Z") << offset;
    QTest::newRow("microseconds") << QStringLiteral("2026-11-22T13:05:09.123456Z") << offset;
    QTest::newRow("no seconds") << QStringLiteral("2026-11-22T13:05Z") << offset;
    QTest::newRow("blank for T") << QStringLiteral("2026-11-22 13:05:09.123Z") << offset;
    QTest::newRow("24:00") << QStringLiteral("2026-11-22T24:00:00.000Z") << offset;
    QTest::newRow("no such day") << QStringLiteral("2026-02-29T13:05:09.123Z") << offset;
    QTest::newRow("tail") << utc + u'x' << offset;
    QTest::newRow("no offset") << utc << QString();
    QTest::newRow("offset Z") << utc << QStringLiteral("Z");
    QTest::newRow("offset without sign") << utc << QStringLiteral("01:00");
    QTest::newRow("offset without colon") << utc << QStringLiteral("+0100");
    QTest::newRow("offset minus zero") << utc << QStringLiteral("-00:00");
    QTest::newRow("offset over a day") << utc << QStringLiteral("+24:00");
    QTest::newRow("offset with seconds") << utc << QStringLiteral("+01:00:00");
}

void TestTimestamp::refusesOtherSpellings()
{
    QFETCH(QString, utc);
    QFETCH(QString, offset);
    const auto read = Timestamp::fromText(utc, offset);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY(!read.error().detail.isEmpty());
}

void TestTimestamp::theLocalDayIsTheOneOnTheWall()
{
    const auto late = Timestamp::fromText(QStringLiteral("2026-12-31T23:30:00.000Z"), QStringLiteral("+01:00"));
    QCOMPARE(late->localDate(), QDate(2027, 1, 1));
    const auto early = Timestamp::fromText(QStringLiteral("2027-01-01T02:00:00.000Z"), QStringLiteral("-03:30"));
    QCOMPARE(early->localDate(), QDate(2026, 12, 31));
}

QTEST_GUILESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
