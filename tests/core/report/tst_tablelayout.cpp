// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/tablelayout.h"

#include "core/report/reportfonts.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

using namespace cq;
using namespace cq::pagestyle;

/// Tables and flows on pages that are only measured; where paint matters, on a PDF in memory.
class TestTableLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void measuringAndPaintingBreakPagesAlike();
    void aRowThatDoesNotFitGoesToTheNextPage();
    void aRowTallerThanAPageIsSplit();
    void aHeadingNeverStandsAloneAtTheFoot();
    void aHeadingWithoutContentIsStillSet();
    void everyLineOfALongParagraphIsPlaced();
    void longWordsAreBrokenWithinTheirColumn();
    void aCancelledFlowStopsTakingRows();

private:
    static QString words(int count) { return QStringLiteral("checklist ").repeated(count); }
};

void TestTableLayout::initTestCase()
{
    QVERIFY(addReportFonts(QStringLiteral(CQ_SOURCE_DIR) + QStringLiteral("/resources/fonts")));
}

void TestTableLayout::measuringAndPaintingBreakPagesAlike()
{
    const auto run = [](QPainter *painter, QPdfWriter *device) {
        WorkMeter meter({}, nullptr);
        PageFlow flow(
            painter,
            [device](QPainter *, int page) {
                if (device && page > 1)
                    device->newPage();
            },
            meter);
        flow.chapter(QStringLiteral("Chapter"));
        TableLayout table(flow, {{QStringLiteral("A"), 1}, {QStringLiteral("B"), 2}});
        for (int i = 0; i < 120; ++i)
            table.row({{plain(words(i % 7 * 9))}, {plain(words(i % 13 * 40))}});
        table.finish();
        return std::pair(flow.page(), flow.y());
    };
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72 * unitsPerPoint);
    QPainter painter(&writer);
    const auto painted = run(&painter, &writer);
    QCOMPARE(run(nullptr, nullptr), painted);
    QVERIFY(painted.first > 5);
}

void TestTableLayout::aRowThatDoesNotFitGoesToTheNextPage()
{
    WorkMeter meter({}, nullptr);
    PageFlow flow(
        nullptr, [](QPainter *, int) {}, meter);
    flow.newPage();
    TableLayout table(flow, {{QStringLiteral("A"), 1}});
    table.row({{plain(QStringLiteral("first"))}});
    flow.advance(flow.remaining() - pt(20));
    table.row({{plain(words(40))}});
    QCOMPARE(flow.page(), 2);
    QVERIFY(flow.y() > bodyTop + pt(30)); // the head stands above it again
}

void TestTableLayout::aRowTallerThanAPageIsSplit()
{
    WorkMeter meter({}, nullptr);
    PageFlow flow(
        nullptr, [](QPainter *, int) {}, meter);
    flow.newPage();
    TableLayout table(flow, {{{}, 1}, {{}, 1}});
    const TableLayout::Cell tall{plain(words(4000))};
    const qreal height = LaidColumn(tall, bodyWidth / 2 - pt(8)).height();
    table.row({tall, {plain(QStringLiteral("short"))}});
    const qreal placed = (flow.page() - 1) * (bodyBottom - bodyTop) + flow.y() - bodyTop;
    QVERIFY(height > bodyBottom - bodyTop);
    QVERIFY(placed >= height);
    QVERIFY(placed < height + flow.page() * pt(30));
}

void TestTableLayout::aHeadingNeverStandsAloneAtTheFoot()
{
    for (int used = 0; used < 700; used += 7) {
        WorkMeter meter({}, nullptr);
        PageFlow flow(
            nullptr, [](QPainter *, int) {}, meter);
        flow.newPage();
        flow.advance(pt(used));
        flow.heading(QStringLiteral("Heading"));
        TableLayout table(flow, {{QStringLiteral("A"), 1}});
        table.row({{plain(words(60))}});
        QCOMPARE(flow.bookmarks().size(), 1);
        QCOMPARE(flow.bookmarks().first().page, flow.page());
    }
}

void TestTableLayout::aHeadingWithoutContentIsStillSet()
{
    WorkMeter meter({}, nullptr);
    PageFlow flow(
        nullptr, [](QPainter *, int) {}, meter);
    flow.chapter(QStringLiteral("One"));
    flow.chapter(QStringLiteral("Two\nlines"));
    flow.paragraph(plain(QStringLiteral("text")));
    QCOMPARE(flow.bookmarks().size(), 2);
    QCOMPARE(flow.bookmarks().last().title, QStringLiteral("Two lines"));
    QCOMPARE(flow.page(), 2);
}

void TestTableLayout::everyLineOfALongParagraphIsPlaced()
{
    WorkMeter meter({}, nullptr);
    PageFlow flow(
        nullptr, [](QPainter *, int) {}, meter);
    flow.newPage();
    const qreal height = LaidColumn({plain(words(9000))}, bodyWidth).height();
    flow.paragraph(plain(words(9000)));
    QCOMPARE(flow.page(), int(height / (bodyBottom - bodyTop)) + 1);
}

void TestTableLayout::longWordsAreBrokenWithinTheirColumn()
{
    const LaidText text(plain(QString(300, u'W')), pt(60));
    QVERIFY(text.lineCount() > 30);
}

void TestTableLayout::aCancelledFlowStopsTakingRows()
{
    std::atomic_bool cancelled = true;
    WorkMeter meter({}, &cancelled);
    PageFlow flow(
        nullptr, [](QPainter *, int) {}, meter);
    flow.newPage();
    TableLayout table(flow, {{{}, 1}});
    table.row({{plain(words(400))}});
    flow.paragraph(plain(words(400)));
    QCOMPARE(flow.y(), bodyTop);
}

QTEST_MAIN(TestTableLayout)
#include "tst_tablelayout.moc"
