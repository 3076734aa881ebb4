// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delegates/criteriondelegate.h"
#include "app/models/checklistmodel.h"
#include "app/models/laneboard.h"
#include "app/pages/checklistpage.h"
#include "app/support/autosaveedit.h"
#include "app/support/messagebar.h"
#include "app/support/words.h"
#include "tests/app/scriptedprompts.h"
#include "tests/support/sessionroom.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QUndoStack>

#include <functional>

using namespace cq;
using namespace cq::testing;

namespace {

/// The checklist of a fresh audit, shown and with the list in focus.
struct Shown
{
    explicit Shown(Role role = Role::LeadAuditor, const std::function<void(SessionRoom &)> &before = {})
        : lane(as(role, before), room.session->ownParty().value_or(Party::Auditor))
    {
        page.resize(1100, 640);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        page.takeFocus();
    }
    /// The room is furnished by an auditor, whoever works in it then.
    AuditSession &as(Role role, const std::function<void(SessionRoom &)> &before)
    {
        if (before)
            before(room);
        room.becomes(role);
        return *room.session;
    }
    QListView *list() const { return page.findChild<QListView *>(QStringLiteral("criteriaView")); }
    MessageBar *message() const { return page.findChild<MessageBar *>(); }
    AutosaveEdit *note() const { return page.findChild<AutosaveEdit *>(QStringLiteral("noteEdit")); }
    AutosaveEdit *justification() const { return page.findChild<AutosaveEdit *>(QStringLiteral("justificationEdit")); }
    QPushButton *chip(const char *name) const { return page.findChild<QPushButton *>(QString::fromLatin1(name)); }
    QString code() const { return list()->currentIndex().data(ChecklistModel::CodeRole).toString(); }
    ResponseLevel levelOf(const char *criterion) const
    {
        return room.session->responses().at(room.key(criterion)).level;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &page, key, modifiers);
    }
    void go(const char *criterion) { page.showCriterion(CriterionId(QString::fromLatin1(criterion))); }

    SessionRoom room;
    QUndoStack undo;
    ScriptedPrompts prompts;
    LaneBoard lane;
    ChecklistPage page {*room.session, lane, undo, prompts};
};

} // namespace

/// Answering by keys and clicks, offscreen.
class TestChecklistPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeysOneToThreeAnswerAndZeroClears_data();
    void theKeysOneToThreeAnswerAndZeroClears();
    void arrowsJAndKMove();
    void spaceGoesToTheNextOpenCriterionAndGToTheNextOpenGate();
    void fRaisesAFindingFromTheAnswerOnce();
    void nWritesANoteThatStoresItself();
    void aNoteIsStoredWhenTheWorkMovesOn();
    void fourAsksForAJustificationBeforeItAnswers();
    void anEmptyJustificationLeavesTheAnswer();
    void whereThePackForbidsItFourSaysSo();
    void aRefusedAnswerLeavesStackAndRowAlone();
    void aNameInANoteIsWarnedOfAndStored();
    void aReasonIsAskedWhereOneIsNeeded();
    void aClickOnASegmentAnswers();
    void answersStayUndoneAndRedone();
    void theLineWorkedOnStaysUnderTheOpenChip();
    void searchingShowsMatchesAndEscGoesBackToTheList();
    void aFrozenAuditIsReadOnlyWithABanner();
    void anObserverReadsAlong();
    void aRuledOutCriterionCanStillBeShown();
    void segmentsCanBeTouched();
    void severalSelectedAreAnsweredWithOneReason();
    void severalSelectedStayWithoutAReason();
    void aClickOnASegmentAnswersOneOfSeveral();
    void cCopiesTheAnswerToAllFacilities();
    void onlyWhatIsAnsweredAtSeveralPlacesOffersToCopy();
    void theCentresAnswerToAGateIsShownAfterTheAuditors();
};

void TestChecklistPage::theKeysOneToThreeAnswerAndZeroClears_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("level");
    QTest::newRow("1") << int(Qt::Key_1) << int(ResponseLevel::Met);
    QTest::newRow("2") << int(Qt::Key_2) << int(ResponseLevel::PartiallyMet);
    QTest::newRow("3") << int(Qt::Key_3) << int(ResponseLevel::NotMet);
}

