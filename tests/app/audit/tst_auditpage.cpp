// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/checklistmodel.h"
#include "app/models/explanationmodel.h"
#include "app/models/trailmodel.h"
#include "app/pages/auditpage.h"
#include "app/pages/checklistpage.h"
#include "app/pages/explanationpanel.h"
#include "app/pages/facilitiespage.h"
#include "app/pages/scorestrip.h"
#include "app/pages/trailpage.h"
#include "app/support/cheatsheet.h"
#include "app/support/errortext.h"
#include "app/support/messagebar.h"
#include "app/support/scoretopic.h"
#include "app/support/words.h"
#include "core/session/reportcheck.h"
#include "core/session/sealdesk.h"
#include "tests/app/scriptedprompts.h"
#include "tests/support/decidedaudit.h"
#include "tests/support/sessionroom.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace cq;
using namespace cq::testing;

namespace {

/// One audit page, shown, with the checklist in focus. The page owns the session.
struct Shown
{
    explicit Shown(Role role = Role::LeadAuditor)
        : room(role)
        , page(std::move(room.session), prompts)
    {
        page.resize(1180, 680);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        list()->setFocus();
    }
    template <class W> W *find(const char *name) const { return page.findChild<W *>(QString::fromLatin1(name)); }
    QListView *list() const { return find<QListView>("criteriaView"); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &page, key, modifiers);
    }
    ResponseLevel level(const char *criterion)
    {
        return page.session().responses().at({CriterionId(QString::fromLatin1(criterion)), {}, Party::Auditor}).level;
    }

    SessionRoom room;
    ScriptedPrompts prompts;
    AuditPage page;
};

} // namespace

/// Header, score strip, explanation, keys and trail of one open audit.
class TestAuditPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeaderSaysThatACentreIsFictional();
    void theStripShowsTheBoardAndSaysSoFar();
    void aNumberExplainsItselfAndLeadsToTheCriterion();
    void theExplanationFollowsTheAnswers();
    void undoAndRedoByKeys();
    void theSheetListsEveryKey();
    void movingBackNeedsAReasonAndSubmittingIsConfirmed();
    void theReportIsAskedForWithTheNoteStored();
    void theBlankChecklistIsSavedAndPrinted_data();
    void theBlankChecklistIsSavedAndPrinted();
    void aBlankChecklistThatCannotBeSavedIsTold();
    void aCellOfAFacilityLeadsToItsLine();
    void theStatementOfADecidedAuditIsSaved();
    void nothingIsStatedBeforeTheDecision();
    void whatTheTrailNamesIsShownAtItsFacility();
    void theTrailShowsWhatWasDoneAndThatTheChainHolds();
    void sealedStatesAreListedAndExported();
    void aTextIsTakenOutOnceAllIsAgreed();
    void whoMayNotRedactIsNotOfferedTo();
    void anotherPersonWorksInAnotherLane();
    void continuingGoesToTheNextOpenCriterion();
};

void TestAuditPage::theHeaderSaysThatACentreIsFictional()
{
    Shown shown;
    QCOMPARE(shown.find<QLabel>("centreLabel")->text(), QStringLiteral("Test Hospital"));
    QVERIFY(shown.find<QLabel>("fictionalLabel")->isVisible());
    QVERIFY(shown.find<QLabel>("titleLabel")->text().contains(wordFor(AuditKind::Initial)));
}

void TestAuditPage::theStripShowsTheBoardAndSaysSoFar()
{
    Shown shown;
    shown.press(Qt::Key_2);
    const ScoreBoard &board = shown.page.session().board();
    const auto value = [&](const char *name) { return shown.find<QPushButton>(name)->text().section(u'\n', 1); };
    QCOMPARE(value("gradedButton"), percentText(board.overall().graded, board.marks()));
    QCOMPARE(value("strictButton"), percentText(board.overall().strict, board.marks()));
    QVERIFY(value("completenessButton").contains(QString::number(board.overall().applicable)));
    QVERIFY(value("rangeButton").contains(percentText(board.overall().high, board.marks())));
    QVERIFY(value("outcomeButton").contains(wordFor(board.outcomeKind())));
    QCOMPARE(shown.find<QPushButton>("outcomeButton")->text().section(u'\n', 0, 0), QStringLiteral("Outcome so far"));
}

