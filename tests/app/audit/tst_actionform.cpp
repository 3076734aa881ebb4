// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/actionform.h"

#include "app/models/findingsmodel.h"
#include "app/pages/findingspage.h"
#include "app/support/autosaveedit.h"
#include "app/support/messagebar.h"
#include "app/support/words.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"
#include "tests/app/audit/askedaudit.h"
#include "tests/app/scriptedprompts.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QUndoStack>

using namespace cq;
using namespace cq::testing;

namespace {

enum Tab { FindingTab, AnswerTab, ProofsTab, EvidenceTab, HistoryTab };

/// The page of findings with a tab of its one finding in front.
struct Shown
{
    Shown(AskedAudit &asked, Tab tab)
        : room(asked)
        , page(*asked.session, undo, prompts)
    {
        page.resize(1100, 700);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        find<QTabWidget>("formTabs")->setCurrentIndex(tab);
    }
    template <class W> W *find(const char *name) const { return page.findChild<W *>(QString::fromLatin1(name)); }
    QString message() const { return page.findChild<MessageBar *>()->isVisible() ? page.findChild<MessageBar *>()->text() : QString(); }
    void write(const char *field, const QString &text) const
    {
        auto *edit = find<QWidget>(field);
        edit->setFocus();
        QTest::keyClicks(edit, text);
    }
    void setDay(const char *field, const QDate &day)
    {
        auto *edit = find<QDateEdit>(field);
        edit->setFocus();
        edit->setDate(day);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    void click(const char *button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }

    AskedAudit &room;
    QUndoStack undo;
    ScriptedPrompts prompts;
    FindingsPage page;
};

} // namespace

/// The centre's answer to a finding, its proofs and the check, by keys and clicks.
class TestActionForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedIsStoredAndUndone();
    void theLastWhyBecomesTheRootCause();
    void containmentIsAskedForCriticalFindingsOnly();
    void whatMayNotBeWrittenIsReadOnlyAndSaysWho();
    void aDayMovedByAnAuditorNeedsAReason();
    void aTextThatIsRefusedStaysWithItsFinding();
    void anAnswerWithGapsSaysWhichAndGoesThere();
    void returningTakesTheRemark();
    void returningWithoutRemarkAsksForOne();
    void aProofIsTickedWithItsReferenceAndUndone();
    void aReferenceTicksItsProof();
    void linkedEvidenceIsOfferedAsReference();
    void closingWithoutProofsSaysWhichAreMissing();
    void closingAMajorWithoutACheckPlannedSaysSo();
    void theCheckIsRecordedWithWhatWasSeen();
    void aCheckThatFailedLeavesTheFindingClosed();
    void theHistoryTellsEachStepWithItsRemark();
};

void TestActionForm::whatIsTypedIsStoredAndUndone()
{
    AskedAudit room;
    Shown shown(room, AnswerTab);
    shown.write("correctionEdit", QStringLiteral("Rewritten."));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(room.action().correction, QStringLiteral("Rewritten."));
    QVERIFY(shown.find<QTreeView>("findingsView")->hasFocus());
    shown.write("ownerEdit", QStringLiteral("Head of quality"));
    QTest::keyClick(shown.find<QLineEdit>("ownerEdit"), Qt::Key_Return);
    QCOMPARE(room.action().owner, QStringLiteral("Head of quality"));
    const QDate day = room.now.localDate().addDays(30);
    shown.setDay("doneByEdit", day);
    QTRY_COMPARE(room.action().dueOn, day);
    QCOMPARE(shown.undo.count(), 3);
    while (shown.undo.canUndo())
        shown.undo.undo();
    QCOMPARE(room.action().correction, QString());
    QCOMPARE(room.action().owner, QString());
    QVERIFY(!room.action().dueOn.isValid());
    QCOMPARE(shown.find<AutosaveEdit>("correctionEdit")->toPlainText(), QString());
    QCOMPARE(shown.find<QLineEdit>("ownerEdit")->text(), QString());
}

