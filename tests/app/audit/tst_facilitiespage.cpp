// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/checklistmodel.h"
#include "app/models/facilitymatrixmodel.h"
#include "app/models/laneboard.h"
#include "app/pages/facilitiespage.h"
#include "app/support/messagebar.h"
#include "tests/app/scriptedprompts.h"
#include "tests/support/sessionroom.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QUndoStack>

using namespace cq;
using namespace cq::testing;

namespace {

/// The table of facilities, shown and in focus at its first cell: FAC-01 at Ward 7.
struct Shown
{
    explicit Shown(bool writable = true)
        : checklist(*room.session, lane, writable)
        , page(*room.session, lane, checklist, undo, prompts)
    {
        page.resize(1000, 500);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        table()->setFocus();
    }
    template <class T> T *find(const char *name) const { return page.findChild<T *>(QString::fromLatin1(name)); }
    QTableView *table() const { return find<QTableView>("matrixView"); }
    QString message() const { return page.findChild<MessageBar *>()->text(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(table(), key, modifiers);
    }
    ResponseLevel levelOf(const char *criterion, int facility) const
    {
        const FacilityId place = room.session->facilities().at(facility).id;
        return room.session->responses().at({CriterionId(QString::fromLatin1(criterion)), place, Party::Auditor}).level;
    }

    SessionRoom room;
    LaneBoard lane {*room.session, Party::Auditor};
    QUndoStack undo;
    ScriptedPrompts prompts;
    ChecklistModel checklist;
    FacilitiesPage page;
};

} // namespace

class TestFacilitiesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeysAnswerTheCell_data();
    void theKeysAnswerTheCell();
    void arrowsStepOverCellsThatAreNotAsked();
    void fourAsksForTheJustification();
    void cCopiesTheAnswerAndUndoTakesItBack();
    void copyingAsksWhereAnAnswerWouldBeLost();
    void severalCellsAreAnsweredWithOneReason();
    void withoutAReasonNothingChanges();
    void spaceGoesToTheNextOpenCell();
    void onlyOpenRowsStayWhenAskedFor();
    void enterLeadsToTheCriterionAtTheFacility();
    void whereNothingMayBeAnsweredItSaysSo();
};

void TestFacilitiesPage::theKeysAnswerTheCell_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<ResponseLevel>("level");
    QTest::newRow("1") << int(Qt::Key_1) << ResponseLevel::Met;
    QTest::newRow("2") << int(Qt::Key_2) << ResponseLevel::PartiallyMet;
    QTest::newRow("3") << int(Qt::Key_3) << ResponseLevel::NotMet;
}

void TestFacilitiesPage::theKeysAnswerTheCell()
{
    QFETCH(const int, key);
    QFETCH(const ResponseLevel, level);
    Shown shown;
    shown.press(Qt::Key(key));
    QCOMPARE(shown.levelOf("FAC-01", 0), level);
    QCOMPARE(shown.levelOf("FAC-01", 2), ResponseLevel::NotAssessed);
    QCOMPARE(shown.undo.count(), 1);
    shown.press(Qt::Key_0);
    QCOMPARE(shown.levelOf("FAC-01", 0), ResponseLevel::NotAssessed);
    shown.undo.undo();
    QCOMPARE(shown.levelOf("FAC-01", 0), level);
    shown.undo.undo();
    QCOMPARE(shown.levelOf("FAC-01", 0), ResponseLevel::NotAssessed);
    shown.undo.redo();
    QCOMPARE(shown.levelOf("FAC-01", 0), level);
}

void TestFacilitiesPage::arrowsStepOverCellsThatAreNotAsked()
{
    Shown shown;
    shown.press(Qt::Key_Right); // intensive care is not asked
    shown.press(Qt::Key_1);
    QCOMPARE(shown.levelOf("FAC-01", 2), ResponseLevel::Met);
    QCOMPARE(shown.levelOf("FAC-01", 1), ResponseLevel::NotAssessed);
    QVERIFY(shown.find<QLabel>("criterionLabel")->text().startsWith(QStringLiteral("FAC-01")));
    shown.press(Qt::Key_Right); // what it comes to together
    shown.press(Qt::Key_1);
    QVERIFY(!shown.message().isEmpty());
    QCOMPARE(shown.undo.count(), 1);
}

void TestFacilitiesPage::fourAsksForTheJustification()
{
    Shown shown;
    shown.press(Qt::Key_4);
    QCOMPARE(shown.levelOf("FAC-01", 0), ResponseLevel::NotAssessed); // nothing was given
    shown.prompts.texts = {QStringLiteral("The ward is being built.")};
    shown.press(Qt::Key_4);
    QCOMPARE(shown.levelOf("FAC-01", 0), ResponseLevel::NotApplicable);
    const ResponseKey key {CriterionId(QStringLiteral("FAC-01")), shown.room.session->facilities().first().id, Party::Auditor};
    QCOMPARE(shown.room.session->responses().at(key).justification, QStringLiteral("The ward is being built."));
}

