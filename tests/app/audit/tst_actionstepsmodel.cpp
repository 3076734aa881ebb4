// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/actionstepsmodel.h"

#include "app/support/words.h"
#include "tests/support/fullrecord.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestActionStepsModel : public QObject
{
    Q_OBJECT

private:
    static QString cell(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

private Q_SLOTS:
    void itTellsWhenWhatWhoAndWhatWasSaid()
    {
        ActionStepsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const CorrectiveAction action = aFullAction(FindingId(QStringLiteral("f")));
        model.setAction(action);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 1, ActionStepsModel::WhenColumn), momentText(action.steps[1].at));
        QCOMPARE(cell(model, 1, ActionStepsModel::WhatColumn), wordFor(FindingState::ResponseReceived));
        QCOMPARE(cell(model, 1, ActionStepsModel::WhoColumn), QStringLiteral("Quentin Muster"));
        QCOMPARE(cell(model, 1, ActionStepsModel::RemarkColumn), QStringLiteral("See the letter."));
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void aStepIsAddedAndOtherFindingsReplaceAll()
    {
        ActionStepsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        CorrectiveAction action = aFullAction(FindingId(QStringLiteral("f")));
        model.setAction(action);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy added(&model, &QAbstractItemModel::rowsInserted);
        action.steps.append(
            {FindingState::Returned, QStringLiteral("Who\nowns it?"), QStringLiteral("Ada Auditor"), atMinute(80)});
        model.setAction(action);
        model.setAction(action);
        QCOMPARE(added.count(), 1);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(cell(model, 2, ActionStepsModel::RemarkColumn), QStringLiteral("Who owns it?"));
        QCOMPARE(model.index(2, 0).data(ActionStepsModel::FullRemarkRole).toString(), QStringLiteral("Who\nowns it?"));
        CorrectiveAction other;
        other.finding = FindingId(QStringLiteral("g"));
        model.setAction(other);
        QCOMPARE(resets.count(), 1);
        QCOMPARE(model.rowCount(), 0);
    }

    void aFailedCheckIsToldAsSuch()
    {
        ActionStepsModel model;
        CorrectiveAction action;
        action.steps = {{FindingState::Closed, {}, QStringLiteral("Ada Auditor"), atMinute(1)},
            {FindingState::Closed, QStringLiteral("Unsigned."), QStringLiteral("Ada Auditor"), atMinute(2)}};
        model.setAction(action);
        QCOMPARE(cell(model, 0, ActionStepsModel::WhatColumn), wordFor(FindingState::Closed));
        QCOMPARE(cell(model, 1, ActionStepsModel::WhatColumn), wordFor(EffectivenessResult::NotEffective));
    }
};

QTEST_MAIN(TestActionStepsModel)
#include "tst_actionstepsmodel.moc"