void TestActionForm::theLastWhyBecomesTheRootCause()
{
    AskedAudit room;
    Shown shown(room, AnswerTab);
    shown.click("causeButton"); // nothing asked yet: the first why is to be written
    QVERIFY(shown.find<QLineEdit>("why1Edit")->hasFocus());
    shown.write("why1Edit", QStringLiteral("Nobody looked."));
    shown.write("why2Edit", QStringLiteral("Nobody is named."));
    QTest::keyClick(shown.find<QLineEdit>("why2Edit"), Qt::Key_Return);
    const QStringList whys {QStringLiteral("Nobody looked."), QStringLiteral("Nobody is named.")};
    QCOMPARE(room.action().whys, whys);
    shown.click("causeButton");
    QCOMPARE(room.action().rootCause, QStringLiteral("Nobody is named."));
    QVERIFY(shown.find<AutosaveEdit>("rootCauseEdit")->hasFocus());
    QCOMPARE(shown.find<AutosaveEdit>("rootCauseEdit")->toPlainText(), QStringLiteral("Nobody is named."));
}

void TestActionForm::containmentIsAskedForCriticalFindingsOnly()
{
    AskedAudit major;
    QVERIFY(!Shown(major, AnswerTab).find<AutosaveEdit>("containmentEdit")->isVisible());
    AskedAudit critical(Severity::Critical);
    QVERIFY(Shown(critical, AnswerTab).find<AutosaveEdit>("containmentEdit")->isVisible());
}

void TestActionForm::whatMayNotBeWrittenIsReadOnlyAndSaysWho()
{
    AskedAudit room;
    room.becomes(Role::LeadAuditor);
    Shown shown(room, AnswerTab);
    auto *who = shown.find<ActionForm>("ActionForm")->findChild<QLabel *>(QStringLiteral("whoLabel"));
    QVERIFY(shown.find<AutosaveEdit>("correctionEdit")->isReadOnly());
    QVERIFY(shown.find<QLineEdit>("why1Edit")->isReadOnly());
    QVERIFY(who->isVisible());
    QVERIFY(who->text().contains(QStringLiteral("quality manager")));
    QVERIFY(shown.find<QDateEdit>("doneByEdit")->isEnabled()); // those who judge may move days
    room.becomes(Role::QualityManager);
    QVERIFY(!shown.find<AutosaveEdit>("correctionEdit")->isReadOnly());
    QVERIFY(!who->isVisible());
    room.accept();
    QVERIFY(shown.find<AutosaveEdit>("correctionEdit")->isReadOnly());
    QVERIFY(who->isVisible());
}

void TestActionForm::aDayMovedByAnAuditorNeedsAReason()
{
    AskedAudit room;
    room.becomes(Role::LeadAuditor);
    const QDate before = room.action().answerDueOn;
    Shown shown(room, AnswerTab);
    shown.setDay("answerByEdit", before.addDays(7));
    QTRY_VERIFY(!shown.message().isEmpty());
    QCOMPARE(room.action().answerDueOn, before);
    QCOMPARE(shown.find<QDateEdit>("answerByEdit")->date(), before);
    shown.prompts.texts = {QStringLiteral("Holidays.")};
    shown.setDay("answerByEdit", before.addDays(7));
    QTRY_COMPARE(room.action().answerDueOn, before.addDays(7));
    QCOMPARE(room.session->trail().value().constLast().reason, QStringLiteral("Holidays."));
    shown.undo.undo();
    QCOMPARE(room.action().answerDueOn, before);
}

void TestActionForm::aTextThatIsRefusedStaysWithItsFinding()
{
    AskedAudit room;
    room.becomes(Role::LeadAuditor);
    Finding other;
    other.criteria = {CriterionId(QStringLiteral("GOV-02"))};
    QVERIFY(room.session->findings().raise(other));
    room.becomes(Role::QualityManager);
    Shown shown(room, AnswerTab);
    auto *edit = shown.find<AutosaveEdit>("correctionEdit");
    const QString tooLong(ActionDesk::maxTextLength + 1, u'x');
    edit->setFocus();
    edit->setPlainText(tooLong);
    shown.page.commit();
    QVERIFY(!shown.message().isEmpty());
    QCOMPARE(room.action().correction, QString());
    QCOMPARE(edit->toPlainText(), tooLong);
    QCOMPARE(shown.undo.count(), 0);
    auto *view = shown.find<QTreeView>("findingsView");
    view->setCurrentIndex(view->model()->index(1, 0));
    QCOMPARE(edit->toPlainText(), QString());
    view->setCurrentIndex(view->model()->index(0, 0));
    QCOMPARE(edit->toPlainText(), tooLong);
}

