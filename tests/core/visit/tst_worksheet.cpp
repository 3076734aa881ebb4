// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/worksheet.h"

#include "resources/resources.h"

#include <QFile>
#include <QTest>

using namespace cq;

class TestWorksheet : public QObject
{
    Q_OBJECT

private:
    static QByteArray fileOf(const QByteArray &sheets)
    {
        return R"({"format": "centrequal-worksheets", "formatVersion": 1, "worksheets": [)" + sheets + "]}";
    }

private Q_SLOTS:
    void initTestCase() { initResources(); }

    void theShippedWorksheetsCoverFilesLabelsAndRegistryData()
    {
        QFile file(QStringLiteral(":/worksheets/gocart.worksheets.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto sheets = readWorksheets(file.readAll());
        QVERIFY2(sheets, sheets ? "" : qPrintable(sheets.error().text()));
        QStringList ids;
        for (const Worksheet &sheet : *sheets) {
            ids.append(sheet.id);
            QVERIFY(sheet.checks.size() >= 5);
        }
        QCOMPARE(ids, (QStringList {QStringLiteral("patient-files"), QStringLiteral("labels"), QStringLiteral("registry-data")}));
    }

    void allOfASheetIsRead()
    {
        const auto sheets = readWorksheets(fileOf(R"({"id": "a", "title": "T", "confidencePercent": 90,
            "tolerableRatePercent": 7, "checks": [{"text": "one"}, {"text": "two"}]})"));
        QVERIFY(sheets);
        QCOMPARE(*sheets, (QList<Worksheet> {{QStringLiteral("a"), QStringLiteral("T"), 90, 7,
            {QStringLiteral("one"), QStringLiteral("two")}}}));
    }

    void aBrokenFileIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, const QByteArray &bytes, ErrorCode code = ErrorCode::Malformed) {
            QTest::newRow(name) << bytes << code;
        };
        const QByteArray sheet = R"({"id": "a", "title": "T", "confidencePercent": 95, "tolerableRatePercent": 5,
            "checks": [{"text": "one"}]})";
        row("no JSON", "{");
        row("too long", QByteArray(300 * 1024, ' '), ErrorCode::TooLarge);
        row("another format", QByteArray(fileOf(sheet)).replace("centrequal-worksheets", "x"));
        row("newer", QByteArray(fileOf(sheet)).replace("\"formatVersion\": 1", "\"formatVersion\": 2"));
        row("twice the same id", fileOf(sheet + "," + sheet));
        row("no checks", fileOf(QByteArray(sheet).replace("{\"text\": \"one\"}", "")));
        row("an empty check", fileOf(QByteArray(sheet).replace("one", " ")));
        row("no title", fileOf(QByteArray(sheet).replace("\"T\"", "\"\"")));
        row("a rate of 0", fileOf(QByteArray(sheet).replace("\"tolerableRatePercent\": 5", "\"tolerableRatePercent\": 0")));
        row("a misspelt key", fileOf(QByteArray(sheet).replace("\"title\"", "\"tilte\"")));
    }

    void aBrokenFileIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        const auto read = readWorksheets(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        if (code == ErrorCode::Malformed)
            QVERIFY2(read.error().detail.startsWith(QStringLiteral("line ")), qPrintable(read.error().detail));
    }
};

QTEST_APPLESS_MAIN(TestWorksheet)
#include "tst_worksheet.moc"