void TestAuditPage::aNumberExplainsItselfAndLeadsToTheCriterion()
{
    Shown shown;
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_J);
    shown.press(Qt::Key_J);
    shown.press(Qt::Key_3);
    shown.press(Qt::Key_K);
    QTest::mouseClick(shown.find<QPushButton>("gradedButton"), Qt::LeftButton);
    auto *panel = shown.page.findChild<ExplanationPanel *>();
    QVERIFY(panel->isVisible());
    QCOMPARE(panel->model().total(), shown.page.session().board().overall().graded);
    auto *parts = shown.find<QTreeView>("partsView");
    const QModelIndex worst = parts->model()->index(0, 0);
    QCOMPARE(worst.data(ExplanationModel::CriterionRole).toString(), QStringLiteral("GOV-03"));
    QTest::mouseClick(parts->viewport(), Qt::LeftButton, Qt::NoModifier, parts->visualRect(worst).center());
    QCOMPARE(shown.list()->currentIndex().data(ChecklistModel::CodeRole).toString(), QStringLiteral("GOV-03"));
    panel->setFocus();
    QTest::keyClick(parts, Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
}

void TestAuditPage::theExplanationFollowsTheAnswers()
{
    Shown shown;
    QTest::mouseClick(shown.find<QPushButton>("gradedButton"), Qt::LeftButton);
    auto *panel = shown.page.findChild<ExplanationPanel *>();
    QCOMPARE(panel->model().rowCount(), 0);
    shown.list()->setFocus();
    shown.press(Qt::Key_1);
    QTRY_COMPARE(panel->model().rowCount(), 1);
    QTest::mouseClick(shown.find<QPushButton>("outcomeButton"), Qt::LeftButton);
    const ScoreSheet sheet = shown.page.session().board().sheet();
    QVERIFY(shown.find<QLabel>("leadLabel")->text().contains(sheet.outcome.reasons.constFirst().text));
}

void TestAuditPage::undoAndRedoByKeys()
{
    Shown shown;
    shown.press(Qt::Key_1);
    QCOMPARE(shown.level("GOV-01"), ResponseLevel::Met);
    shown.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown.level("GOV-01"), ResponseLevel::NotAssessed);
    shown.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown.level("GOV-01"), ResponseLevel::Met);
}

void TestAuditPage::theSheetListsEveryKey()
{
    Shown shown;
    QTest::keyClick(&shown.page, '?');
    auto *sheet = shown.page.findChild<CheatSheet *>();
    QVERIFY(sheet && sheet->isVisible());
    QVERIFY(!sheet->isModal());
    for (const char *key : {"<b>1</b>", "<b>4</b>", "<b>0</b>", "<b>N</b>", "<b>F</b>", "<b>G</b>", "Space", "Ctrl+F",
             "Ctrl+Z", "Ctrl+Shift+Z", "F1", "Esc"})
        QVERIFY2(CheatSheet::text().contains(QString::fromLatin1(key)), key);
}

void TestAuditPage::movingBackNeedsAReasonAndSubmittingIsConfirmed()
{
    Shown shown;
    QMenu *menu = shown.find<QPushButton>("stateButton")->menu();
    const auto choose = [&](AuditState state) {
        Q_EMIT menu->aboutToShow();
        int place = 0;
        for (const auto &[candidate, word] : EnumText<AuditState>::table)
            if (stateMove(shown.page.session().audit().state, candidate) != StateMove::NotAllowed) {
                if (candidate == state)
                    menu->actions().at(place)->trigger();
                ++place;
            }
    };
    choose(AuditState::OnSite);
    QCOMPARE(shown.page.session().audit().state, AuditState::OnSite);
    choose(AuditState::Planned); // nothing laid ready
    QCOMPARE(shown.page.session().audit().state, AuditState::OnSite);
    choose(AuditState::Submitted); // not agreed
    QCOMPARE(shown.page.session().audit().state, AuditState::OnSite);
    shown.prompts.agrees = true;
    choose(AuditState::Submitted);
    QCOMPARE(shown.page.session().audit().state, AuditState::Submitted);
    QVERIFY(shown.find<QPushButton>("stateButton")->text().startsWith(wordFor(AuditState::Submitted)));
    shown.prompts.texts = {QStringLiteral("A visit was missed.")};
    choose(AuditState::OnSite);
    QCOMPARE(shown.page.session().audit().state, AuditState::OnSite);
    QCOMPARE(shown.page.session().trail().value().constLast().reason, QStringLiteral("A visit was missed."));
}

