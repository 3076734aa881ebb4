// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/checklistmodel.h"
#include "app/models/laneboard.h"
#include "app/models/sectionmodel.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

/// ChecklistModel and SectionModel over a live session.
class TestChecklistModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothModelsHoldWhileAnswersFactsAndFindingsChange();
    void everyCriterionHasOneRowPerPlaceWhereItIsAnswered();
    void anAnswerAnnouncesItsRowAndItsSectionsOnly();
    void aFactThatRulesCriteriaOutIsShownInWords();
    void aFacilityThatLeavesTheScopeTakesItsRowsWithoutAReset();
    void findingsAreCountedAtTheirCriteria();
    void theOtherSidesAnswerIsCompared();
    void aLaneBesideTheResultScoresItsOwnAnswers();
    void aFollowUpLaneShowsWhatWasAuditedUntilItIsAnsweredAgain();

private:
    static CriterionId id(const char *text) { return CriterionId(QString::fromLatin1(text)); }
};

void TestChecklistModel::bothModelsHoldWhileAnswersFactsAndFindingsChange()
{
    SessionRoom room;
    LaneBoard lane(*room.session, Party::Auditor);
    ChecklistModel model(*room.session, lane, true);
    SectionModel sections(*room.session, lane);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester sectionTester(&sections, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    QVERIFY(room.answer("FAC-01", ResponseLevel::NotApplicable));
    room.setFact(FactId(QStringLiteral("onsite_apheresis")), FactValue(true));
    room.setFact(FactId(QStringLiteral("onsite_apheresis")), std::nullopt);
    QVERIFY(room.session->findings().raise(*room.session->findings().proposed(id("GOV-01"), {})));
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotAssessed));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(model.row(model.rowOf(id("GOV-01"))).level, ResponseLevel::NotAssessed);
}

void TestChecklistModel::everyCriterionHasOneRowPerPlaceWhereItIsAnswered()
{
    SessionRoom room;
    LaneBoard lane(*room.session, Party::Auditor);
    const ChecklistModel model(*room.session, lane, true);
    int expected = 0;
    for (const Criterion &criterion : room.session->packs().criteria())
        expected += qMax(1, int(room.session->board().part(criterion.id).facilities.size()));
    QCOMPARE(model.rowCount(), expected);
    const int first = model.rowOf(id("FAC-01"));
    QCOMPARE(model.row(first).facilityName, QStringLiteral("Ward 7"));
    QCOMPARE(model.row(first + 1).facilityName, QStringLiteral("Ward 8"));
    QCOMPARE(model.keyAt(first + 1).criterion, id("FAC-01"));
    QCOMPARE(model.rowOf(id("FAC-01"), model.keyAt(first + 1).facility), first + 1);
    QCOMPARE(model.rowOf(id("NONE-01")), -1);
}

void TestChecklistModel::anAnswerAnnouncesItsRowAndItsSectionsOnly()
{
    SessionRoom room;
    LaneBoard lane(*room.session, Party::Auditor);
    const ChecklistModel model(*room.session, lane, true);
    const SectionModel sections(*room.session, lane);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy sectionsChanged(&sections, &QAbstractItemModel::dataChanged);
    QVERIFY(room.answer("GOV-01", ResponseLevel::PartiallyMet));
    QCOMPARE(changed.count(), 1);
    const int row = model.rowOf(id("GOV-01"));
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), row);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), row);
    QCOMPARE(model.index(row).data(ChecklistModel::LevelRole).toInt(), int(ResponseLevel::PartiallyMet));
    QVERIFY(model.index(row).data(ChecklistModel::NoteMissingRole).toBool());
    QCOMPARE(sectionsChanged.count(), 2); // the whole audit and Governance
    QCOMPARE(sections.index(sections.rowOf(SectionId(QStringLiteral("GOV")))).data(SectionModel::CountRole).toString(),
        QStringLiteral("1 of 8"));
}

void TestChecklistModel::aFactThatRulesCriteriaOutIsShownInWords()
{
    SessionRoom room;
    LaneBoard lane(*room.session, Party::Auditor);
    const ChecklistModel model(*room.session, lane, true);
    const FactId fact(QStringLiteral("onsite_apheresis"));
    const int row = model.rowOf(id("COL-03"));
    QVERIFY(row >= 0);
    QCOMPARE(model.row(row).applies, Truth::No);
    const QString label = room.session->packs().facts().at(room.session->packs().indexOf(fact)).label;
    QVERIFY(model.index(row).data(ChecklistModel::RuledOutByRole).toString().contains(label));
    QVERIFY(!model.index(row).data(ChecklistModel::WritableRole).toBool());
    room.setFact(fact, FactValue(true));
    QCOMPARE(model.row(model.rowOf(id("COL-03"))).applies, Truth::Yes);
}

