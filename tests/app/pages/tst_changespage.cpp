// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/changespage.h"

#include "tests/app/shortworkspace.h"

#include <QComboBox>
#include <QDateEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace cq;

class TestChangesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sinceTheLastVisitWhereItIsKnownElseSevenDays();
    void aDayChosenStaysChosen();
    void enterOpensThePlace();
    void onePlaceCanBeChosen();
};

void TestChangesPage::sinceTheLastVisitWhereItIsKnownElseSevenDays()
{
    ShortWorkspace workspace;
    workspace.addCentre(QStringLiteral("Northbridge"));
    ChangesPage page(*workspace);
    page.show();
    auto *view = page.findChild<QTableView *>(QStringLiteral("changesView"));
    auto *since = page.findChild<QDateEdit *>(QStringLiteral("sinceEdit"));
    page.begin({}, BlindMode::Gates);
    QCOMPARE(since->date(), QDate::currentDate().addDays(-ChangesPage::daysBack));
    QTRY_VERIFY(view->model()->rowCount() > 0);
    page.begin(QDateTime::currentDateTimeUtc().addSecs(60), BlindMode::Gates);
    QTRY_COMPARE(view->model()->rowCount(), 0);
}

void TestChangesPage::aDayChosenStaysChosen()
{
    ShortWorkspace workspace;
    ChangesPage page(*workspace);
    page.show();
    auto *since = page.findChild<QDateEdit *>(QStringLiteral("sinceEdit"));
    page.begin({}, BlindMode::Gates);
    since->setFocus();
    const QDate before = since->date();
    QTest::keyClick(since, Qt::Key_Down);
    QVERIFY(since->date() != before);
    const QDate chosen = since->date();
    page.begin({}, BlindMode::Gates);
    QCOMPARE(since->date(), chosen);
}

void TestChangesPage::enterOpensThePlace()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    const AuditId audit = workspace.startAudit(centre, QStringLiteral("Visit"));
    ChangesPage page(*workspace);
    page.show();
    page.begin({}, BlindMode::Gates);
    auto *view = page.findChild<QTableView *>(QStringLiteral("changesView"));
    QTRY_VERIFY(view->model()->rowCount() > 2);
    QSignalSpy audits(&page, &ChangesPage::changeRequested);
    QSignalSpy centres(&page, &ChangesPage::centreRequested);
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        view->selectRow(row);
        QTest::keyClick(view, Qt::Key_Return);
    }
    QCOMPARE(audits.size(), 1);
    QCOMPARE(audits.first().first().value<AuditId>(), audit);
    QCOMPARE(centres.size(), 1);
    QCOMPARE(centres.first().first().value<CentreId>(), centre);
}

void TestChangesPage::onePlaceCanBeChosen()
{
    ShortWorkspace workspace;
    workspace.addCentre(QStringLiteral("Northbridge"));
    ChangesPage page(*workspace);
    page.show();
    page.begin({}, BlindMode::Gates);
    auto *view = page.findChild<QTableView *>(QStringLiteral("changesView"));
    auto *where = page.findChild<QComboBox *>(QStringLiteral("subjectCombo"));
    QTRY_VERIFY(where->count() > 2);
    const int all = view->model()->rowCount();
    where->setFocus();
    QTest::keyClick(where, Qt::Key_Down);
    QVERIFY(view->model()->rowCount() < all);
    QVERIFY(view->model()->rowCount() > 0);
}

QTEST_MAIN(TestChangesPage)
#include "tst_changespage.moc"
