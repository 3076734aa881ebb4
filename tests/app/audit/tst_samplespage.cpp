// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/samplegridmodel.h"
#include "app/pages/samplespage.h"
#include "app/support/messagebar.h"
#include "tests/app/scriptedprompts.h"
#include "tests/support/sessionroom.h"
#include "core/session/sampledesk.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QUndoStack>

using namespace cq;
using namespace cq::testing;

namespace {

struct Shown
{
    Shown()
    {
        page.resize(1180, 640);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        page.showCriterion(CriterionId(QStringLiteral("PAT-05")), {});
    }
    template <class W> W *find(const char *name) const { return page.findChild<W *>(QString::fromLatin1(name)); }
    QTableView *grid() const { return find<QTableView>("gridView"); }
    const Sample &sample() const { return room.session->samples().all().constFirst(); }
    void draw(int population, int size)
    {
        find<QSpinBox>("populationSpin")->setValue(population);
        find<QSpinBox>("sizeSpin")->setValue(size);
        QTest::mouseClick(find<QPushButton>("drawButton"), Qt::LeftButton);
    }
    void press(Qt::Key key) { QTest::keyClick(grid(), key); }

    SessionRoom room;
    QUndoStack undo;
    ScriptedPrompts prompts;
    SamplesPage page {*room.session, undo, prompts};
};

} // namespace

/// Drawing and filling samples by keys and clicks.
class TestSamplesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProposedSizeFollowsListAndWorksheet();
    void aDrawnSampleIsFilledByKeysCaseByCase();
    void drawingIsUndoneAndRedoneWithTheSameCases();
    void theProposedLevelIsTakenByTheAuditorOnly();
    void aLabelThatLooksLikeAPatientIsNotTaken();
    void removingAsksWhy();
    void aFrozenAuditStandsStill();
};

void TestSamplesPage::theProposedSizeFollowsListAndWorksheet()
{
    Shown shown;
    QCOMPARE(shown.find<QComboBox>("criterionBox")->currentData().toString(), QStringLiteral("PAT-05"));
    QCOMPARE(shown.find<QSpinBox>("sizeSpin")->value(), 14); // unknown population, 20 % tolerable
    shown.find<QSpinBox>("populationSpin")->setValue(20);
    QCOMPARE(shown.find<QSpinBox>("sizeSpin")->value(), 9);
    shown.find<QComboBox>("worksheetBox")->setCurrentIndex(1);
    shown.find<QSpinBox>("populationSpin")->setValue(100);
    QCOMPARE(shown.find<QSpinBox>("sizeSpin")->value(), 23); // 10 % tolerable
    QVERIFY(shown.find<QLabel>("sizeLabel")->text().contains(QStringLiteral("10 %")));
}

void TestSamplesPage::aDrawnSampleIsFilledByKeysCaseByCase()
{
    Shown shown;
    shown.draw(40, 2);
    QVERIFY(shown.grid()->hasFocus());
    QCOMPARE(shown.grid()->currentIndex().column(), int(SampleGridModel::FirstCheckColumn));
    const int checks = int(shown.sample().checks.size());
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_2);
    shown.press(Qt::Key_4);
    QCOMPARE(shown.sample().at(0, 0), CellAnswer::Met);
    QCOMPARE(shown.sample().at(0, 1), CellAnswer::NotMet);
    QCOMPARE(shown.sample().at(0, 2), CellAnswer::NotApplicable);
    for (int check = 3; check < checks; ++check)
        shown.press(Qt::Key_1);
    QCOMPARE(shown.grid()->currentIndex().row(), 1); // on to the next case
    shown.press(Qt::Key_1);
    shown.press(Qt::Key_Left);
    shown.press(Qt::Key_0);
    QCOMPARE(shown.sample().at(1, 0), CellAnswer::Open);
    shown.undo.undo();
    QCOMPARE(shown.sample().at(1, 0), CellAnswer::Met);
    QVERIFY(shown.find<QLabel>("resultLabel")->text().contains(QStringLiteral("1 of ")));
}

void TestSamplesPage::drawingIsUndoneAndRedoneWithTheSameCases()
{
    Shown shown;
    shown.draw(40, 5);
    const Sample drawn = shown.sample();
    shown.undo.undo();
    QVERIFY(shown.room.session->samples().all().isEmpty());
    QVERIFY(!shown.find<QWidget>("sheetFrame")->isVisible());
    shown.undo.redo();
    QCOMPARE(shown.sample(), drawn);
}

void TestSamplesPage::theProposedLevelIsTakenByTheAuditorOnly()
{
    Shown shown;
    shown.draw(40, 2);
    auto *take = shown.find<QPushButton>("levelButton");
    QVERIFY(!take->isVisible());
    for (qsizetype cell = 0; cell < shown.sample().cells.size(); ++cell)
        shown.press(cell == 0 ? Qt::Key_2 : Qt::Key_1);
    QVERIFY(take->isVisible());
    const ResponseKey key = shown.room.key("PAT-05");
    QCOMPARE(shown.room.session->responses().at(key).level, ResponseLevel::NotAssessed);
    QTest::mouseClick(take, Qt::LeftButton);
    QCOMPARE(shown.room.session->responses().at(key).level, ResponseLevel::PartiallyMet);
    shown.undo.undo();
    QCOMPARE(shown.room.session->responses().at(key).level, ResponseLevel::NotAssessed);
}

void TestSamplesPage::aLabelThatLooksLikeAPatientIsNotTaken()
{
    Shown shown;
    shown.draw(0, 2);
    const auto rename = [&](const QString &label) {
        shown.grid()->setCurrentIndex(shown.grid()->model()->index(0, SampleGridModel::LabelColumn));
        shown.press(Qt::Key_F2);
        const QPointer<QLineEdit> editor = shown.grid()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, label);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!editor); // what was typed is taken once control is back in the event loop
    };
    rename(QStringLiteral("JD 1970"));
    QCOMPARE(shown.sample().cases.first().label, QStringLiteral("A"));
    QVERIFY(shown.page.findChild<MessageBar *>()->text().contains(QStringLiteral("initials")));
    rename(QStringLiteral("night shift"));
    QCOMPARE(shown.sample().cases.first().label, QStringLiteral("night shift"));
    shown.undo.undo();
    QCOMPARE(shown.sample().cases.first().label, QStringLiteral("A"));
}

void TestSamplesPage::removingAsksWhy()
{
    Shown shown;
    shown.draw(40, 2);
    shown.press(Qt::Key_1);
    auto *remove = shown.find<QPushButton>("removeButton");
    QTest::mouseClick(remove, Qt::LeftButton); // cancelled
    QCOMPARE(shown.room.session->samples().all().size(), 1);
    shown.prompts.texts = {QStringLiteral("The list was the wrong one.")};
    const Sample before = shown.sample();
    QTest::mouseClick(remove, Qt::LeftButton);
    QVERIFY(shown.room.session->samples().all().isEmpty());
    shown.undo.undo();
    QCOMPARE(shown.sample(), before);
}

void TestSamplesPage::aFrozenAuditStandsStill()
{
    Shown shown;
    shown.draw(40, 2);
    QVERIFY(shown.room.session->moveTo(AuditState::Submitted, {}));
    shown.press(Qt::Key_1);
    QCOMPARE(shown.sample().at(0, 0), CellAnswer::Open);
    QVERIFY(!shown.page.findChild<MessageBar *>()->text().isEmpty());
    QVERIFY(!shown.find<QPushButton>("removeButton")->isVisible());
}

QTEST_MAIN(TestSamplesPage)
#include "tst_samplespage.moc"
