// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/workpage.h"

#include "core/base/sha256.h"
#include "core/session/findingdesk.h"
#include "core/session/issuedreportdesk.h"
#include "tests/app/shortworkspace.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace cq;

class TestWorkPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterOpensWhatWaits();
    void whereNothingWaitsItSaysSo();
    void changesAreOneClickAway();
    void reportsThatWaitForATimestampAreOneClickAway();
};

void TestWorkPage::enterOpensWhatWaits()
{
    ShortWorkspace workspace;
    const AuditId audit = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("Visit"));
    const auto session = ShortWorkspace::value(workspace->openAudit(audit));
    Finding draft;
    draft.criteria = {session->packs().criteria().first().id};
    draft.statement = QStringLiteral("The door stood open.");
    const FindingId finding = ShortWorkspace::value(session->findings().raise(draft));
    WorkPage page(*workspace);
    page.show();
    page.refresh();
    auto *view = page.findChild<QTableView *>(QStringLiteral("workView"));
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QSignalSpy opened(&page, &WorkPage::workRequested);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(0).value<AuditId>(), audit);
    QCOMPARE(opened.first().at(1).value<WorkItem>().finding, finding);
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("openButton")), Qt::LeftButton);
    QCOMPARE(opened.size(), 2);
}

void TestWorkPage::whereNothingWaitsItSaysSo()
{
    ShortWorkspace workspace;
    WorkPage page(*workspace);
    page.show();
    page.refresh();
    auto *label = page.findChild<QLabel *>(QStringLiteral("stateLabel"));
    QTRY_VERIFY(label->text().startsWith(QStringLiteral("Nothing waits")));
    QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("openButton"))->isEnabled());
}

void TestWorkPage::changesAreOneClickAway()
{
    ShortWorkspace workspace;
    WorkPage page(*workspace);
    page.show();
    QSignalSpy asked(&page, &WorkPage::changesRequested);
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("changesButton")), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void TestWorkPage::reportsThatWaitForATimestampAreOneClickAway()
{
    ShortWorkspace workspace;
    IssuedReport report;
    report.audit = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("Visit"));
    report.path = QStringLiteral("/reports/a.pdf");
    report.fileDigest = sha256Hex("file");
    report.recordDigest = sha256Hex("record");
    report.level = QStringLiteral("B-B");
    report.wantsTimestamp = true;
    WorkPage page(*workspace);
    page.show();
    auto *button = page.findChild<QPushButton *>(QStringLiteral("pendingButton"));
    QVERIFY(!button->isVisible());
    QVERIFY(workspace->issuedReports().note(report));
    QVERIFY(button->isVisible());
    QVERIFY2(button->text().contains(u'1'), qPrintable(button->text()));
    QSignalSpy asked(&page, &WorkPage::pendingTimestampsRequested);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QVERIFY(workspace->issuedReports().waiveTimestamp(workspace->issuedReports().pending().first().id));
    QVERIFY(!button->isVisible());
}

QTEST_MAIN(TestWorkPage)
#include "tst_workpage.moc"
