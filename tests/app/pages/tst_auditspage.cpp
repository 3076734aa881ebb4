// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/auditspage.h"

#include "tests/app/shortworkspace.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace cq;

class TestAuditsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAuditIsOpenedByEnter();
    void anAuditIsOpenedByDoubleClickAndByTheButton();
    void theSearchNarrowsTheListAndSaysWhenNothingFits();
    void aFileWithoutAuditsSaysWhatToDo();
};

void TestAuditsPage::anAuditIsOpenedByEnter()
{
    ShortWorkspace workspace;
    const AuditId audit = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("Visit"));
    AuditsPage page(*workspace);
    page.show();
    page.refresh();
    QSignalSpy opened(&page, &AuditsPage::auditRequested);
    auto *view = page.findChild<QTableView *>(QStringLiteral("auditsView"));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<AuditId>(), audit);
}

void TestAuditsPage::anAuditIsOpenedByDoubleClickAndByTheButton()
{
    ShortWorkspace workspace;
    workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("Visit"));
    AuditsPage page(*workspace);
    page.resize(900, 500);
    page.show();
    auto *view = page.findChild<QTableView *>(QStringLiteral("auditsView"));
    auto *button = page.findChild<QPushButton *>(QStringLiteral("openButton"));
    QVERIFY(!button->isEnabled());
    QSignalSpy opened(&page, &AuditsPage::auditRequested);
    const QPoint cell = view->visualRect(view->model()->index(0, 0)).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, cell);
    QVERIFY(button->isEnabled());
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, cell);
    QCOMPARE(opened.size(), 1);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(opened.size(), 2);
}

void TestAuditsPage::theSearchNarrowsTheListAndSaysWhenNothingFits()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    workspace.startAudit(centre, QStringLiteral("Spring"));
    workspace.startAudit(centre, QStringLiteral("Autumn"), AuditKind::SelfAssessment);
    AuditsPage page(*workspace);
    const auto rows = [&] { return page.findChild<QTableView *>(QStringLiteral("auditsView"))->model()->rowCount(); };
    auto *search = page.findChild<QLineEdit *>(QStringLiteral("searchEdit"));
    QTest::keyClicks(search, QStringLiteral("spr"));
    QCOMPARE(rows(), 1);
    QTest::keyClicks(search, QStringLiteral("xyz"));
    QCOMPARE(rows(), 0);
    QVERIFY(page.findChild<QLabel *>(QStringLiteral("emptyLabel"))->text().contains(QStringLiteral("No audit fits")));
    search->clear();
    auto *kind = page.findChild<QComboBox *>(QStringLiteral("kindCombo"));
    QTest::keyClick(kind, Qt::Key_Down);
    QCOMPARE(kind->currentData().toString(), QStringLiteral("self-assessment"));
    QCOMPARE(rows(), 1);
}

void TestAuditsPage::aFileWithoutAuditsSaysWhatToDo()
{
    ShortWorkspace workspace;
    AuditsPage page(*workspace);
    QVERIFY(page.findChild<QLabel *>(QStringLiteral("emptyLabel"))->text().contains(QStringLiteral("Start one")));
    QSignalSpy asked(&page, &AuditsPage::newAuditRequested);
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("newAuditButton")), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

QTEST_MAIN(TestAuditsPage)
#include "tst_auditspage.moc"
