// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findingproposalsmodel.h"
#include "app/models/findingsmodel.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

/// Findings and what the answers propose, as rows that come and go one by one.
class TestFindingsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findingsComeChangeAndGoByTheirRow();
    void aFindingPutBackStandsAtItsNumber();
    void proposalsFollowAnswersAndFindings();
    void aProposalNamesTheFacilityOfTheWorstAnswer();

private:
    static CriterionId id(const char *text) { return CriterionId(QString::fromLatin1(text)); }
};

void TestFindingsModel::findingsComeChangeAndGoByTheirRow()
{
    SessionRoom room;
    FindingsModel model(*room.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    const auto raised = room.session->findings().raise(*room.session->findings().proposed(id("GOV-01"), {}));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, FindingsModel::NumberColumn).data().toString(), QStringLiteral("F-01"));
    QCOMPARE(model.index(0, FindingsModel::CriteriaColumn).data().toString(), QStringLiteral("GOV-01"));
    Finding changed = *room.session->findings().find(*raised);
    changed.statement = QStringLiteral("No scope\nstatement.");
    const QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(room.session->findings().change(changed));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(model.index(0, FindingsModel::StatementColumn).data().toString(), QStringLiteral("No scope statement."));
    QVERIFY(room.session->findings().remove(*raised, QString()));
    QCOMPARE(model.rowCount(), 0);
}

void TestFindingsModel::aFindingPutBackStandsAtItsNumber()
{
    SessionRoom room;
    FindingsModel model(*room.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<FindingId> raised;
    for (const char *code : {"GOV-01", "GOV-02", "GOV-03"}) {
        QVERIFY(room.answer(code, ResponseLevel::NotMet));
        raised.append(*room.session->findings().raise(*room.session->findings().proposed(id(code), {})));
    }
    const Finding second = *room.session->findings().find(raised.at(1));
    QVERIFY(room.session->findings().remove(second.id, QString()));
    QCOMPARE(model.rowOf(raised.at(2)), 1);
    QVERIFY(room.session->findings().restore(second));
    QCOMPARE(model.rowOf(second.id), 1);
    QCOMPARE(model.rowOf(raised.at(2)), 2);
}

void TestFindingsModel::proposalsFollowAnswersAndFindings()
{
    SessionRoom room;
    FindingProposalsModel model(*room.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(room.answer("GOV-05", ResponseLevel::NotMet));
    QVERIFY(room.answer("GOV-01", ResponseLevel::PartiallyMet));
    QVERIFY(room.answer("GOV-02", ResponseLevel::Met));
    model.update();
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.criterionAt(0), id("GOV-01")); // in reading order
    QCOMPARE(model.criterionAt(1), id("GOV-05"));
    QVERIFY(room.session->findings().raise(*model.findingAt(0)));
    model.update();
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(room.answer("GOV-05", ResponseLevel::Met));
    model.update();
    QCOMPARE(model.rowCount(), 0);
}

void TestFindingsModel::aProposalNamesTheFacilityOfTheWorstAnswer()
{
    SessionRoom room;
    FindingProposalsModel model(*room.session);
    const QList<FacilityId> facilities = room.session->board().part(id("FAC-01")).facilities;
    QCOMPARE(facilities.size(), 2);
    ResponseDesk &desk = room.session->responses();
    QVERIFY(desk.setLevel({id("FAC-01"), facilities.at(0), Party::Auditor}, ResponseLevel::PartiallyMet));
    QVERIFY(desk.setLevel({id("FAC-01"), facilities.at(1), Party::Auditor}, ResponseLevel::NotMet));
    model.update();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.findingAt(0)->facility, facilities.at(1));
}

QTEST_MAIN(TestFindingsModel)
#include "tst_findingsmodel.moc"
