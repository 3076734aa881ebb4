// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/searchpage.h"

#include "app/models/searchmodel.h"
#include "core/session/findingdesk.h"
#include "tests/app/shortworkspace.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace cq;

class TestSearchPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultsComeAsOneTypesAndEnterOpens();
    void arrowsMoveFromHitToHitAndSkipHeadings();
    void nothingFoundSaysSo();
    void aClickOpensAHit();

private:
    struct Shown
    {
        Shown()
            : audit(workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("Zebra visit")))
            , page(*workspace)
        {
            const auto session = ShortWorkspace::value(workspace->openAudit(audit));
            Finding draft;
            draft.criteria = {session->packs().criteria().first().id};
            draft.statement = QStringLiteral("A zebra stood in the corridor.");
            finding = ShortWorkspace::value(session->findings().raise(draft));
            page.begin(audit, BlindMode::Gates);
            page.show();
            page.activateWindow();
            edit()->setFocus();
        }
        QLineEdit *edit() { return page.findChild<QLineEdit *>(QStringLiteral("searchEdit")); }
        QListView *view() { return page.findChild<QListView *>(QStringLiteral("hitsView")); }
        QString state() { return page.findChild<QLabel *>(QStringLiteral("stateLabel"))->text(); }

        ShortWorkspace workspace;
        AuditId audit;
        FindingId finding;
        SearchPage page;
    };
};

void TestSearchPage::resultsComeAsOneTypesAndEnterOpens()
{
    Shown shown;
    QSignalSpy opened(&shown.page, &SearchPage::hitRequested);
    QTest::keyClicks(shown.edit(), QStringLiteral("zeb"));
    QCOMPARE(shown.view()->model()->rowCount(), 4); // findings, audits
    QVERIFY(shown.state().contains(QStringLiteral("2")));
    QTest::keyClick(shown.edit(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    const auto hit = opened.first().first().value<SearchHit>();
    QCOMPARE(hit.finding, shown.finding);
    QCOMPARE(hit.audit, shown.audit);
}

void TestSearchPage::arrowsMoveFromHitToHitAndSkipHeadings()
{
    Shown shown;
    QSignalSpy opened(&shown.page, &SearchPage::hitRequested);
    QTest::keyClicks(shown.edit(), QStringLiteral("zebra"));
    QCOMPARE(shown.view()->currentIndex().row(), 1);
    QTest::keyClick(shown.edit(), Qt::Key_Down);
    QCOMPARE(shown.view()->currentIndex().row(), 3);
    QTest::keyClick(shown.edit(), Qt::Key_Down);
    QCOMPARE(shown.view()->currentIndex().row(), 3);
    QTest::keyClick(shown.edit(), Qt::Key_Return);
    QCOMPARE(opened.last().first().value<SearchHit>().kind, SearchKind::Audit);
    QTest::keyClick(shown.edit(), Qt::Key_Up);
    QCOMPARE(shown.view()->currentIndex().row(), 1);
    shown.view()->setFocus();
    QTest::keyClick(shown.view(), Qt::Key_Down);
    QCOMPARE(shown.view()->currentIndex().row(), 3);
}

void TestSearchPage::nothingFoundSaysSo()
{
    Shown shown;
    const QString before = shown.state();
    QSignalSpy opened(&shown.page, &SearchPage::hitRequested);
    QTest::keyClicks(shown.edit(), QStringLiteral("quagga"));
    QCOMPARE(shown.view()->model()->rowCount(), 0);
    QVERIFY(shown.state() != before);
    QTest::keyClick(shown.edit(), Qt::Key_Return);
    QTest::keyClick(shown.edit(), Qt::Key_Down);
    QVERIFY(opened.isEmpty());
}

void TestSearchPage::aClickOpensAHit()
{
    Shown shown;
    QSignalSpy opened(&shown.page, &SearchPage::hitRequested);
    QTest::keyClicks(shown.edit(), QStringLiteral("zebra"));
    const QPoint place = shown.view()->visualRect(shown.view()->model()->index(3, 0)).center();
    QTest::mouseClick(shown.view()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(shown.view()->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(!opened.isEmpty());
    QCOMPARE(opened.last().first().value<SearchHit>().audit, shown.audit);
}

QTEST_MAIN(TestSearchPage)
#include "tst_searchpage.moc"