void TestAuditPage::theReportIsAskedForWithTheNoteStored()
{
    Shown shown;
    QSignalSpy asked(&shown.page, &AuditPage::reportRequested);
    shown.press(Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Last words"));
    shown.find<QPushButton>("reportButton")->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(shown.page.session().responses().at({CriterionId(QStringLiteral("GOV-01")), {}, Party::Auditor}).note,
        QStringLiteral("Last words"));
}

void TestAuditPage::theTrailShowsWhatWasDoneAndThatTheChainHolds()
{
    Shown shown;
    shown.press(Qt::Key_1);
    auto *tabs = shown.find<QTabWidget>("tabs");
    auto *trail = shown.page.findChild<TrailPage *>();
    tabs->setCurrentWidget(trail);
    auto *view = shown.find<QTreeView>("trailView");
    QCOMPARE(view->model()->rowCount(), int(shown.page.session().trail().value().size()));
    QVERIFY(view->model()->index(0, TrailModel::TargetColumn).data().toString().contains(QStringLiteral("GOV-01")));
    QTRY_VERIFY(shown.find<QLabel>("chainLabel")->text().contains(QStringLiteral("unbroken")));
    shown.find<QPushButton>("copyButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text().toLatin1(), trailHead(shown.page.session().trail().value()));
    shown.find<QLineEdit>("filterEdit")->setText(QStringLiteral("no such entry"));
    QCOMPARE(view->model()->rowCount(), 0);
}

void TestAuditPage::sealedStatesAreListedAndExported()
{
    Shown shown;
    shown.find<QTabWidget>("tabs")->setCurrentWidget(shown.page.findChild<TrailPage *>());
    auto *panel = shown.find<QWidget>("sealsPanel");
    QVERIFY(!panel->isVisible());
    QVERIFY(shown.page.session().moveTo(AuditState::Submitted, QString()));
    QTRY_VERIFY(panel->isVisible());
    QVERIFY(shown.page.session().moveTo(AuditState::InReview, QString()));
    auto *view = shown.find<QTreeView>("sealsView");
    QTRY_COMPARE(view->model()->rowCount(), 2);
    QCOMPARE(view->currentIndex().row(), 0); // the only one when they came into sight
    QTest::keyClick(view, Qt::Key_Down);
    const QString path = shown.room.file("sealed.json");
    QTest::mouseClick(shown.find<QPushButton>("exportSealButton"), Qt::LeftButton); // cancelled
    QVERIFY(!QFile::exists(path));
    shown.prompts.files = {path};
    QTest::mouseClick(shown.find<QPushButton>("exportSealButton"), Qt::LeftButton);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), shown.page.session().seals().recordBytes(2).value());
    auto *message = shown.page.findChild<TrailPage *>()->findChild<MessageBar *>();
    QVERIFY(message->isVisible());
    shown.prompts.files = {shown.room.file("no/such/folder.json")};
    QTest::mouseClick(shown.find<QPushButton>("exportSealButton"), Qt::LeftButton);
    QVERIFY(message->text() != QString());
    QVERIFY(!message->text().contains(QStringLiteral("was written as it was sealed")));
}

