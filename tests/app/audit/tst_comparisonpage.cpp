// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/agreementmodel.h"
#include "app/models/comparisonmodel.h"
#include "app/pages/comparisonpage.h"
#include "app/support/words.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

CriterionId id(const QString &code)
{
    return CriterionId(code);
}

/// A room in which the centre has answered Met to a gate, and to two others, before the auditor comes.
struct TwoSides : SessionRoom
{
    TwoSides() : SessionRoom(Role::QualityManager)
    {
        for (const char *code : {"GOV-01", "GOV-02", "GOV-04"})
            if (!answer(code, ResponseLevel::Met))
                throw std::runtime_error("the centre could not answer");
        becomes(Role::Auditor);
    }
};

QString cell(const QAbstractItemModel &model, const QString &code, int column)
{
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data(ComparisonModel::CriterionRole).toString() == code)
            return model.index(row, column).data().toString();
    return {};
}

} // namespace

/// The lanes side by side: what they say, in which order, and what is kept back.
class TestComparisonPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsMoveToTheTopWhenTheySurprise();
    void whatTheCentreSaidOfAGateIsHiddenUntilTheAuditorAnswers();
    void agreementIsToldBySection();
    void aRowLeadsToItsCriterion();
    void onlyDifferencesCanBeShown();
    void kappaSaysFromHowManyPairsItIsShown();
};

void TestComparisonPage::rowsMoveToTheTopWhenTheySurprise()
{
    TwoSides room;
    ComparisonModel model(*room.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.refresh(room.session->comparison());
    QCOMPARE(cell(model, QStringLiteral("GOV-04"), ComparisonModel::ClassColumn), QStringLiteral("Open"));
    QVERIFY(room.answer("GOV-04", ResponseLevel::NotMet));
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    model.refresh(room.session->comparison());
    QCOMPARE(model.index(0, 0).data(ComparisonModel::CriterionRole).toString(), QStringLiteral("GOV-04"));
    QVERIFY(model.index(0, ComparisonModel::ClassColumn).data().toString().contains(QStringLiteral("Surprise")));
    QVERIFY(model.index(0, ComparisonModel::CodeColumn).data().toString().contains(QStringLiteral("gate")));
    QVERIFY(model.index(0, ComparisonModel::SelfColumn).data().toString().contains(wordFor(ResponseLevel::Met)));
    QVERIFY(model.index(0, ComparisonModel::AuditorColumn).data().toString().contains(wordFor(ResponseLevel::NotMet)));
    QVERIFY(model.index(0, 0).data(ComparisonModel::DiffersRole).toBool());
    QVERIFY(cell(model, QStringLiteral("GOV-01"), ComparisonModel::ClassColumn).contains(QStringLiteral("Agree")));
    QCOMPARE(model.columnCount(), int(ComparisonModel::ColumnCount));
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TestComparisonPage::whatTheCentreSaidOfAGateIsHiddenUntilTheAuditorAnswers()
{
    TwoSides room;
    ComparisonPage page(*room.session);
    page.show();
    const QString gate = QStringLiteral("GOV-04");
    auto *blind = page.findChild<QLabel *>(QStringLiteral("blindLabel"));
    QVERIFY(blind->isVisible());
    const auto told = [&] { return cell(page.model(), gate, ComparisonModel::SelfColumn); };
    QVERIFY2(told().startsWith(QStringLiteral("hidden")), qPrintable(told()));
    QVERIFY(cell(page.model(), QStringLiteral("GOV-02"), ComparisonModel::SelfColumn)
                .contains(wordFor(ResponseLevel::Met)));
    QVERIFY(room.answer("GOV-04", ResponseLevel::PartiallyMet));
    QTRY_VERIFY(told().contains(wordFor(ResponseLevel::Met)));
    room.session->responses().setBlindMode(BlindMode::Off);
    QTRY_VERIFY(!blind->isVisible());
    room.session->responses().setBlindMode(BlindMode::All);
    QTRY_VERIFY(
        cell(page.model(), QStringLiteral("GOV-02"), ComparisonModel::SelfColumn).startsWith(QStringLiteral("hidden")));
}

void TestComparisonPage::agreementIsToldBySection()
{
    TwoSides room;
    AgreementModel model(room.session->packs());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.refresh(room.session->comparison());
    QCOMPARE(model.rowCount(), 1); // the whole, without a pair
    QCOMPARE(model.index(0, AgreementModel::AgreementColumn).data().toString(), QStringLiteral("–"));
    QVERIFY(room.answer("GOV-04", ResponseLevel::NotMet));
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    model.refresh(room.session->comparison());
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&](AgreementModel::Column column) { return model.index(1, column).data().toString(); };
    QCOMPARE(text(AgreementModel::PairsColumn), QStringLiteral("2"));
    QCOMPARE(text(AgreementModel::AgreementColumn), percentText({1, 2}, {}));
    QCOMPARE(text(AgreementModel::OverRatedColumn), percentText({1, 2}, {}));
    QVERIFY2(text(AgreementModel::GapColumn).startsWith(u'+'), qPrintable(text(AgreementModel::GapColumn)));
    QVERIFY(text(AgreementModel::GapColumn).endsWith(QStringLiteral("00")));
}

void TestComparisonPage::aRowLeadsToItsCriterion()
{
    TwoSides room;
    QVERIFY(room.answer("GOV-04", ResponseLevel::NotMet));
    ComparisonPage page(*room.session);
    page.show();
    auto *view = page.findChild<QTableView *>(QStringLiteral("rowsView"));
    QSignalSpy chosen(&page, &ComparisonPage::criterionChosen);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.takeFirst().first().value<CriterionId>(), id(QStringLiteral("GOV-04")));
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("openButton")), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
}

