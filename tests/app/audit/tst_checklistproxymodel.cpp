// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/checklistmodel.h"
#include "app/models/checklistproxymodel.h"
#include "app/models/laneboard.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace cq;
using namespace cq::testing;

using Proxy = ChecklistProxyModel;

namespace {

/// A checklist with one row of every kind the chips know.
struct Checklist
{
    Checklist()
    {
        room.becomes(Role::QualityManager);
        require(room.answer("GOV-02", ResponseLevel::Met));
        room.becomes(Role::LeadAuditor);
        require(room.answer("GOV-01", ResponseLevel::Met));
        require(room.answer("GOV-02", ResponseLevel::PartiallyMet));
        require(room.answer("GOV-03", ResponseLevel::NotApplicable));
        require(room.answer("GOV-05", ResponseLevel::NotMet));
        require(room.session->responses().setNote(room.key("GOV-05"), QStringLiteral("The Ledger is lost.")));
        if (!room.session->findings().raise(
                *room.session->findings().proposed(CriterionId(QStringLiteral("GOV-05")), {})))
            throw std::runtime_error("no finding");
        room.setFact(FactId(QStringLiteral("onsite_apheresis")), std::nullopt);
    }
    static void require(const Result<void> &done)
    {
        if (!done)
            throw std::runtime_error(qPrintable(done.error().text()));
    }
    QStringList shown(const Proxy::Filter &filter)
    {
        proxy.setFilter(filter);
        QStringList codes;
        for (int row = 0; row < proxy.rowCount(); ++row)
            codes.append(proxy.index(row, 0).data(ChecklistModel::CodeRole).toString());
        codes.removeDuplicates();
        return codes;
    }

    SessionRoom room;
    LaneBoard lane {*room.session, Party::Auditor};
    ChecklistModel model {*room.session, lane, true};
    Proxy proxy {*room.session, model};
};

} // namespace

/// What each chip, the section, the facility and the search leave of the checklist.
class TestChecklistProxyModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachChipShowsItsRows_data();
    void eachChipShowsItsRows();
    void chipsTogetherNarrow();
    void whatTheProfileRulesOutIsHiddenUntilAskedFor();
    void openRowsAreThoseWithoutAnAnswerThatMayApply();
    void aSectionShowsOnlyItsCriteria();
    void aFacilityShowsOnlyItsRows();
    void theSearchLooksInCodeTextAndNote_data();
    void theSearchLooksInCodeTextAndNote();
    void theRowWorkedOnStaysUntilTheWorkMovesOn();
    void couldChangeFollowsTheBoard();
    void whatDocumentsAloneShowCanBeJudgedBeforeTheVisit();
};

void TestChecklistProxyModel::eachChipShowsItsRows_data()
{
    QTest::addColumn<int>("chip");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("with findings") << int(Proxy::WithFindings) << QStringList {QStringLiteral("GOV-05")};
    QTest::newRow("note missing") << int(Proxy::NoteMissing) << QStringList {QStringLiteral("GOV-02")};
    QTest::newRow("differs") << int(Proxy::Differs) << QStringList {QStringLiteral("GOV-02")};
    QTest::newRow("claimed") << int(Proxy::ClaimedNa) << QStringList {QStringLiteral("GOV-03")};
}

void TestChecklistProxyModel::eachChipShowsItsRows()
{
    QFETCH(const int, chip);
    QFETCH(const QStringList, codes);
    Checklist list;
    QCOMPARE(list.shown({Proxy::Chips(chip), {}, {}, {}}), codes);
}

void TestChecklistProxyModel::chipsTogetherNarrow()
{
    Checklist list;
    QCOMPARE(list.shown({Proxy::Differs | Proxy::WithFindings, {}, {}, {}}), QStringList());
    QCOMPARE(list.shown({Proxy::Differs | Proxy::NoteMissing, {}, {}, {}}), QStringList {QStringLiteral("GOV-02")});
}

void TestChecklistProxyModel::whatTheProfileRulesOutIsHiddenUntilAskedFor()
{
    Checklist list;
    list.room.setFact(FactId(QStringLiteral("onsite_apheresis")), FactValue(false));
    QVERIFY(!list.shown({}).contains(QStringLiteral("COL-03")));
    const QStringList out = list.shown({Proxy::NotApplicable, {}, {}, {}});
    QVERIFY(out.contains(QStringLiteral("COL-03")));
    QVERIFY(!out.contains(QStringLiteral("GOV-01")));
}