void TestChecklistPage::theKeysOneToThreeAnswerAndZeroClears()
{
    QFETCH(const int, key);
    QFETCH(const int, level);
    Shown shown;
    QCOMPARE(shown.code(), QStringLiteral("GOV-01"));
    shown.press(Qt::Key(key));
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel(level));
    QCOMPARE(shown.list()->currentIndex().data(ChecklistModel::LevelRole).toInt(), level);
    QCOMPARE(shown.undo.count(), 1);
    shown.press(Qt::Key_0);
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::NotAssessed);
}

void TestChecklistPage::arrowsJAndKMove()
{
    Shown shown;
    shown.press(Qt::Key_J);
    QCOMPARE(shown.code(), QStringLiteral("GOV-02"));
    shown.press(Qt::Key_Down);
    QCOMPARE(shown.code(), QStringLiteral("GOV-03"));
    shown.press(Qt::Key_K);
    shown.press(Qt::Key_Up);
    QCOMPARE(shown.code(), QStringLiteral("GOV-01"));
    shown.press(Qt::Key_K);
    QCOMPARE(shown.code(), QStringLiteral("GOV-01"));
}

void TestChecklistPage::spaceGoesToTheNextOpenCriterionAndGToTheNextOpenGate()
{
    Shown shown;
    QVERIFY(shown.room.answer("GOV-02", ResponseLevel::Met));
    shown.press(Qt::Key_Space);
    QCOMPARE(shown.code(), QStringLiteral("GOV-03"));
    shown.press(Qt::Key_G);
    QCOMPARE(shown.code(), QStringLiteral("GOV-04"));
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_G);
    QVERIFY(shown.code() != QStringLiteral("GOV-04"));
    QVERIFY(shown.list()->currentIndex().data(ChecklistModel::GateRole).toBool());
}

void TestChecklistPage::fRaisesAFindingFromTheAnswerOnce()
{
    Shown shown;
    shown.press(Qt::Key_F);
    QVERIFY(shown.room.session->findings().all().isEmpty());
    QVERIFY(shown.message()->isVisible());
    shown.press(Qt::Key_3);
    QVERIFY(shown.room.session->responses().setNote(shown.room.key("GOV-01"), QStringLiteral("No statement.")));
    shown.press(Qt::Key_F);
    QCOMPARE(shown.room.session->findings().all().size(), 1);
    QCOMPARE(shown.room.session->findings().all().constFirst().statement, QStringLiteral("No statement."));
    shown.press(Qt::Key_F);
    QCOMPARE(shown.room.session->findings().all().size(), 1);
    shown.undo.undo();
    QVERIFY(shown.room.session->findings().all().isEmpty());
}

void TestChecklistPage::nWritesANoteThatStoresItself()
{
    Shown shown;
    shown.press(Qt::Key_N);
    QVERIFY(shown.note()->hasFocus());
    QTest::keyClicks(shown.note(), QStringLiteral("Seen 1 of 4"));
    QTRY_COMPARE(shown.room.session->responses().at(shown.room.key("GOV-01")).note, QStringLiteral("Seen 1 of 4"));
    QTest::keyClicks(shown.note(), QStringLiteral(" folders"));
    shown.press(Qt::Key_Escape);
    QVERIFY(shown.list()->hasFocus());
    QCOMPARE(shown.room.session->responses().at(shown.room.key("GOV-01")).note, QStringLiteral("Seen 1 of 4 folders"));
    QCOMPARE(shown.undo.count(), 1); // typed on in one go
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::NotAssessed); // digits in a note answer nothing
}

void TestChecklistPage::aNoteIsStoredWhenTheWorkMovesOn()
{
    Shown shown;
    shown.press(Qt::Key_N);
    QTest::keyClicks(shown.note(), QStringLiteral("Kept"));
    shown.go("GOV-02");
    QCOMPARE(shown.room.session->responses().at(shown.room.key("GOV-01")).note, QStringLiteral("Kept"));
    QTRY_COMPARE(shown.note()->toPlainText(), QString());
}

