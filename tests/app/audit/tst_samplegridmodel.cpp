// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/samplegridmodel.h"
#include "app/models/samplesmodel.h"
#include "app/models/tonerole.h"
#include "app/support/visitwords.h"
#include "core/session/sampledesk.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

SampleId drawnIn(SessionRoom &room, int size = 3)
{
    Sample draft;
    draft.criterion = CriterionId(QStringLiteral("PAT-05"));
    draft.title = QStringLiteral("Patient files");
    draft.tolerableRate = 20;
    draft.population = 40;
    draft.checks = {QStringLiteral("Consent signed"), QStringLiteral("Language noted")};
    return room.session->samples().draw(draft, size).value();
}

} // namespace

class TestSampleGridModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGridFollowsTheDeskCellByCell();
    void aLabelIsAskedForNotSet();
    void aRemovedSampleLeavesAnEmptyGrid();
    void theListSaysWhatEachSampleShows();
    void theResultIsToldInASentence();
};

void TestSampleGridModel::theGridFollowsTheDeskCellByCell()
{
    SessionRoom room;
    const SampleId id = drawnIn(room);
    SampleGridModel model(*room.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(id);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Consent signed"));
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("B"));
    QCOMPARE(model.index(1, 1).data().toInt(), room.session->samples().find(id)->cases.at(1).place);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(room.session->samples().setCell(id, 1, 0, CellAnswer::NotMet));
    QCOMPARE(changed.count(), 1);
    const QModelIndex cell = model.index(1, 2);
    QCOMPARE(changed.first().at(0).toModelIndex(), cell);
    QCOMPARE(cell.data().toString(), QStringLiteral("✕"));
    QCOMPARE(cell.data(LevelToneRole).toInt(), int(ResponseLevel::NotMet));
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Case B, Consent signed: Not met"));
    QVERIFY(!model.index(0, 2).data(LevelToneRole).isValid());
}

void TestSampleGridModel::aLabelIsAskedForNotSet()
{
    SessionRoom room;
    SampleGridModel model(*room.session);
    model.show(drawnIn(room));
    const QSignalSpy entered(&model, &SampleGridModel::labelEntered);
    QVERIFY(!model.setData(model.index(0, 0), QStringLiteral("night"), Qt::EditRole));
    QCOMPARE(entered.count(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("A"));
    QVERIFY(!model.setData(model.index(0, 2), QStringLiteral("1"), Qt::EditRole));
    QCOMPARE(entered.count(), 1);
}

void TestSampleGridModel::aRemovedSampleLeavesAnEmptyGrid()
{
    SessionRoom room;
    const SampleId id = drawnIn(room);
    SampleGridModel model(*room.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(id);
    QVERIFY(room.session->samples().remove(id, {}));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
    QVERIFY(!model.sample());
}

void TestSampleGridModel::theListSaysWhatEachSampleShows()
{
    SessionRoom room;
    SamplesModel model(*room.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const SampleId id = drawnIn(room, 2);
    QCOMPARE(model.rowCount(), 1);
    for (int caseAt = 0; caseAt < 2; ++caseAt)
        for (int check = 0; check < 2; ++check)
            QVERIFY(room.session->samples().setCell(id, caseAt, check, caseAt + check == 0 ? CellAnswer::NotMet : CellAnswer::Met));
    QCOMPARE(model.index(0, SamplesModel::ResultColumn).data().toString(), QStringLiteral("1 of 2 failed"));
    QVERIFY(room.session->samples().remove(id, QStringLiteral("because")));
    QCOMPARE(model.rowCount(), 0);
}

void TestSampleGridModel::theResultIsToldInASentence()
{
    QVERIFY(sentenceFor({0, 8, 0}, 95).contains(QStringLiteral("up to 31 %")));
    QVERIFY(sentenceFor({3, 50, 0}, 95).startsWith(QStringLiteral("3 of 50")));
    QVERIFY(sentenceFor({3, 50, 0}, 95).contains(QStringLiteral("up to 15 %")));
    QVERIFY(!sentenceFor({0, 0, 4}, 95).contains(u'%'));
}

QTEST_MAIN(TestSampleGridModel)
#include "tst_samplegridmodel.moc"
