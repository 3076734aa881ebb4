// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfdate.h"

#include <QTest>

using namespace cq;

class TestPdfDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMomentIsWrittenWithItsOffset_data();
    void aMomentIsWrittenWithItsOffset();
    void foreignFormsAreRead_data();
    void foreignFormsAreRead();
};

void TestPdfDate::aMomentIsWrittenWithItsOffset_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("Berlin") << 60 << QByteArray("D:20261122140509+01'00'");
    QTest::newRow("UTC") << 0 << QByteArray("D:20261122130509+00'00'");
    QTest::newRow("St. John's") << -210 << QByteArray("D:20261122093509-03'30'");
}

void TestPdfDate::aMomentIsWrittenWithItsOffset()
{
    QFETCH(int, offset);
    QFETCH(QByteArray, text);
    const Timestamp moment{1'795'352'709'000, offset};
    QCOMPARE(pdfDate(moment), text);
    QCOMPARE(momentOfPdfDate(QString::fromLatin1(text)), std::optional(moment));
}

void TestPdfDate::foreignFormsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    QTest::newRow("Z") << QStringLiteral("D:20261122130509Z") << QStringLiteral("2026-11-22T13:05:09.000Z");
    QTest::newRow("no last apostrophe") << QStringLiteral("D:20261122130509+01'30")
                                        << QStringLiteral("2026-11-22T11:35:09.000Z");
    QTest::newRow("year only") << QStringLiteral("D:2026") << QStringLiteral("2026-01-01T00:00:00.000Z");
    QTest::newRow("month 13") << QStringLiteral("D:20261322") << QString();
    QTest::newRow("no prefix") << QStringLiteral("20261122") << QString();
    QTest::newRow("offset of 99 hours") << QStringLiteral("D:20261122130509+99'00'") << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestPdfDate::foreignFormsAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const auto moment = momentOfPdfDate(text);
    QCOMPARE(moment ? moment->utcText() : QString(), utc);
}

QTEST_GUILESS_MAIN(TestPdfDate)
#include "tst_pdfdate.moc"