void TestComparisonPage::onlyDifferencesCanBeShown()
{
    TwoSides room;
    QVERIFY(room.answer("GOV-04", ResponseLevel::NotMet));
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    ComparisonPage page(*room.session);
    page.show();
    auto *view = page.findChild<QTableView *>(QStringLiteral("rowsView"));
    QVERIFY(view->model()->rowCount() > minPairsForKappa);
    QTest::mouseClick(
        page.findChild<QCheckBox *>(QStringLiteral("differsCheck")), Qt::LeftButton, Qt::NoModifier, {8, 8});
    QCOMPARE(view->model()->rowCount(), 1);
    QVERIFY(room.answer("GOV-04", ResponseLevel::Met));
    QTRY_COMPARE(view->model()->rowCount(), 0);
}

void TestComparisonPage::kappaSaysFromHowManyPairsItIsShown()
{
    SessionRoom room(Role::QualityManager);
    QStringList codes;
    for (const Criterion &criterion : room.session->packs().criteria()) {
        const auto part = room.session->board().part(criterion.id);
        if (part.applies == Truth::Yes && !criterion.perFacility && codes.size() < minPairsForKappa)
            codes.append(criterion.id.text());
    }
    for (const Role role : {Role::QualityManager, Role::Auditor}) {
        room.becomes(role);
        for (const QString &code : codes.mid(0, minPairsForKappa - 1))
            QVERIFY(room.answer(
                qPrintable(code), codes.indexOf(code) % 2 == 0 ? ResponseLevel::Met : ResponseLevel::NotMet));
    }
    ComparisonPage page(*room.session);
    page.show();
    auto *kappa = page.findChild<QLabel *>(QStringLiteral("kappaLabel"));
    QVERIFY2(kappa->text().contains(QStringLiteral("30")) && kappa->text().contains(QStringLiteral("29")),
        qPrintable(kappa->text()));
    room.becomes(Role::QualityManager);
    QVERIFY(room.answer(qPrintable(codes.last()), ResponseLevel::Met));
    room.becomes(Role::Auditor);
    QVERIFY(room.answer(qPrintable(codes.last()), ResponseLevel::Met));
    QTRY_VERIFY2(kappa->text().contains(QStringLiteral("over 30 pair")), qPrintable(kappa->text()));
    QVERIFY2(kappa->text().contains(QLocale().toString(1.0, 'f', 2)), qPrintable(kappa->text()));
}

QTEST_MAIN(TestComparisonPage)
#include "tst_comparisonpage.moc"
