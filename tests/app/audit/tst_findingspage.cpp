// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findingproposalsmodel.h"
#include "app/models/findingsmodel.h"
#include "app/pages/findingspage.h"
#include "app/support/autosaveedit.h"
#include "app/support/messagebar.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"
#include "tests/app/scriptedprompts.h"
#include "tests/support/sessionroom.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <QUndoStack>

using namespace cq;
using namespace cq::testing;

namespace {

/// The findings of an audit with two answers that are not met, page shown.
struct Shown
{
    Shown()
    {
        if (!room.answer("GOV-01", ResponseLevel::NotMet) || !room.answer("GOV-02", ResponseLevel::PartiallyMet))
            throw std::runtime_error("no answers");
        page.resize(1100, 640);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        page.takeFocus();
    }
    template <class W> W *find(const char *name) const { return page.findChild<W *>(QString::fromLatin1(name)); }
    Finding finding() const { return room.session->findings().all().constFirst(); }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    SessionRoom room;
    QUndoStack undo;
    ScriptedPrompts prompts;
    FindingsPage page {*room.session, undo, prompts};
};

} // namespace

/// Raising and writing findings by keys and clicks.
class TestFindingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fRaisesTheFirstProposalAndOpensItsStatement();
    void whatIsWrittenStoresItselfAndIsUndone();
    void theSeverityIsDecidedBesideTheProposedOneAndMovesTheDueDay();
    void criteriaAreNamedByTheirCodes();
    void unknownCodesAreRefusedInPlace();
    void movesOfStateAskForAReasonWhereOneIsDue();
    void onceProposedAChangeNeedsAReason();
    void aFrozenAuditStandsStill();
    void itsEvidenceOnFileIsShownAndOpened();
};

void TestFindingsPage::fRaisesTheFirstProposalAndOpensItsStatement()
{
    Shown shown;
    QCOMPARE(shown.page.proposals().rowCount(), 2);
    shown.press(Qt::Key_F);
    QCOMPARE(shown.page.model().rowCount(), 1);
    QVERIFY(shown.find<AutosaveEdit>("statementEdit")->hasFocus());
    QTRY_COMPARE(shown.page.proposals().rowCount(), 1);
    shown.undo.undo();
    QCOMPARE(shown.page.model().rowCount(), 0);
    QTRY_COMPARE(shown.page.proposals().rowCount(), 2);
}

void TestFindingsPage::whatIsWrittenStoresItselfAndIsUndone()
{
    Shown shown;
    shown.press(Qt::Key_F);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("The scope is out of date."));
    QTRY_COMPARE(shown.finding().statement, QStringLiteral("The scope is out of date."));
    QCOMPARE(shown.undo.count(), 2);
    shown.press(Qt::Key_Escape);
    shown.undo.undo();
    QCOMPARE(shown.finding().statement, QString());
    QCOMPARE(shown.find<AutosaveEdit>("statementEdit")->toPlainText(), QString());
}

void TestFindingsPage::theSeverityIsDecidedBesideTheProposedOneAndMovesTheDueDay()
{
    Shown shown;
    shown.press(Qt::Key_F);
    const Finding before = shown.finding();
    auto *box = shown.find<QComboBox>("severityBox");
    const int critical = box->findData(int(Severity::Critical));
    box->setCurrentIndex(critical);
    Q_EMIT box->activated(critical);
    QCOMPARE(shown.finding().severity, Severity::Critical);
    QCOMPARE(shown.finding().proposedSeverity, before.proposedSeverity);
    QVERIFY(shown.finding().dueOn < before.dueOn);
    QVERIFY(shown.find<QLabel>("proposedLabel")->isVisible());
    shown.undo.undo();
    QCOMPARE(shown.finding(), before);
}

void TestFindingsPage::criteriaAreNamedByTheirCodes()
{
    Shown shown;
    shown.press(Qt::Key_F);
    auto *edit = shown.find<QLineEdit>("criteriaEdit");
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("gov-01; TOX-01"));
    QTest::keyClick(edit, Qt::Key_Return);
    const QList<CriterionId> expected {CriterionId(QStringLiteral("GOV-01")), CriterionId(QStringLiteral("TOX-01"))};
    QCOMPARE(shown.finding().criteria, expected);
}

void TestFindingsPage::unknownCodesAreRefusedInPlace()
{
    Shown shown;
    shown.press(Qt::Key_F);
    const Finding before = shown.finding();
    const int steps = shown.undo.count();
    auto *edit = shown.find<QLineEdit>("criteriaEdit");
    for (const QString &codes : {QStringLiteral("NONE-99"), QStringLiteral(" ")}) {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, codes);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(shown.finding(), before);
        QCOMPARE(shown.undo.count(), steps);
        QVERIFY(shown.page.findChild<MessageBar *>()->isVisible());
        QCOMPARE(edit->text(), QStringLiteral("GOV-01"));
    }
}