void TestChecklistPage::fourAsksForAJustificationBeforeItAnswers()
{
    Shown shown;
    shown.press(Qt::Key_4);
    QVERIFY(shown.justification()->isVisible());
    QVERIFY(shown.justification()->hasFocus());
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::NotAssessed);
    QTest::keyClicks(shown.justification(), QStringLiteral("Not done here"));
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::NotAssessed);
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::NotApplicable);
    QCOMPARE(shown.room.session->responses().at(shown.room.key("GOV-01")).justification, QStringLiteral("Not done here"));
    QVERIFY(shown.list()->hasFocus());
    QCOMPARE(shown.undo.count(), 1);
    shown.undo.undo();
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::NotAssessed);
}

void TestChecklistPage::anEmptyJustificationLeavesTheAnswer()
{
    Shown shown;
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_4);
    QTest::keyClicks(shown.justification(), QStringLiteral("  "));
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::Met);
    shown.press(Qt::Key_4);
    QTest::keyClicks(shown.justification(), QStringLiteral("changed my mind"));
    shown.press(Qt::Key_Escape);
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::Met);
    QVERIFY(!shown.justification()->isVisible());
    QCOMPARE(shown.undo.count(), 1);
}

void TestChecklistPage::whereThePackForbidsItFourSaysSo()
{
    Shown shown;
    shown.room.setFact(FactId(QStringLiteral("national_overlay")), FactValue(true));
    shown.go("GOV-07");
    QCOMPARE(shown.code(), QStringLiteral("GOV-07"));
    shown.press(Qt::Key_4);
    QVERIFY(shown.message()->isVisible());
    QVERIFY(!shown.justification()->isVisible());
    QCOMPARE(shown.levelOf("GOV-07"), ResponseLevel::NotAssessed);
    QCOMPARE(shown.undo.count(), 0);
}

void TestChecklistPage::aRefusedAnswerLeavesStackAndRowAlone()
{
    Shown shown;
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_N);
    shown.note()->setPlainText(QString(ResponseDesk::maxTextLength + 1, u'x'));
    shown.press(Qt::Key_Escape);
    QCOMPARE(shown.undo.count(), 1);
    QVERIFY(shown.message()->isVisible());
    QCOMPARE(shown.note()->toPlainText(), QString()); // shows what is stored
    QVERIFY(!shown.list()->currentIndex().data(ChecklistModel::NoteRole).toBool());
}

void TestChecklistPage::aNameInANoteIsWarnedOfAndStored()
{
    Shown shown;
    shown.press(Qt::Key_N);
    QTest::keyClicks(shown.note(), QStringLiteral("Frau Muster, 3.2.1961")); // made up
    QTest::keyClick(shown.note(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(shown.room.session->responses().at(shown.room.key("GOV-01")).note, QStringLiteral("Frau Muster, 3.2.1961"));
    const auto *hint = shown.page.findChild<QLabel *>(QStringLiteral("noteHint"));
    QVERIFY2(hint->text().contains(QStringLiteral("“Frau Muster”")), qPrintable(hint->text()));
    QVERIFY2(hint->text().contains(QStringLiteral("3.2.1961")), qPrintable(hint->text()));
}

void TestChecklistPage::aReasonIsAskedWhereOneIsNeeded()
{
    Shown shown;
    shown.press(Qt::Key_1);
    QVERIFY(shown.room.session->moveTo(AuditState::Consolidation, QString()));
    shown.press(Qt::Key_3); // nothing laid ready: cancelled
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::Met);
    QVERIFY(shown.message()->isVisible());
    shown.prompts.texts = {QStringLiteral("The log was found.")};
    shown.press(Qt::Key_3);
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::NotMet);
    QCOMPARE(shown.room.session->trail().value().constLast().reason, QStringLiteral("The log was found."));
    shown.prompts.texts = {QStringLiteral("More to say.")};
    shown.press(Qt::Key_N);
    QTest::keyClicks(shown.note(), QStringLiteral("Found"));
    shown.press(Qt::Key_Escape);
    QTRY_COMPARE(shown.room.session->responses().at(shown.room.key("GOV-01")).note, QStringLiteral("Found"));
}