void TestChecklistProxyModel::openRowsAreThoseWithoutAnAnswerThatMayApply()
{
    Checklist list;
    list.proxy.setFilter({Proxy::Open, {}, {}, {}});
    QVERIFY(list.proxy.rowCount() > 0);
    for (int row = 0; row < list.proxy.rowCount(); ++row)
        QVERIFY(list.model.row(list.proxy.mapToSource(list.proxy.index(row, 0)).row()).isOpen());
    const QStringList undetermined = list.shown({Proxy::Undetermined, {}, {}, {}});
    QVERIFY(undetermined.contains(QStringLiteral("COL-03")));
    QVERIFY(!undetermined.contains(QStringLiteral("GOV-06")));
    for (const QString &code : list.shown({Proxy::Gates | Proxy::Open, {}, {}, {}}))
        QVERIFY(list.room.session->board().packs().criteria().at(
            list.room.session->packs().indexOf(CriterionId(code))).isGate);
}

void TestChecklistProxyModel::whatDocumentsAloneShowCanBeJudgedBeforeTheVisit()
{
    Checklist list;
    const QStringList codes = list.shown({Proxy::DeskReview, {}, {}, {}});
    QVERIFY(!codes.isEmpty());
    QVERIFY(!codes.contains(QStringLiteral("PAT-05"))); // a sample of files
    for (const QString &code : codes)
        QCOMPARE(list.room.session->packs().criteria().at(
                     list.room.session->packs().indexOf(CriterionId(code))).methods,
            QList<AssessmentMethod> {AssessmentMethod::DocumentReview});
}

void TestChecklistProxyModel::aSectionShowsOnlyItsCriteria()
{
    Checklist list;
    const QStringList codes = list.shown({{}, SectionId(QStringLiteral("GOV")), {}, {}});
    QCOMPARE(codes.size(), 8); // two of the ten do not apply here
    for (const QString &code : codes)
        QVERIFY(code.startsWith(QStringLiteral("GOV-")));
}

void TestChecklistProxyModel::aFacilityShowsOnlyItsRows()
{
    Checklist list;
    const FacilityId ward = list.room.session->facilities().constFirst().id;
    list.proxy.setFilter({{}, {}, ward, {}});
    QVERIFY(list.proxy.rowCount() > 0);
    for (int row = 0; row < list.proxy.rowCount(); ++row)
        QCOMPARE(list.model.row(list.proxy.mapToSource(list.proxy.index(row, 0)).row()).facility, ward);
}

void TestChecklistProxyModel::theSearchLooksInCodeTextAndNote_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("found");
    QTest::newRow("code, any case") << QStringLiteral("gov-08") << QStringLiteral("GOV-08");
    QTest::newRow("text") << QStringLiteral("written scope statement") << QStringLiteral("GOV-01");
    QTest::newRow("note") << QStringLiteral(" ledger ") << QStringLiteral("GOV-05");
}

void TestChecklistProxyModel::theSearchLooksInCodeTextAndNote()
{
    QFETCH(const QString, search);
    QFETCH(const QString, found);
    Checklist list;
    QCOMPARE(list.shown({{}, {}, {}, search}), QStringList {found});
    QCOMPARE(list.shown({{}, {}, {}, QStringLiteral("no such words anywhere")}), QStringList());
}

void TestChecklistProxyModel::theRowWorkedOnStaysUntilTheWorkMovesOn()
{
    Checklist list;
    const QAbstractItemModelTester tester(&list.proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    list.proxy.setFilter({Proxy::Open, {}, {}, {}});
    const QModelIndex worked = list.model.index(list.model.rowOf(CriterionId(QStringLiteral("GOV-08"))));
    QVERIFY(list.proxy.mapFromSource(worked).isValid());
    list.proxy.setWorkedOn(worked);
    QVERIFY(list.room.answer("GOV-08", ResponseLevel::Met));
    QVERIFY(list.proxy.mapFromSource(worked).isValid());
    list.proxy.setWorkedOn(list.model.index(list.model.rowOf(CriterionId(QStringLiteral("GOV-09")))));
    QTRY_VERIFY(!list.proxy.mapFromSource(worked).isValid());
}

void TestChecklistProxyModel::couldChangeFollowsTheBoard()
{
    Checklist list;
    list.proxy.setCouldChange({CriterionId(QStringLiteral("GOV-04"))});
    QCOMPARE(list.shown({Proxy::CouldChange, {}, {}, {}}), QStringList {QStringLiteral("GOV-04")});
    list.proxy.setCouldChange({CriterionId(QStringLiteral("GOV-08"))});
    QCOMPARE(list.proxy.rowCount(), 1);
    QCOMPARE(list.proxy.index(0, 0).data(ChecklistModel::CodeRole).toString(), QStringLiteral("GOV-08"));
}

QTEST_MAIN(TestChecklistProxyModel)
#include "tst_checklistproxymodel.moc"