void TestFindingsPage::movesOfStateAskForAReasonWhereOneIsDue()
{
    Shown shown;
    shown.press(Qt::Key_F);
    QMenu *menu = shown.find<QPushButton>("stateButton")->menu();
    const auto choose = [&](FindingState state) {
        Q_EMIT menu->aboutToShow();
        int place = 0;
        for (const auto &[candidate, word] : EnumText<FindingState>::table)
            if (mayFollow(shown.finding().state, candidate)) {
                if (candidate == state)
                    menu->actions().at(place)->trigger();
                ++place;
            }
    };
    choose(FindingState::Proposed);
    QCOMPARE(shown.finding().state, FindingState::Proposed);
    choose(FindingState::Confirmed); // reviewers only
    QCOMPARE(shown.finding().state, FindingState::Proposed);
    QVERIFY(shown.page.findChild<MessageBar *>()->isVisible());
    choose(FindingState::Withdrawn); // no reason laid ready
    QCOMPARE(shown.finding().state, FindingState::Proposed);
    shown.room.becomes(Role::Reviewer);
    shown.prompts.texts = {QStringLiteral("It was shown after all.")};
    choose(FindingState::Withdrawn);
    QCOMPARE(shown.finding().state, FindingState::Withdrawn);
}

void TestFindingsPage::onceProposedAChangeNeedsAReason()
{
    Shown shown;
    shown.press(Qt::Key_F);
    QVERIFY(shown.room.session->findings().moveTo(shown.finding().id, FindingState::Proposed, QString()));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("No."));
    shown.press(Qt::Key_Escape);
    QTRY_COMPARE(shown.find<AutosaveEdit>("statementEdit")->toPlainText(), QString());
    QCOMPARE(shown.finding().statement, QString());
    shown.prompts.texts = {QStringLiteral("Wording.")};
    shown.find<AutosaveEdit>("statementEdit")->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Yes."));
    shown.press(Qt::Key_Escape);
    QTRY_COMPARE(shown.finding().statement, QStringLiteral("Yes."));
    QCOMPARE(shown.room.session->trail().value().constLast().reason, QStringLiteral("Wording."));
}

void TestFindingsPage::aFrozenAuditStandsStill()
{
    Shown shown;
    QVERIFY(shown.room.session->moveTo(AuditState::Submitted, QString()));
    QVERIFY(shown.find<QLabel>("bannerLabel")->isVisible());
    shown.press(Qt::Key_F);
    QCOMPARE(shown.page.model().rowCount(), 0);
    QCOMPARE(shown.undo.count(), 0);
}

void TestFindingsPage::itsEvidenceOnFileIsShownAndOpened()
{
    Shown shown;
    shown.press(Qt::Key_F);
    const FindingId finding = shown.room.session->findings().all().constFirst().id;
    auto *files = shown.page.findChild<QLabel *>(QStringLiteral("filesLabel"));
    QVERIFY(!files->isVisible());
    QFile file(shown.room.file("log.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("made up\n") > 0);
    file.close();
    Evidence draft;
    draft.centre = shown.room.centre;
    draft.title = QStringLiteral("Alarm <log>");
    const EvidenceId id = shown.room.workspace->evidence().add(draft, file.fileName()).value().id;
    QVERIFY(shown.room.session->evidence().link({id, {}, finding}));
    QVERIFY(files->isVisible());
    QVERIFY2(files->text().contains(QStringLiteral("Alarm &lt;log&gt;")), qPrintable(files->text()));
    Evidence old = shown.room.workspace->evidence().find(shown.room.centre, id).value();
    old.validUntil = QDate(2001, 1, 1);
    QVERIFY(shown.room.workspace->evidence().change(old));
    QVERIFY2(files->text().contains(QStringLiteral("counts as missing")), qPrintable(files->text()));
    const QSignalSpy opened(&shown.page, &FindingsPage::evidenceChosen);
    const QSignalSpy asked(&shown.page, &FindingsPage::evidenceRequested);
    Q_EMIT files->linkActivated(id.text());
    QCOMPARE(opened.first().first().value<EvidenceId>(), id);
    shown.page.takeFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_E);
    QCOMPARE(asked.first().first().value<FindingId>(), finding);
    QVERIFY(shown.room.session->evidence().unlink({id, {}, finding}));
    QVERIFY(!files->isVisible());
}

QTEST_MAIN(TestFindingsPage)
#include "tst_findingspage.moc"
