// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/checklistmodel.h"
#include "app/models/facilitymatrixmodel.h"
#include "app/models/laneboard.h"
#include "app/models/tonerole.h"
#include "app/support/words.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

/// The matrix of a fresh audit with two wards and an intensive care unit.
struct Matrix
{
    explicit Matrix(Role role = Role::LeadAuditor)
        : room(role)
    {
    }

    int rowOf(const char *criterion) const
    {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.firstKey(row).criterion == CriterionId(QString::fromLatin1(criterion)))
                return row;
        return -1;
    }
    int columnOf(const char *facility) const
    {
        for (int column = 0; column < model.columnCount(); ++column)
            if (model.headerData(column, Qt::Horizontal).toString() == QLatin1String(facility))
                return column;
        return -1;
    }
    QModelIndex cell(const char *criterion, const char *facility) const
    {
        return model.index(rowOf(criterion), columnOf(facility));
    }
    Result<void> answer(const char *criterion, const char *facility, ResponseLevel level)
    {
        return room.session->responses().setLevel(*model.keyAt(cell(criterion, facility)), level);
    }
    QModelIndex result(const char *criterion) const { return model.index(rowOf(criterion), model.resultColumn()); }

    SessionRoom room;
    LaneBoard lane {*room.session, *room.session->ownParty()};
    ChecklistModel checklist {*room.session, lane, true};
    FacilityMatrixModel model {*room.session, lane, checklist};
    QAbstractItemModelTester tester {&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestFacilityMatrixModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreWhatIsAnsweredPerFacility();
    void cellsOfOtherKindsAreSteppedOver();
    void anAnswerChangesItsCellAndTheResult();
    void theResultIsTheScoresOwn();
    void aFactBringsAndTakesRows();
    void anotherScopeIsAnotherTable();
    void whatIsHiddenShowsNowhere();
    void itHoldsTwentyTwoFacilities();
};

void TestFacilityMatrixModel::rowsAreWhatIsAnsweredPerFacility()
{
    const Matrix matrix;
    QCOMPARE(matrix.rowOf("GOV-01"), -1); // answered once
    const int row = matrix.rowOf("FAC-01");
    QVERIFY(row >= 0);
    QCOMPARE(matrix.model.columnCount(), 5);
    QCOMPARE(matrix.model.headerData(row, Qt::Vertical).toString().section(u' ', 0, 0), QStringLiteral("FAC-01"));
    QVERIFY(!matrix.model.index(row, FacilityMatrixModel::TextColumn).data().toString().isEmpty());
    const ResponseKey key = *matrix.model.keyAt(matrix.cell("FAC-01", "Ward 8"));
    QCOMPARE(key.criterion, CriterionId(QStringLiteral("FAC-01")));
    QCOMPARE(key.facility, matrix.room.session->facilities().last().id);
    QVERIFY(matrix.model.index(row, 0).data(FacilityMatrixModel::CriterionTextRole).toString().startsWith(
        QStringLiteral("FAC-01")));
}

void TestFacilityMatrixModel::cellsOfOtherKindsAreSteppedOver()
{
    const Matrix matrix;
    const QModelIndex icu = matrix.cell("FAC-01", "Intensive care"); // asked at clinical units
    QVERIFY(!matrix.model.keyAt(icu));
    QCOMPARE(icu.flags(), Qt::NoItemFlags);
    QVERIFY(!icu.data(Qt::ToolTipRole).toString().isEmpty());
    QVERIFY(matrix.model.keyAt(matrix.cell("FAC-02", "Intensive care")));
    QVERIFY(!matrix.model.keyAt(matrix.result("FAC-01")));
    QVERIFY(!matrix.model.isOpen(QModelIndex()));
}

void TestFacilityMatrixModel::anAnswerChangesItsCellAndTheResult()
{
    Matrix matrix;
    const QSignalSpy changed(&matrix.model, &QAbstractItemModel::dataChanged);
    const QModelIndex cell = matrix.cell("FAC-01", "Ward 7");
    QVERIFY(matrix.model.isOpen(cell));
    QVERIFY(matrix.answer("FAC-01", "Ward 7", ResponseLevel::PartiallyMet));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), cell);
    QCOMPARE(changed.at(1).at(0).toModelIndex(), matrix.result("FAC-01"));
    QVERIFY(!matrix.model.isOpen(cell));
    QVERIFY(cell.data().toString().contains(wordFor(ResponseLevel::PartiallyMet)));
    QVERIFY(cell.data().toString().endsWith(u'✎')); // its note is missing
    QCOMPARE(cell.data(LevelToneRole).toInt(), int(ResponseLevel::PartiallyMet));
    QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Ward 7")));
    QVERIFY(matrix.model.index(matrix.rowOf("FAC-01"), 0).data(FacilityMatrixModel::OpenRole).toBool());
    QVERIFY(matrix.answer("FAC-01", "Ward 8", ResponseLevel::Met));
    QVERIFY(!matrix.model.index(matrix.rowOf("FAC-01"), 0).data(FacilityMatrixModel::OpenRole).toBool());
    // An answer for the whole programme is no concern of this table.
    QVERIFY(matrix.room.answer("GOV-01", ResponseLevel::Met));
    QCOMPARE(changed.count(), 4);
}

