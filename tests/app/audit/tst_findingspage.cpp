// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findingproposalsmodel.h"
#include "app/models/findingsmodel.h"
#include "app/pages/findingspage.h"
#include "app/support/autosaveedit.h"
#include "app/support/messagebar.h"
#include "app/support/riskgrid.h"
#include "tests/app/scriptedprompts.h"
#include "tests/support/sessionroom.h"

#include <QCheckBox>
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
    void evidenceIsAskedForByKey();
    void theStatementIsPutTogetherFromItsParts();
    void escapeLeavesTheComposerWithoutTakingAnything();
    void onlyMovesThePersonMayMakeAreButtons();
    void severalMinorsBecomeOneMajorAndAreParted();
    void whatMayNotBecomeOneSaysWhy();
    void aRepeatRaisesASeverityNobodyDecidedOtherwise();
    void harmAndScopeAreChosenByKeys();
    void aStatementThatIsTooLongStaysToBeMended();
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

void TestFindingsPage::evidenceIsAskedForByKey()
{
    Shown shown;
    const QSignalSpy asked(&shown.page, &FindingsPage::evidenceRequested);
    shown.press(Qt::Key_E); // no finding yet
    QCOMPARE(asked.size(), 0);
    shown.press(Qt::Key_F);
    shown.page.takeFocus();
    shown.press(Qt::Key_E);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<FindingId>(), shown.finding().id);
}

void TestFindingsPage::theStatementIsPutTogetherFromItsParts()
{
    Shown shown;
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ShiftModifier);
    QCOMPARE(shown.page.model().rowCount(), 1);
    auto *fact = shown.find<QLineEdit>("partFactEdit");
    QVERIFY(fact->hasFocus()); // the criterion stands there already
    QVERIFY(!shown.find<QLineEdit>("partCriterionEdit")->text().isEmpty());
    shown.find<QLineEdit>("partCriterionEdit")->setText(QStringLiteral("The scope names all activities"));
    QTest::keyClicks(fact, QStringLiteral("It names no CAR-T"));
    const QString expected = QStringLiteral("The scope names all activities. It names no CAR-T.");
    QCOMPARE(shown.find<QLabel>("previewLabel")->text(), expected);
    QTest::keyClick(fact, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shown.finding().statement, expected);
    QVERIFY(shown.find<AutosaveEdit>("statementEdit")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(" At all."));
    shown.press(Qt::Key_Escape);
    QCOMPARE(shown.finding().statement, expected + QStringLiteral(" At all."));
    shown.undo.undo();
    shown.undo.undo();
    QCOMPARE(shown.finding().statement, QString());
}

void TestFindingsPage::escapeLeavesTheComposerWithoutTakingAnything()
{
    Shown shown;
    shown.press(Qt::Key_F);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_H, Qt::ControlModifier);
    QVERIFY(shown.find<QLineEdit>("partFactEdit")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Never mind"));
    shown.press(Qt::Key_Escape);
    QVERIFY(!shown.find<QLineEdit>("partFactEdit")->isVisible());
    QCOMPARE(shown.finding().statement, QString());
}

void TestFindingsPage::onlyMovesThePersonMayMakeAreButtons()
{
    Shown shown;
    shown.press(Qt::Key_F);
    QVERIFY(shown.find<QPushButton>("move-withdrawn"));
    QTest::mouseClick(shown.find<QPushButton>("move-proposed"), Qt::LeftButton);
    QCOMPARE(shown.finding().state, FindingState::Proposed);
    QTRY_VERIFY(!shown.find<QPushButton>("move-proposed"));
    QVERIFY(!shown.find<QPushButton>("move-confirmed")); // reviewers only
    shown.room.becomes(Role::Reviewer);
    QTest::mouseClick(shown.find<QPushButton>("move-confirmed"), Qt::LeftButton);
    QCOMPARE(shown.finding().state, FindingState::Confirmed);
}

