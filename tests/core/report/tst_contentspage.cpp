// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/contentspage.h"

#include "core/report/reportfonts.h"

#include <QTest>

using namespace cq;

class TestContentsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itTakesThePagesThatWereCountedOn();
    void eachLineLeadsToItsBookmark();

private:
    static QList<PageFlow::Bookmark> bookmarks(int count)
    {
        return QList<PageFlow::Bookmark>(count, {QStringLiteral("Title"), 1, 1, 0});
    }
};

void TestContentsPage::initTestCase()
{
    QVERIFY(addReportFonts(QStringLiteral(CQ_SOURCE_DIR) + QStringLiteral("/resources/fonts")));
}

void TestContentsPage::itTakesThePagesThatWereCountedOn()
{
    for (int count = 0; count < 200; ++count) {
        WorkMeter meter({}, nullptr);
        PageFlow flow(nullptr, [](QPainter *, int) { }, meter);
        writeContents(flow, QStringLiteral("Contents"), bookmarks(count), 0);
        QVERIFY2(flow.page() == contentsPages(count), qPrintable(QString::number(count)));
        QVERIFY(flow.remaining() >= 0);
    }
}

void TestContentsPage::eachLineLeadsToItsBookmark()
{
    WorkMeter meter({}, nullptr);
    PageFlow flow(nullptr, [](QPainter *, int) { }, meter);
    writeContents(flow, QStringLiteral("Contents"), bookmarks(120), 2);
    QCOMPARE(flow.links().size(), 119);
    QCOMPARE(flow.links().first().bookmark, 1);
    QCOMPARE(flow.links().first().page, 1);
    QCOMPARE(flow.links().last().bookmark, 119);
    QVERIFY(flow.links().last().page > 1);
}

QTEST_MAIN(TestContentsPage)
#include "tst_contentspage.moc"