void TestFacilityMatrixModel::theResultIsTheScoresOwn()
{
    Matrix matrix;
    QCOMPARE(matrix.result("FAC-01").data().toString(), QStringLiteral("○ open"));
    QVERIFY(matrix.answer("FAC-01", "Ward 7", ResponseLevel::NotMet));
    QVERIFY(matrix.result("FAC-01").data().toString().contains(QStringLiteral("open")));
    QVERIFY(matrix.answer("FAC-01", "Ward 8", ResponseLevel::Met));
    const ScoreBoard::Part part = matrix.room.session->board().part(CriterionId(QStringLiteral("FAC-01")));
    QCOMPARE(part.level, ResponseLevel::NotMet);
    QCOMPARE(matrix.result("FAC-01").data().toString(),
        symbolFor(part.level) + u' ' + percentText(part.graded, matrix.room.session->board().marks()));
    QCOMPARE(matrix.result("FAC-01").data(LevelToneRole).toInt(), int(ResponseLevel::NotMet));
    QVERIFY(matrix.result("FAC-01").data(Qt::AccessibleTextRole).toString().contains(wordFor(ResponseLevel::NotMet)));
}

void TestFacilityMatrixModel::aFactBringsAndTakesRows()
{
    Matrix matrix;
    SessionRoom &room = matrix.room;
    const auto unit = room.workspace->centres().addFacility(
        room.centre, {{}, QStringLiteral("Stem cell laboratory"), FacilityType::Laboratory, {}});
    QVERIFY(unit);
    Audit audit = room.session->audit();
    audit.scope.facilities.append(*unit);
    QVERIFY(room.session->change(audit));
    const int before = matrix.model.rowCount();
    QCOMPARE(matrix.rowOf("LAB-01"), -1); // nothing is processed here
    const QSignalSpy resets(&matrix.model, &QAbstractItemModel::modelReset);
    const FactId fact(QStringLiteral("onsite_processing"));
    room.setFact(fact, std::nullopt);
    QVERIFY(matrix.rowOf("LAB-01") >= 0);
    QCOMPARE(matrix.cell("LAB-01", "Stem cell laboratory").data().toString(), QStringLiteral("? open"));
    room.setFact(fact, FactValue(true));
    QCOMPARE(matrix.cell("LAB-01", "Stem cell laboratory").data().toString(), QStringLiteral("○ open"));
    room.setFact(fact, FactValue(false));
    QCOMPARE(matrix.model.rowCount(), before);
    QCOMPARE(resets.count(), 0);
}

void TestFacilityMatrixModel::anotherScopeIsAnotherTable()
{
    Matrix matrix;
    Audit audit = matrix.room.session->audit();
    audit.scope.facilities.removeLast();
    QVERIFY(matrix.room.session->change(audit));
    QCOMPARE(matrix.model.columnCount(), 4);
    QCOMPARE(matrix.columnOf("Ward 8"), -1);
    audit.scope.facilities.clear();
    QVERIFY(matrix.room.session->change(audit));
    QCOMPARE(matrix.model.rowCount(), 0);
}

void TestFacilityMatrixModel::whatIsHiddenShowsNowhere()
{
    SessionRoom room(Role::QualityManager);
    const CriterionId gate = [&] {
        for (const Criterion &criterion : room.session->packs().criteria())
            if (criterion.isGate && criterion.perFacility && room.session->board().part(criterion.id).applies == Truth::Yes
                && !room.session->board().part(criterion.id).facilities.first().isEmpty())
                return criterion.id;
        return CriterionId();
    }();
    QVERIFY(!gate.isEmpty());
    const FacilityId place = room.session->board().part(gate).facilities.first();
    QVERIFY(room.session->responses().setLevel({gate, place, Party::Centre}, ResponseLevel::NotMet));
    room.becomes(Role::Auditor);
    LaneBoard lane(*room.session, Party::Auditor);
    ChecklistModel checklist(*room.session, lane, true);
    FacilityMatrixModel model(*room.session, lane, checklist);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QModelIndex cell;
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            if (model.keyAt(model.index(row, column)) == ResponseKey {gate, place, Party::Auditor})
                cell = model.index(row, column);
    QVERIFY(cell.isValid());
    const QString other = wordFor(ResponseLevel::NotMet);
    for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
        QVERIFY(!cell.data(role).toString().contains(other));
    QVERIFY(room.session->responses().setLevel({gate, place, Party::Auditor}, ResponseLevel::Met));
    QVERIFY(cell.data().toString().endsWith(u'⇄'));
    QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(other));
}

void TestFacilityMatrixModel::itHoldsTwentyTwoFacilities()
{
    SessionRoom room;
    for (int number = int(room.session->facilities().size()); number < ScoreBoard::maxFacilities; ++number)
        QVERIFY(room.workspace->centres().addFacility(
            room.centre, {{}, QStringLiteral("Ward %1").arg(number + 10), FacilityType::ClinicalUnit, {}}));
    Audit audit = room.session->audit();
    audit.scope.facilities.clear();
    for (const Facility &facility : room.workspace->centres().find(room.centre).value().facilities)
        audit.scope.facilities.append(facility.id);
    QVERIFY(room.session->change(audit));
    LaneBoard lane(*room.session, Party::Auditor);
    ChecklistModel checklist(*room.session, lane, true);
    FacilityMatrixModel model(*room.session, lane, checklist);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.columnCount(), ScoreBoard::maxFacilities + 2);
    int asked = 0;
    for (int column = 0; column < model.columnCount(); ++column)
        asked += model.keyAt(model.index(0, column)).has_value();
    QCOMPARE(asked, room.session->board().part(model.firstKey(0).criterion).facilities.size());
}

QTEST_MAIN(TestFacilityMatrixModel)
#include "tst_facilitymatrixmodel.moc"