void TestFindingsPage::severalMinorsBecomeOneMajorAndAreParted()
{
    Shown shown;
    FindingDesk &desk = shown.room.session->findings();
    for (const char *code : {"GOV-01", "GOV-02"}) {
        Finding minor;
        minor.criteria = {CriterionId(QString::fromLatin1(code))};
        minor.statement = QStringLiteral("Not signed.");
        QVERIFY(desk.raise(minor));
    }
    auto *view = shown.find<QTreeView>("findingsView");
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    QVERIFY(!shown.find<QPushButton>("mergeButton")->isEnabled());
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(shown.find<QPushButton>("mergeButton")->isEnabled());
    QTest::keyClick(view, Qt::Key_M); // cancelled
    QCOMPARE(desk.all().size(), 2);
    QVERIFY(shown.prompts.asked.constLast().contains(QStringLiteral("F-01: Not signed.")));
    shown.prompts.texts = {QStringLiteral("One cause.")};
    QTest::keyClick(view, Qt::Key_M);
    QCOMPARE(desk.all().size(), 3);
    QCOMPARE(desk.all().constLast().severity, Severity::Major);
    QCOMPARE(desk.all().constLast().criteria.size(), 2);
    QCOMPARE(desk.all().constFirst().state, FindingState::Withdrawn);
    QCOMPARE(shown.find<QLabel>("titleLabel")->text(), QStringLiteral("F-03"));
    shown.undo.undo();
    QCOMPARE(desk.all().size(), 2);
    QCOMPARE(desk.all().constFirst().state, FindingState::Noted);
    shown.undo.redo();
    QCOMPARE(desk.all().size(), 3);
}

void TestFindingsPage::whatMayNotBecomeOneSaysWhy()
{
    Shown shown;
    shown.press(Qt::Key_F);
    shown.press(Qt::Key_Escape);
    shown.press(Qt::Key_M);
    QVERIFY(shown.page.findChild<MessageBar *>()->isVisible());
    QCOMPARE(shown.page.model().rowCount(), 1);
    QCOMPARE(shown.undo.count(), 1);
}

void TestFindingsPage::aRepeatRaisesASeverityNobodyDecidedOtherwise()
{
    Shown shown;
    QVERIFY(shown.room.answer("GOV-01", ResponseLevel::PartiallyMet));
    shown.press(Qt::Key_F);
    const Finding before = shown.finding();
    auto *repeat = shown.find<QCheckBox>("repeatCheck");
    QTest::keyClick(repeat, Qt::Key_Space);
    QVERIFY(shown.finding().isRepeat);
    QVERIFY(shown.finding().severity < before.severity); // critical comes first
    QCOMPARE(shown.finding().severity, shown.finding().proposedSeverity);
    QTest::keyClick(repeat, Qt::Key_Space);
    QCOMPARE(shown.finding(), before);
    shown.undo.undo();
    QVERIFY(shown.finding().isRepeat);
}

void TestFindingsPage::harmAndScopeAreChosenByKeys()
{
    Shown shown;
    shown.press(Qt::Key_F);
    auto *grid = shown.find<RiskGrid>("riskGrid");
    grid->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    const RiskCell expected {HarmLikelihood::High, HarmScope::Pattern};
    QCOMPARE(shown.finding().risk, std::optional(expected));
    shown.undo.undo();
    QCOMPARE(shown.finding().risk, std::nullopt);
    QCOMPARE(grid->cell(), std::nullopt);
}

void TestFindingsPage::aStatementThatIsTooLongStaysToBeMended()
{
    Shown shown;
    shown.press(Qt::Key_F);
    auto *edit = shown.find<AutosaveEdit>("statementEdit");
    const QString tooLong(FindingDesk::maxTextLength + 1, u'x');
    edit->setPlainText(tooLong);
    shown.page.commit();
    QVERIFY(shown.page.findChild<MessageBar *>()->isVisible());
    QCOMPARE(shown.finding().statement, QString());
    QCOMPARE(edit->toPlainText(), tooLong);
}

QTEST_MAIN(TestFindingsPage)
#include "tst_findingspage.moc"
