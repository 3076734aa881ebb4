// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/declarationmodel.h"
#include "app/models/openitemsmodel.h"
#include "app/models/planmodel.h"
#include "app/models/requestmodel.h"
#include "app/pages/closingview.h"
#include "app/pages/visitpage.h"
#include "app/support/autosaveedit.h"
#include "app/support/messagebar.h"
#include "core/session/visitdesk.h"
#include "tests/app/scriptedprompts.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDateEdit>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>
#include <QUndoStack>

using namespace cq;
using namespace cq::testing;

namespace {

struct Shown
{
    Shown()
    {
        Audit audit = room.session->audit();
        audit.team = {{QStringLiteral("Test Person"), Role::LeadAuditor, {}, QStringLiteral("clinical")}};
        if (!room.session->change(audit))
            throw std::runtime_error("no team");
        for (const char *view : {"planView", "teamView", "requestsView", "openView"})
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                find<QTreeView>(view)->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        page.resize(1180, 640);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
    }
    template <class W> W *find(const char *name) const { return page.findChild<W *>(QString::fromLatin1(name)); }
    void open(int part) { find<QTabWidget>("parts")->setCurrentIndex(part); }
    void click(const char *button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    /// Types into a cell as a person does: choose it, F2, text, Enter.
    void type(const char *name, int row, int column, const QString &text)
    {
        auto *view = find<QTreeView>(name);
        view->setFocus();
        view->setCurrentIndex(view->model()->index(row, column));
        QTest::keyClick(view, Qt::Key_F2);
        const QPointer<QLineEdit> editor = view->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!editor); // what was typed is taken once control is back in the event loop
    }
    VisitDesk &desk() { return room.session->visit(); }

    SessionRoom room;
    QUndoStack undo;
    ScriptedPrompts prompts;
    VisitPage page {*room.session, undo, prompts};
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
};

} // namespace

/// The visit by keys and clicks.
class TestVisitPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanIsMadeByKeysAndTakenBack();
    void thePlanIsExportedAsACalendar();
    void whatIsNoTimeIsRefusedInPlace();
    void aConflictOfInterestAsksWhatItIs();
    void theDomainOfAMemberIsWrittenInTheTable();
    void aRequestIsAskedAndAnswered();
    void meetingsStoreThemselves();
    void theEveningListLeadsToTheCriterion();
    void aCellLeftOpenDoesNotReportToAPageThatIsGone();
    void theClosingViewShowsFindingsWithoutSeverityOrScore();
};

void TestVisitPage::aPlanIsMadeByKeysAndTakenBack()
{
    Shown shown;
    shown.click("addSlotButton");
    QCOMPARE(shown.desk().plan().size(), 1);
    shown.type("planView", 0, PlanModel::ToMeet, QStringLiteral("Head nurse"));
    shown.type("planView", 0, PlanModel::From, QStringLiteral("14:30"));
    QCOMPARE(shown.desk().plan().first().toMeet, QStringLiteral("Head nurse"));
    QCOMPARE(shown.desk().plan().first().fromMinute, 14 * 60 + 30);
    QCOMPARE(shown.undo.count(), 3);
    shown.undo.undo();
    QCOMPARE(shown.desk().plan().first().fromMinute, 9 * 60);
    shown.click("removeSlotButton");
    QVERIFY(shown.desk().plan().isEmpty());
    shown.undo.undo();
    QCOMPARE(shown.desk().plan().size(), 1);
    while (shown.undo.canUndo())
        shown.undo.undo();
    QVERIFY(shown.desk().plan().isEmpty());
    shown.undo.redo();
    shown.undo.redo();
    QCOMPARE(shown.desk().plan().size(), 1);
    QCOMPARE(shown.desk().plan().first().toMeet, QStringLiteral("Head nurse"));
}