void TestChecklistPage::aClickOnASegmentAnswers()
{
    Shown shown;
    const QModelIndex second = shown.list()->model()->index(1, 0);
    const QRect line = shown.list()->visualRect(second);
    const QPoint at = CriterionDelegate::segment(line, shown.list()->font(), ResponseLevel::PartiallyMet).center();
    QTest::mouseClick(shown.list()->viewport(), Qt::LeftButton, Qt::NoModifier, at);
    QCOMPARE(shown.code(), QStringLiteral("GOV-02"));
    QCOMPARE(shown.levelOf("GOV-02"), ResponseLevel::PartiallyMet);
    QTest::mouseClick(shown.list()->viewport(), Qt::LeftButton, Qt::NoModifier, line.topLeft() + QPoint(30, 10));
    QCOMPARE(shown.levelOf("GOV-02"), ResponseLevel::PartiallyMet);
}

void TestChecklistPage::answersStayUndoneAndRedone()
{
    Shown shown;
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_J);
    shown.press(Qt::Key_3);
    QVERIFY(shown.undo.undoText().contains(QStringLiteral("GOV-02")));
    shown.undo.undo();
    QCOMPARE(shown.levelOf("GOV-02"), ResponseLevel::NotAssessed);
    shown.undo.undo();
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::NotAssessed);
    shown.undo.redo();
    shown.undo.redo();
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::Met);
    QCOMPARE(shown.levelOf("GOV-02"), ResponseLevel::NotMet);
}

void TestChecklistPage::theLineWorkedOnStaysUnderTheOpenChip()
{
    Shown shown;
    QTest::mouseClick(shown.chip("openChip"), Qt::LeftButton);
    shown.page.takeFocus();
    shown.press(Qt::Key_1);
    QCOMPARE(shown.code(), QStringLiteral("GOV-01"));
    shown.press(Qt::Key_J);
    QCOMPARE(shown.code(), QStringLiteral("GOV-02"));
    QTRY_COMPARE(shown.list()->model()->index(0, 0).data(ChecklistModel::CodeRole).toString(), QStringLiteral("GOV-02"));
    QCOMPARE(shown.code(), QStringLiteral("GOV-02"));
}

void TestChecklistPage::searchingShowsMatchesAndEscGoesBackToTheList()
{
    Shown shown;
    shown.press(Qt::Key_F, Qt::ControlModifier);
    auto *search = shown.page.findChild<QLineEdit *>(QStringLiteral("searchEdit"));
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("tox-0"));
    QCOMPARE(shown.code(), QStringLiteral("TOX-01"));
    shown.press(Qt::Key_Escape);
    QVERIFY(shown.list()->hasFocus());
    shown.go("GOV-01"); // hidden by the search, which gives way
    QCOMPARE(shown.code(), QStringLiteral("GOV-01"));
    QCOMPARE(search->text(), QString());
}

void TestChecklistPage::aFrozenAuditIsReadOnlyWithABanner()
{
    Shown shown;
    auto *banner = shown.page.findChild<QLabel *>(QStringLiteral("bannerLabel"));
    QVERIFY(!banner->isVisible());
    QVERIFY(shown.room.session->moveTo(AuditState::Submitted, QString()));
    QVERIFY(banner->isVisible());
    shown.press(Qt::Key_1);
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::NotAssessed);
    QCOMPARE(shown.undo.count(), 0);
    QVERIFY(shown.message()->isVisible());
    QVERIFY(shown.note()->isReadOnly());
    QVERIFY(shown.room.session->moveTo(AuditState::Consolidation, QStringLiteral("One thing was missed.")));
    QVERIFY(!banner->isVisible());
    shown.press(Qt::Key_1);
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::Met);
}