void TestActionForm::anAnswerWithGapsSaysWhichAndGoesThere()
{
    AskedAudit room;
    Shown shown(room, FindingTab);
    shown.click("move-response-received");
    QVERIFY(shown.message().contains(wordFor(ActionGap::Correction)));
    QVERIFY(shown.find<AutosaveEdit>("correctionEdit")->hasFocus());
    QCOMPARE(room.finding().state, FindingState::ResponseRequested);
    room.plan();
    shown.click("move-response-received");
    QCOMPARE(room.finding().state, FindingState::ResponseReceived);
}

void TestActionForm::returningTakesTheRemark()
{
    AskedAudit room;
    room.plan();
    room.move(Role::QualityManager, FindingState::ResponseReceived);
    room.becomes(Role::LeadAuditor);
    Shown shown(room, AnswerTab);
    shown.write("remarkEdit", QStringLiteral("Say who owns it."));
    shown.click("move-returned");
    QCOMPARE(room.finding().state, FindingState::Returned);
    QCOMPARE(room.action().steps.constLast().remark, QStringLiteral("Say who owns it."));
    QCOMPARE(shown.find<QLineEdit>("remarkEdit")->text(), QString());
}

void TestActionForm::returningWithoutRemarkAsksForOne()
{
    AskedAudit room;
    room.plan();
    room.move(Role::QualityManager, FindingState::ResponseReceived);
    room.becomes(Role::LeadAuditor);
    Shown shown(room, AnswerTab);
    shown.click("move-returned"); // cancelled
    QCOMPARE(room.finding().state, FindingState::ResponseReceived);
    shown.prompts.texts = {QStringLiteral("Say who owns it.")};
    shown.click("move-returned");
    QCOMPARE(room.action().steps.constLast().remark, QStringLiteral("Say who owns it."));
}