void TestFacilitiesPage::cCopiesTheAnswerAndUndoTakesItBack()
{
    Shown shown;
    shown.press(Qt::Key_C);
    QVERIFY(!shown.message().isEmpty()); // nothing to copy yet
    QCOMPARE(shown.undo.count(), 0);
    shown.press(Qt::Key_1);
    const qsizetype before = shown.room.trailLength();
    shown.press(Qt::Key_C);
    QCOMPARE(shown.levelOf("FAC-01", 2), ResponseLevel::Met);
    QVERIFY(shown.message().contains(QStringLiteral("Ward 8")));
    QVERIFY(!shown.message().contains(QStringLiteral("Intensive")));
    QCOMPARE(shown.room.trailLength(), before + 1);
    shown.undo.undo();
    QCOMPARE(shown.levelOf("FAC-01", 2), ResponseLevel::NotAssessed);
    QCOMPARE(shown.levelOf("FAC-01", 0), ResponseLevel::Met);
    shown.undo.redo();
    QCOMPARE(shown.levelOf("FAC-01", 2), ResponseLevel::Met);
}

void TestFacilitiesPage::copyingAsksWhereAnAnswerWouldBeLost()
{
    Shown shown;
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_Right);
    shown.press(Qt::Key_3);
    QTest::mouseClick(shown.find<QPushButton>("copyAnswerButton"), Qt::LeftButton);
    QCOMPARE(shown.levelOf("FAC-01", 0), ResponseLevel::Met); // not agreed to
    shown.prompts.agrees = true;
    QTest::mouseClick(shown.find<QPushButton>("copyAnswerButton"), Qt::LeftButton);
    QCOMPARE(shown.levelOf("FAC-01", 0), ResponseLevel::NotMet);
}

void TestFacilitiesPage::severalCellsAreAnsweredWithOneReason()
{
    Shown shown;
    shown.press(Qt::Key_Right, Qt::ShiftModifier);
    shown.prompts.texts = {QStringLiteral("Both seen on the same round.")};
    shown.press(Qt::Key_2);
    QCOMPARE(shown.levelOf("FAC-01", 0), ResponseLevel::PartiallyMet);
    QCOMPARE(shown.levelOf("FAC-01", 2), ResponseLevel::PartiallyMet);
    QCOMPARE(shown.undo.count(), 1);
    const QList<TrailEntry> trail = shown.room.session->trail().value();
    QCOMPARE(trail.last().reason, QStringLiteral("Both seen on the same round."));
    shown.undo.undo();
    QCOMPARE(shown.levelOf("FAC-01", 0), ResponseLevel::NotAssessed);
    QCOMPARE(shown.levelOf("FAC-01", 2), ResponseLevel::NotAssessed);
}

void TestFacilitiesPage::withoutAReasonNothingChanges()
{
    Shown shown;
    shown.press(Qt::Key_Right, Qt::ShiftModifier);
    shown.press(Qt::Key_2);
    QCOMPARE(shown.levelOf("FAC-01", 0), ResponseLevel::NotAssessed);
    QCOMPARE(shown.undo.count(), 0);
    QVERIFY(!shown.message().isEmpty());
}

void TestFacilitiesPage::spaceGoesToTheNextOpenCell()
{
    Shown shown;
    const QModelIndex first = shown.table()->currentIndex();
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_Space);
    QCOMPARE(shown.table()->currentIndex().row(), first.row());
    QCOMPARE(shown.table()->currentIndex().column(), first.column() + 2);
    for (int guard = 0; guard < 50 && !shown.message().contains(QStringLiteral("Every cell")); ++guard) {
        shown.press(Qt::Key_1);
        shown.press(Qt::Key_Space);
    }
    QVERIFY(shown.message().contains(QStringLiteral("Every cell")));
}

void TestFacilitiesPage::onlyOpenRowsStayWhenAskedFor()
{
    Shown shown;
    const int all = shown.table()->model()->rowCount();
    QVERIFY(all > 1);
    QTest::mouseClick(shown.find<QCheckBox>("openCheck"), Qt::LeftButton);
    QCOMPARE(shown.table()->model()->rowCount(), all);
    shown.table()->setFocus();
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_Right);
    shown.press(Qt::Key_1);
    QCOMPARE(shown.table()->model()->rowCount(), all); // does not vanish under the hand
    shown.press(Qt::Key_Down);
    QTRY_COMPARE(shown.table()->model()->rowCount(), all - 1);
    QVERIFY(shown.table()->currentIndex().isValid());
    QTest::mouseClick(shown.find<QCheckBox>("openCheck"), Qt::LeftButton);
    QCOMPARE(shown.table()->model()->rowCount(), all);
}

void TestFacilitiesPage::enterLeadsToTheCriterionAtTheFacility()
{
    Shown shown;
    QSignalSpy chosen(&shown.page, &FacilitiesPage::criterionChosen);
    shown.press(Qt::Key_Right);
    shown.press(Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().at(0).value<CriterionId>(), CriterionId(QStringLiteral("FAC-01")));
    QCOMPARE(chosen.first().at(1).value<FacilityId>(), shown.room.session->facilities().last().id);
    shown.press(Qt::Key_Home);
    QTest::mouseClick(shown.find<QPushButton>("goButton"), Qt::LeftButton);
    QCOMPARE(chosen.count(), 2);
}

void TestFacilitiesPage::whereNothingMayBeAnsweredItSaysSo()
{
    Shown shown(false);
    shown.press(Qt::Key_1);
    QCOMPARE(shown.levelOf("FAC-01", 0), ResponseLevel::NotAssessed);
    QVERIFY(!shown.message().isEmpty());
    QVERIFY(!shown.find<QPushButton>("copyAnswerButton")->isEnabled());
    QVERIFY(shown.find<QPushButton>("goButton")->isEnabled());
}

QTEST_MAIN(TestFacilitiesPage)
#include "tst_facilitiespage.moc"