void TestVisitPage::thePlanIsExportedAsACalendar()
{
    Shown shown;
    shown.click("planCalendarButton");
    QCOMPARE(shown.prompts.informed.size(), 1); // there is nothing to export
    shown.click("addSlotButton");
    shown.type("planView", 0, PlanModel::Topic, QStringLiteral("Night cover"));
    shown.click("planCalendarButton"); // no file chosen
    const QString path = shown.room.file("plan.ics");
    shown.prompts.files = {shown.room.file("none/plan.ics"), path};
    shown.click("planCalendarButton");
    QCOMPARE(shown.prompts.told.size(), 1);
    QCOMPARE(shown.prompts.told.first().code, ErrorCode::WriteFailed);
    shown.click("planCalendarButton");
    QVERIFY(shown.page.findChild<MessageBar *>()->text().contains(QStringLiteral("of the plan written")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray calendar = file.readAll();
    QCOMPARE(calendar.count("BEGIN:VEVENT"), 1);
    QVERIFY(calendar.contains("SUMMARY:Night cover\\, Test Hospital\r\n"));
    QVERIFY(calendar.contains("T090000\r\n"));
    QVERIFY(calendar.contains("UID:" + shown.desk().plan().first().id.text().toUtf8() + "@centrequal\r\n"));
}

void TestVisitPage::whatIsNoTimeIsRefusedInPlace()
{
    Shown shown;
    shown.click("addSlotButton");
    shown.type("planView", 0, PlanModel::To, QStringLiteral("noon"));
    QCOMPARE(shown.desk().plan().first().toMinute, 10 * 60);
    QVERIFY(!shown.page.findChild<MessageBar *>()->text().isEmpty());
    QCOMPARE(shown.undo.count(), 1);
}

void TestVisitPage::aConflictOfInterestAsksWhatItIs()
{
    Shown shown;
    shown.open(1);
    QAbstractItemModel *team = shown.find<QTreeView>("teamView")->model();
    const QModelIndex cell = team->index(0, DeclarationModel::Statement);
    team->setData(cell, 2); // cancelled
    QVERIFY(!shown.desk().declaration(QStringLiteral("Test Person")));
    shown.prompts.texts = {QStringLiteral("Trained there in 2019.")};
    team->setData(cell, 2);
    const auto made = shown.desk().declaration(QStringLiteral("Test Person"));
    QVERIFY(made);
    QCOMPARE(made->text, QStringLiteral("Trained there in 2019."));
    QCOMPARE(made->declaredOn, QDate::currentDate());
    shown.undo.undo();
    QVERIFY(!shown.desk().declaration(QStringLiteral("Test Person")));
    team->setData(cell, 1);
    QCOMPARE(shown.desk().declaration(QStringLiteral("Test Person"))->statement, CoiStatement::None);
    team->setData(cell, 0);
    QVERIFY(!shown.desk().declaration(QStringLiteral("Test Person")));
}

void TestVisitPage::theDomainOfAMemberIsWrittenInTheTable()
{
    Shown shown;
    shown.open(1);
    shown.type("teamView", 0, DeclarationModel::Domain, QStringLiteral("pharmacy"));
    QCOMPARE(shown.room.session->audit().team.first().domain, QStringLiteral("pharmacy"));
    shown.undo.undo();
    QCOMPARE(shown.room.session->audit().team.first().domain, QStringLiteral("clinical"));
}

void TestVisitPage::aRequestIsAskedAndAnswered()
{
    Shown shown;
    shown.open(2);
    shown.click("askButton"); // cancelled
    QVERIFY(shown.desk().requests().isEmpty());
    shown.prompts.texts = {QStringLiteral("Please send the organisation chart.")};
    shown.click("askButton");
    QCOMPARE(shown.desk().requests().size(), 1);
    shown.type("requestsView", 0, RequestModel::Criterion, QStringLiteral("gov-01"));
    QCOMPARE(shown.desk().requests().first().criterion, CriterionId(QStringLiteral("GOV-01")));
    shown.type("requestsView", 0, RequestModel::Criterion, QStringLiteral("nonsense"));
    QCOMPARE(shown.desk().requests().first().criterion, CriterionId(QStringLiteral("GOV-01")));
    shown.type("requestsView", 0, RequestModel::Answer, QStringLiteral("Sent."));
    QCOMPARE(shown.desk().requests().first().state, RequestState::Answered);
    QCOMPARE(shown.desk().requests().first().answeredOn, QDate::currentDate());
    shown.undo.undo();
    QCOMPARE(shown.desk().requests().first().state, RequestState::Asked);
}

void TestVisitPage::meetingsStoreThemselves()
{
    Shown shown;
    shown.open(3);
    auto *attendance = shown.find<AutosaveEdit>("openingAttendance");
    attendance->setFocus();
    QTest::keyClicks(attendance, QStringLiteral("Director"));
    QTest::keyClick(attendance, Qt::Key_Return);
    QTest::keyClicks(attendance, QStringLiteral("Head nurse"));
    shown.page.commit();
    QCOMPARE(shown.desk().meeting(MeetingKind::Opening)->attendance,
        (QStringList {QStringLiteral("Director"), QStringLiteral("Head nurse")}));
    shown.find<QDateEdit>("openingDate")->setDate(QDate(2026, 12, 1));
    QCOMPARE(shown.desk().meeting(MeetingKind::Opening)->heldOn, QDate(2026, 12, 1));
    shown.undo.undo();
    QVERIFY(!shown.desk().meeting(MeetingKind::Opening)->heldOn.isValid());
    QVERIFY(!shown.desk().meeting(MeetingKind::Closing));
}

void TestVisitPage::theEveningListLeadsToTheCriterion()
{
    Shown shown;
    shown.open(4);
    auto *view = shown.find<QTreeView>("openView");
    QTRY_VERIFY(view->model()->rowCount() > 100);
    const int all = view->model()->rowCount();
    QVERIFY(shown.room.answer("GOV-01", ResponseLevel::Met));
    QTRY_COMPARE(view->model()->rowCount(), all - 1);
    QTest::mouseClick(shown.find<QCheckBox>("decidingCheck"), Qt::LeftButton);
    QVERIFY(view->model()->rowCount() <= all - 1);
    QSignalSpy chosen(&shown.page, &VisitPage::criterionChosen);
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
}

void TestVisitPage::aCellLeftOpenDoesNotReportToAPageThatIsGone()
{
    SessionRoom room;
    QUndoStack undo;
    ScriptedPrompts prompts;
    auto page = std::make_unique<VisitPage>(*room.session, undo, prompts);
    page->show();
    page->activateWindow();
    (void)QTest::qWaitForWindowActive(page.get());
    QTest::mouseClick(page->findChild<QPushButton *>(QStringLiteral("addSlotButton")), Qt::LeftButton);
    auto *view = page->findChild<QTreeView *>(QStringLiteral("planView"));
    QTest::keyClick(view, Qt::Key_F2);
    auto *editor = view->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("Head nurse"));
    page.reset();
    QCOMPARE(undo.count(), 1);
    QVERIFY(room.session->visit().plan().first().toMeet.isEmpty());
}

void TestVisitPage::theClosingViewShowsFindingsWithoutSeverityOrScore()
{
    Shown shown;
    QVERIFY(shown.room.answer("GOV-01", ResponseLevel::NotMet));
    FindingDesk &desk = shown.room.session->findings();
    Finding finding = *desk.proposed(CriterionId(QStringLiteral("GOV-01")), {});
    finding.statement = QStringLiteral("No <chart> was shown.");
    finding.severity = Severity::Critical;
    const FindingId kept = desk.raise(finding).value();
    finding.statement = QStringLiteral("Taken back.");
    const FindingId withdrawn = desk.raise(finding).value();
    QVERIFY(desk.moveTo(withdrawn, FindingState::Withdrawn, QStringLiteral("not so")));
    ClosingView view(*shown.room.session);
    view.show();
    const QString text = view.findChild<QTextBrowser *>()->toPlainText();
    QVERIFY(text.contains(QStringLiteral("F-01")) && text.contains(QStringLiteral("No <chart> was shown.")));
    QVERIFY(!text.contains(QStringLiteral("Taken back")));
    QVERIFY(!text.contains(QStringLiteral("ritical")) && !text.contains(u'%'));
    QVERIFY(desk.find(kept));
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(!view.isVisible());
}

QTEST_MAIN(TestVisitPage)
#include "tst_visitpage.moc"