void TestChecklistPage::anObserverReadsAlong()
{
    Shown shown(Role::Observer);
    QVERIFY(shown.page.findChild<QLabel *>(QStringLiteral("bannerLabel"))->isVisible());
    shown.press(Qt::Key_1);
    QCOMPARE(shown.undo.count(), 0);
    QCOMPARE(shown.room.session->board().overall().answered, 0);
}

void TestChecklistPage::aRuledOutCriterionCanStillBeShown()
{
    Shown shown;
    shown.go("COL-03");
    QCOMPARE(shown.code(), QStringLiteral("COL-03"));
    QVERIFY(shown.chip("notApplicableChip")->isChecked());
    shown.press(Qt::Key_1);
    QCOMPARE(shown.levelOf("COL-03"), ResponseLevel::NotAssessed);
    QVERIFY(shown.message()->isVisible());
    QCOMPARE(shown.undo.count(), 0);
}

void TestChecklistPage::segmentsCanBeTouched()
{
    Shown shown;
    for (const int width : {420, 900}) {
        const QRect line(0, 0, width, 80);
        int right = 0;
        for (const ResponseLevel level : CriterionDelegate::levels) {
            const QRect segment = CriterionDelegate::segment(line, shown.list()->font(), level);
            QVERIFY(segment.width() >= 32 && segment.height() >= 32);
            QVERIFY(line.contains(segment));
            QVERIFY(segment.left() >= right);
            right = segment.right();
            QCOMPARE(CriterionDelegate::levelAt(line, shown.list()->font(), segment.center()), std::optional(level));
        }
    }
}

void TestChecklistPage::severalSelectedAreAnsweredWithOneReason()
{
    Shown shown;
    shown.press(Qt::Key_3);
    const qsizetype before = shown.room.trailLength();
    shown.press(Qt::Key_Down, Qt::ShiftModifier);
    shown.press(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(shown.page.findChild<QLabel *>(QStringLiteral("countLabel"))->text().contains(QStringLiteral("3 selected")));
    shown.prompts.texts = {QStringLiteral("All in the same handbook.")};
    shown.press(Qt::Key_1);
    for (const char *code : {"GOV-01", "GOV-02", "GOV-03"})
        QCOMPARE(shown.levelOf(code), ResponseLevel::Met);
    QVERIFY(shown.prompts.texts.isEmpty());
    QVERIFY(shown.prompts.asked.last().contains(QStringLiteral("GOV-01"))); // would lose its answer
    QVERIFY(!shown.prompts.asked.last().contains(QStringLiteral("GOV-02")));
    QCOMPARE(shown.undo.count(), 2);
    const QList<TrailEntry> trail = shown.room.session->trail().value();
    QCOMPARE(trail.size(), before + 3);
    for (qsizetype i = before; i < trail.size(); ++i)
        QCOMPARE(trail[i].reason, QStringLiteral("All in the same handbook."));
    shown.undo.undo();
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::NotMet);
    QCOMPARE(shown.levelOf("GOV-02"), ResponseLevel::NotAssessed);
    shown.undo.redo();
    QCOMPARE(shown.levelOf("GOV-03"), ResponseLevel::Met);
}

void TestChecklistPage::severalSelectedStayWithoutAReason()
{
    Shown shown;
    shown.press(Qt::Key_Down, Qt::ShiftModifier);
    shown.press(Qt::Key_1);
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::NotAssessed);
    QCOMPARE(shown.undo.count(), 0);
    QVERIFY(!shown.message()->text().isEmpty());
    shown.press(Qt::Key_J); // a move lets go of the selection
    shown.press(Qt::Key_1);
    QCOMPARE(shown.levelOf("GOV-03"), ResponseLevel::Met);
    QCOMPARE(shown.levelOf("GOV-02"), ResponseLevel::NotAssessed);
}

void TestChecklistPage::aClickOnASegmentAnswersOneOfSeveral()
{
    Shown shown;
    shown.press(Qt::Key_Down, Qt::ShiftModifier);
    const QRect line = shown.list()->visualRect(shown.list()->model()->index(0, 0));
    const QRect segment = CriterionDelegate::segment(line, shown.list()->font(), ResponseLevel::Met);
    QTest::mouseClick(shown.list()->viewport(), Qt::LeftButton, Qt::NoModifier, segment.center());
    QCOMPARE(shown.levelOf("GOV-01"), ResponseLevel::Met);
    QCOMPARE(shown.levelOf("GOV-02"), ResponseLevel::NotAssessed);
}