void TestChecklistModel::aFacilityThatLeavesTheScopeTakesItsRowsWithoutAReset()
{
    SessionRoom room;
    LaneBoard lane(*room.session, Party::Auditor);
    ChecklistModel model(*room.session, lane, true);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const int before = model.rowCount();
    const FacilityId gone = model.row(model.rowOf(id("FAC-01"))).facility;
    Audit audit = room.session->audit();
    audit.scope.facilities.removeAll(gone);
    QVERIFY(room.session->change(audit));
    QVERIFY(model.rowCount() < before);
    QCOMPARE(model.rowOf(id("FAC-01"), gone), -1);
    audit.scope.facilities.prepend(gone);
    QVERIFY(room.session->change(audit));
    QCOMPARE(model.rowCount(), before);
    QCOMPARE(resets.count(), 0);
}

void TestChecklistModel::findingsAreCountedAtTheirCriteria()
{
    SessionRoom room;
    LaneBoard lane(*room.session, Party::Auditor);
    const ChecklistModel model(*room.session, lane, true);
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    const auto raised = room.session->findings().raise(*room.session->findings().proposed(id("GOV-01"), {}));
    QCOMPARE(model.row(model.rowOf(id("GOV-01"))).findings, 1);
    QVERIFY(room.session->findings().remove(*raised, QString()));
    QCOMPARE(model.row(model.rowOf(id("GOV-01"))).findings, 0);
}

void TestChecklistModel::theOtherSidesAnswerIsCompared()
{
    SessionRoom room(Role::QualityManager);
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    room.becomes(Role::Auditor);
    LaneBoard lane(*room.session, Party::Auditor);
    const ChecklistModel model(*room.session, lane, true);
    const int row = model.rowOf(id("GOV-01"));
    QVERIFY(!model.row(row).differs()); // nothing to compare yet
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    QVERIFY(model.row(row).differs());
    QCOMPARE(model.row(row).otherLevel, ResponseLevel::Met);
}

void TestChecklistModel::aLaneBesideTheResultScoresItsOwnAnswers()
{
    SessionRoom room(Role::QualityManager);
    LaneBoard lane(*room.session, Party::Centre);
    const QSignalSpy changed(&lane, &LaneBoard::changed);
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(changed.count() >= 1);
    QCOMPARE(lane.board().overall().answered, 1);
    QCOMPARE(room.session->board().overall().answered, 0); // the auditors' lane is the result
    const ScoreSheet whole = room.session->sheetFor(Party::Centre).value();
    QCOMPARE(lane.board().overall(), whole.overall);
    room.setFact(FactId(QStringLiteral("onsite_apheresis")), FactValue(true));
    QCOMPARE(lane.board().overall(), room.session->sheetFor(Party::Centre).value().overall);
}

void TestChecklistModel::aFollowUpLaneShowsWhatWasAuditedUntilItIsAnsweredAgain()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::PartiallyMet));
    QVERIFY(room.answer("GOV-02", ResponseLevel::Met));
    for (const AuditState state : {AuditState::Submitted, AuditState::InReview, AuditState::ActionsOpen})
        QVERIFY(room.session->moveTo(state, {}));
    for (const Party party : {Party::Correction, Party::Verification}) {
        room.becomes(party == Party::Correction ? Role::QualityManager : Role::LeadAuditor);
        LaneBoard lane(*room.session, party);
        ChecklistModel model(*room.session, lane, true);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QModelIndex wanting = model.index(model.rowOf(id("GOV-01")));
        const QModelIndex met = model.index(model.rowOf(id("GOV-02")));
        QCOMPARE(wanting.data(ChecklistModel::LevelRole).toInt(), int(ResponseLevel::PartiallyMet));
        QVERIFY(wanting.data(ChecklistModel::WritableRole).toBool());
        QVERIFY(!met.data(ChecklistModel::WritableRole).toBool());
        const Score before = lane.board().overall().graded;
        QVERIFY(room.session->responses().setLevel(model.keyAt(wanting.row()), ResponseLevel::Met));
        QCOMPARE(wanting.data(ChecklistModel::LevelRole).toInt(), int(ResponseLevel::Met));
        QVERIFY(wanting.data(ChecklistModel::DiffersRole).toBool());
        QVERIFY(lane.board().overall().graded != before);
    }
}

QTEST_MAIN(TestChecklistModel)
#include "tst_checklistmodel.moc"