void TestActionForm::aProofIsTickedWithItsReferenceAndUndone()
{
    AskedAudit room;
    Shown shown(room, ProofsTab);
    QTest::keyClick(shown.find<QCheckBox>("trainingBox"), Qt::Key_Space);
    QVERIFY(room.action().proofs.contains(Proof::Training));
    QVERIFY(shown.find<QLineEdit>("trainingEdit")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Record 7"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(room.action().proofs.value(Proof::Training), QStringLiteral("Record 7"));
    QCOMPARE(shown.undo.count(), 2);
    QTest::keyClick(shown.find<QCheckBox>("trainingBox"), Qt::Key_Space);
    QVERIFY(room.action().proofs.isEmpty());
    QCOMPARE(shown.find<QLineEdit>("trainingEdit")->text(), QString());
    shown.undo.undo();
    QCOMPARE(room.action().proofs.value(Proof::Training), QStringLiteral("Record 7"));
    QVERIFY(shown.find<QCheckBox>("trainingBox")->isChecked());
}

void TestActionForm::aReferenceTicksItsProof()
{
    AskedAudit room;
    Shown shown(room, ProofsTab);
    shown.write("approvalEdit", QStringLiteral("Minutes of May"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(shown.find<QCheckBox>("approvalBox")->isChecked());
    QCOMPARE(room.action().proofs.value(Proof::Approval), QStringLiteral("Minutes of May"));
}

void TestActionForm::linkedEvidenceIsOfferedAsReference()
{
    AskedAudit room;
    Shown shown(room, ProofsTab);
    auto *button = shown.find<QToolButton>("trainingEvidenceButton");
    QVERIFY(!button->isVisible());
    Evidence draft;
    draft.centre = room.centre;
    draft.title = QStringLiteral("Training list");
    draft.pageReference = QStringLiteral("page 3");
    const auto intake = room.workspace->evidence().takeIn(
        draft, QStringLiteral("a.txt"), QByteArray("list"), EvidenceDesk::Photographs::Scaled);
    while ((*intake)->step().value()) { }
    const EvidenceId evidence = (*intake)->finish().value().id;
    QVERIFY(room.session->evidence().link({evidence, {}, room.id}));
    QVERIFY(button->isVisible());
    Q_EMIT button->menu()->aboutToShow();
    QCOMPARE(button->menu()->actions().size(), 1);
    button->menu()->actions().constFirst()->trigger();
    QCOMPARE(room.action().proofs.value(Proof::Training), QStringLiteral("Training list, page 3"));
    // The tab beside shows it, and leads to it.
    auto *tabs = shown.find<QTabWidget>("formTabs");
    QVERIFY(tabs->tabText(EvidenceTab).contains(u'1'));
    tabs->setCurrentIndex(EvidenceTab);
    const QSignalSpy chosen(&shown.page, &FindingsPage::evidenceChosen);
    auto *view = shown.find<QTreeView>("findingEvidenceView");
    QVERIFY(view->isVisible());
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<EvidenceId>(), evidence);
}

void TestActionForm::closingWithoutProofsSaysWhichAreMissing()
{
    AskedAudit room(Severity::Minor);
    room.accept();
    Shown shown(room, FindingTab);
    shown.click("move-closed");
    QVERIFY(shown.message().contains(wordFor(Proof::Training)));
    QCOMPARE(shown.find<QTabWidget>("formTabs")->currentIndex(), int(ProofsTab));
    QCOMPARE(room.finding().state, FindingState::Accepted);
    room.prove();
    room.becomes(Role::LeadAuditor);
    shown.click("move-closed");
    QCOMPARE(room.finding().state, FindingState::Closed);
}

void TestActionForm::closingAMajorWithoutACheckPlannedSaysSo()
{
    AskedAudit room;
    room.accept();
    room.prove();
    room.becomes(Role::LeadAuditor);
    Shown shown(room, FindingTab);
    shown.click("move-closed");
    QVERIFY(!shown.message().isEmpty());
    QVERIFY(shown.find<QDateEdit>("plannedEdit")->hasFocus());
    shown.prompts.texts = {QStringLiteral("Half a year on.")};
    shown.setDay("plannedEdit", room.now.localDate().addDays(180));
    QTRY_COMPARE(room.action().check.plannedOn, room.now.localDate().addDays(180));
    shown.click("move-closed");
    QCOMPARE(room.finding().state, FindingState::Closed);
}

void TestActionForm::theCheckIsRecordedWithWhatWasSeen()
{
    AskedAudit room;
    room.close();
    Shown shown(room, ProofsTab);
    shown.click("effectiveButton"); // nothing was written about it
    QVERIFY(!shown.message().isEmpty());
    QVERIFY(shown.find<QLineEdit>("resultEdit")->hasFocus());
    QCOMPARE(room.finding().state, FindingState::Closed);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Ten of ten are signed."));
    shown.click("effectiveButton");
    QCOMPARE(room.finding().state, FindingState::EffectivenessVerified);
    QCOMPARE(room.action().check.result->remark, QStringLiteral("Ten of ten are signed."));
    QVERIFY(shown.find<QLabel>("checkLabel")->text().contains(QStringLiteral("Ten of ten")));
    QVERIFY(!shown.find<QPushButton>("effectiveButton")->isEnabled());
}

void TestActionForm::aCheckThatFailedLeavesTheFindingClosed()
{
    AskedAudit room;
    room.close();
    Shown shown(room, ProofsTab);
    shown.write("resultEdit", QStringLiteral("Three are unsigned."));
    shown.click("notEffectiveButton");
    QCOMPARE(room.finding().state, FindingState::Closed);
    QCOMPARE(room.action().check.result->verdict, EffectivenessResult::NotEffective);
    QVERIFY(!shown.message().isEmpty());
}

void TestActionForm::theHistoryTellsEachStepWithItsRemark()
{
    AskedAudit room;
    room.plan();
    room.move(Role::QualityManager, FindingState::ResponseReceived);
    Shown shown(room, HistoryTab);
    auto *view = shown.find<QTreeView>("stepsView");
    QCOMPARE(view->model()->rowCount(), 2);
    room.move(Role::LeadAuditor, FindingState::Returned, QStringLiteral("Say who\nowns it."));
    QCOMPARE(view->model()->rowCount(), 3);
    QCOMPARE(shown.find<QLabel>("stepRemarkLabel")->text(), QStringLiteral("Say who\nowns it."));
    QTest::keyClick(view, Qt::Key_Home);
    QVERIFY(!shown.find<QLabel>("stepRemarkLabel")->isVisible());
}

QTEST_MAIN(TestActionForm)
#include "tst_actionform.moc"