void TestChecklistPage::cCopiesTheAnswerToAllFacilities()
{
    Shown shown;
    shown.go("FAC-01");
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_C);
    QVERIFY(shown.message()->text().contains(QStringLiteral("Ward 8")));
    const CriterionId code(QStringLiteral("FAC-01"));
    const FacilityId other = shown.room.session->board().part(code).facilities.last();
    QCOMPARE(shown.room.session->responses().at({code, other, Party::Auditor}).level, ResponseLevel::Met);
    shown.undo.undo();
    QCOMPARE(shown.room.session->responses().at({code, other, Party::Auditor}).level, ResponseLevel::NotAssessed);
    QCOMPARE(shown.levelOf("FAC-01"), ResponseLevel::Met);
}

void TestChecklistPage::onlyWhatIsAnsweredAtSeveralPlacesOffersToCopy()
{
    Shown shown;
    auto *button = shown.page.findChild<QPushButton *>(QStringLiteral("copyAnswerButton"));
    shown.go("GOV-01");
    QTRY_VERIFY(!button->isVisibleTo(&shown.page));
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_C);
    QVERIFY(shown.message()->text().contains(QStringLiteral("GOV-01")));
    QCOMPARE(shown.undo.count(), 1);
    shown.go("FAC-01");
    QTRY_VERIFY(button->isVisibleTo(&shown.page));
    shown.press(Qt::Key_2);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(shown.undo.count(), 3);
}

void TestChecklistPage::theCentresAnswerToAGateIsShownAfterTheAuditors()
{
    Shown shown(Role::LeadAuditor, [](SessionRoom &room) {
        room.becomes(Role::QualityManager);
        QVERIFY(room.answer("GOV-04", ResponseLevel::PartiallyMet));
        QVERIFY(room.session->responses().setNote(room.key("GOV-04"), QStringLiteral("Only by day.")));
    });
    shown.go("GOV-04");
    auto *answers = shown.page.findChild<QLabel *>(QStringLiteral("answersLabel"));
    auto *history = shown.page.findChild<QLabel *>(QStringLiteral("historyLabel"));
    QTRY_VERIFY2(answers->text().contains(QStringLiteral("hidden")), qPrintable(answers->text()));
    QTest::mouseClick(shown.page.findChild<QPushButton *>(QStringLiteral("historyButton")), Qt::LeftButton);
    const QString word = wordFor(ResponseLevel::PartiallyMet);
    const auto told = [&] {
        const QModelIndex row = shown.list()->currentIndex();
        return answers->text() + history->text() + row.data(Qt::ToolTipRole).toString()
            + row.data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(shown.code(), QStringLiteral("GOV-04"));
    QVERIFY2(!told().contains(word) && !told().contains(QStringLiteral("Only by day.")), qPrintable(told()));
    QCOMPARE(shown.list()->currentIndex().data(ChecklistModel::OtherLevelRole).toInt(), int(ResponseLevel::NotAssessed));
    shown.page.takeFocus();
    shown.press(Qt::Key_1);
    QTRY_VERIFY2(answers->text().contains(word) && answers->text().contains(QStringLiteral("Only by day.")),
        qPrintable(answers->text()));
    QVERIFY(shown.list()->currentIndex().data(Qt::ToolTipRole).toString().contains(word));
    QTRY_VERIFY(history->text().contains(QStringLiteral("Only by day.")));
    shown.press(Qt::Key_0);
    QTRY_VERIFY(answers->text().contains(QStringLiteral("hidden")));
    shown.room.session->responses().setBlindMode(BlindMode::Off);
    QTRY_VERIFY(answers->text().contains(word));
}

QTEST_MAIN(TestChecklistPage)
#include "tst_checklistpage.moc"