void TestAuditPage::aTextIsTakenOutOnceAllIsAgreed()
{
    Shown shown;
    shown.press(Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Erika Muster (fictional) was seen"));
    auto *tabs = shown.find<QTabWidget>("tabs");
    tabs->setCurrentWidget(shown.page.findChild<TrailPage *>());
    const auto note = [&shown] {
        return shown.page.session().responses().at({CriterionId(QStringLiteral("GOV-01")), {}, Party::Auditor}).note;
    };
    const auto redact = [&shown](const QStringList &typed, bool agrees) {
        shown.prompts.texts = typed;
        shown.prompts.agrees = agrees;
        QTest::mouseClick(shown.find<QPushButton>("redactButton"), Qt::LeftButton);
    };
    const QString name = QStringLiteral("Erika Muster");
    const QString why = QStringLiteral("A patient's name.");
    redact({}, true);
    QTRY_COMPARE(shown.prompts.asked.size(), 1);
    redact({name}, true);
    QTRY_COMPARE(shown.prompts.asked.size(), 3);
    redact({name, why}, false);
    QTRY_COMPARE(shown.prompts.asked.size(), 5);
    QVERIFY(note().contains(name));
    QVERIFY(shown.page.undoStack()->count() > 0);
    auto *message = shown.page.findChild<MessageBar *>(QString(), Qt::FindDirectChildrenOnly);
    redact({name, why}, true);
    QTRY_COMPARE(note(), QStringLiteral("[redacted] (fictional) was seen"));
    QCOMPARE(shown.page.undoStack()->count(), 0);
    QCOMPARE(tabs->currentWidget(), shown.page.findChild<TrailPage *>());
    QVERIFY(message->isVisible());
    // The message takes its room from the pages, not from the figures.
    auto *strip = shown.page.findChild<ScoreStrip *>();
    shown.page.resize(shown.page.width(), 1);
    QTRY_COMPARE(strip->height(), strip->sizeHint().height());
    QTRY_VERIFY(shown.find<QLabel>("chainLabel")->text().contains(QStringLiteral("unbroken")));
    const QString told = message->text();
    redact({name, why}, true); // nothing holds it any more
    QTRY_VERIFY(message->text() != told);
    QVERIFY2(message->text().contains(QStringLiteral("how it is spelt")), qPrintable(message->text()));
    for (const QStringList &typed : {QStringList {QStringLiteral("Er"), why}, {name, name}, {QStringLiteral("GOV-01"), why}}) {
        message->clear();
        redact(typed, true);
        QTRY_VERIFY(!message->text().isEmpty());
        QVERIFY2(message->text().contains(QStringLiteral("does not repeat it")), qPrintable(message->text()));
    }
}

void TestAuditPage::whoMayNotRedactIsNotOfferedTo()
{
    for (const Role role : {Role::Auditor, Role::QualityManager, Role::Reviewer}) {
        Shown shown(role);
        shown.find<QTabWidget>("tabs")->setCurrentWidget(shown.page.findChild<TrailPage *>());
        QCOMPARE(shown.find<QPushButton>("redactButton")->isVisible(), role == Role::Reviewer);
    }
}

void TestAuditPage::anotherPersonWorksInAnotherLane()
{
    Shown shown;
    shown.press(Qt::Key_1);
    QCOMPARE(shown.page.undoStack()->count(), 1);
    shown.room.becomes(Role::QualityManager);
    QCOMPARE(shown.page.undoStack()->count(), 0);
    shown.list()->setFocus();
    QCOMPARE(shown.list()->currentIndex().data(ChecklistModel::LevelRole).toInt(), int(ResponseLevel::NotAssessed));
    shown.press(Qt::Key_3);
    const auto at = [&](Party party) {
        return shown.page.session().responses().at({CriterionId(QStringLiteral("GOV-01")), {}, party}).level;
    };
    QCOMPARE(at(Party::Centre), ResponseLevel::NotMet);
    QCOMPARE(at(Party::Auditor), ResponseLevel::Met);
}

void TestAuditPage::theBlankChecklistIsSavedAndPrinted_data()
{
    QTest::addColumn<int>("entry");
    QTest::newRow("saved") << 0;
    QTest::newRow("printed") << 1;
}

void TestAuditPage::theBlankChecklistIsSavedAndPrinted()
{
    QFETCH(const int, entry);
    Shown shown;
    const QString path = shown.room.file("blank.pdf");
    QAction *action = shown.find<QPushButton>("paperButton")->menu()->actions().at(entry);
    action->trigger(); // and cancelled
    QCOMPARE(shown.page.findChild<MessageBar *>()->text(), QString());
    shown.prompts.files = {path};
    action->trigger();
    const auto text = [&] { return shown.page.findChild<MessageBar *>()->text(); };
    QTRY_VERIFY(!text().isEmpty() && !text().contains(QStringLiteral("being made")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
    QVERIFY(file.size() > 10'000);
}

void TestAuditPage::aBlankChecklistThatCannotBeSavedIsTold()
{
    Shown shown;
    shown.prompts.files = {shown.room.file("no/such/blank.pdf")};
    shown.find<QPushButton>("paperButton")->menu()->actions().first()->trigger();
    const QString expected = errorText({ErrorCode::WriteFailed, {}, {}}).title;
    QTRY_VERIFY(shown.page.findChild<MessageBar *>()->text().contains(expected));
}

void TestAuditPage::theStatementOfADecidedAuditIsSaved()
{
    SessionRoom room;
    decide(room);
    ScriptedPrompts prompts;
    AuditPage page(std::move(room.session), prompts);
    QAction *action = page.findChild<QPushButton *>(QStringLiteral("paperButton"))->menu()->actions().at(2);
    const auto text = [&] { return page.findChild<MessageBar *>()->text(); };
    action->trigger(); // and cancelled
    QCOMPARE(text(), QString());
    prompts.texts = {QStringLiteral("next year")};
    action->trigger();
    QVERIFY(text().contains(QStringLiteral("“next year” is no day")));
    prompts.texts = {QStringLiteral("2020-01-01")};
    action->trigger();
    QVERIFY(text().contains(QStringLiteral("must lie behind the day of the decision")));
    const QString path = room.file("statement.pdf");
    prompts.texts = {room.now.localDate().addDays(700).toString(Qt::ISODate)};
    prompts.files = {path};
    action->trigger();
    QTRY_VERIFY(text().contains(QStringLiteral("was saved as")));
    const auto check = checkReport(path, {}, room.now);
    QVERIFY2(check, check ? "" : qPrintable(check.error().text()));
    QCOMPARE(check->verdict, ReportVerdict::Unsigned);
    QVERIFY(check->statement);
    QCOMPARE(check->statement->validUntil, room.now.localDate().addDays(700));
}

void TestAuditPage::nothingIsStatedBeforeTheDecision()
{
    Shown shown;
    shown.prompts.texts = {QStringLiteral("2030-01-01")};
    shown.find<QPushButton>("paperButton")->menu()->actions().at(2)->trigger();
    QVERIFY(shown.page.findChild<MessageBar *>()->text().contains(QStringLiteral("not decided yet")));
    QCOMPARE(shown.prompts.texts.size(), 1); // not even asked
}

void TestAuditPage::whatTheTrailNamesIsShownAtItsFacility()
{
    Shown shown;
    const auto current = [&](int role) { return shown.list()->currentIndex().data(role).toString(); };
    shown.page.showTarget(QStringLiteral("FAC-01 @ Ward 8"));
    QCOMPARE(current(ChecklistModel::CodeRole), QStringLiteral("FAC-01"));
    QCOMPARE(current(ChecklistModel::FacilityRole), QStringLiteral("Ward 8"));
    shown.page.showTarget(QStringLiteral("FAC-01 @ A name it has no more"));
    QCOMPARE(current(ChecklistModel::CodeRole), QStringLiteral("FAC-01"));
    QCOMPARE(current(ChecklistModel::FacilityRole), QStringLiteral("Ward 7"));
}

void TestAuditPage::aCellOfAFacilityLeadsToItsLine()
{
    Shown shown;
    auto *tabs = shown.find<QTabWidget>("tabs");
    auto *table = shown.find<QTableView>("matrixView");
    tabs->setCurrentWidget(shown.page.findChild<FacilitiesPage *>());
    table->setFocus();
    shown.press(Qt::Key_Right); // FAC-01 at Ward 8
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_Return);
    QCOMPARE(tabs->currentIndex(), 0);
    const QModelIndex line = shown.list()->currentIndex();
    QCOMPARE(line.data(ChecklistModel::CodeRole).toString(), QStringLiteral("FAC-01"));
    QCOMPARE(line.data(ChecklistModel::FacilityRole).toString(), QStringLiteral("Ward 8"));
    QCOMPARE(line.data(ChecklistModel::LevelRole).toInt(), int(ResponseLevel::Met));
    shown.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(line.data(ChecklistModel::LevelRole).toInt(), int(ResponseLevel::NotAssessed));
}

void TestAuditPage::continuingGoesToTheNextOpenCriterion()
{
    Shown shown;
    shown.press(Qt::Key_1);
    shown.find<QTabWidget>("tabs")->setCurrentIndex(2);
    shown.page.goToNextOpen();
    QCOMPARE(shown.find<QTabWidget>("tabs")->currentIndex(), 0);
    QCOMPARE(shown.list()->currentIndex().data(ChecklistModel::CodeRole).toString(), QStringLiteral("GOV-02"));
    QVERIFY(shown.list()->hasFocus());
}

QTEST_MAIN(TestAuditPage)
#include "tst_auditpage.moc"
