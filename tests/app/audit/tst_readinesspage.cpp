// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/fixesmodel.h"
#include "app/models/gapsmodel.h"
#include "app/models/laneboard.h"
#include "app/pages/readinesspage.h"
#include "app/support/words.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

const QDate today(2026, 11, 22);

/// A self-assessment in which all is Met but a gate and a major criterion, and its page.
struct Shown
{
    Shown() : room(Role::QualityManager, AuditKind::SelfAssessment)
    {
        ResponseDesk &desk = room.session->responses();
        for (const Criterion &criterion : room.session->packs().criteria()) {
            const auto part = room.session->board().part(criterion.id);
            if (part.applies == Truth::Yes && part.isScored)
                for (const FacilityId &facility : part.facilities)
                    if (!desk.setLevel({criterion.id, facility, Party::Centre}, ResponseLevel::Met))
                        throw std::runtime_error("the centre could not answer");
        }
        for (const char *code : {"GOV-04", "GOV-01"})
            if (!room.answer(code, ResponseLevel::NotMet))
                throw std::runtime_error("the centre could not answer");
        lane = std::make_unique<LaneBoard>(*room.session, Party::Centre);
        page = std::make_unique<ReadinessPage>(*room.session, *lane, today);
        page->resize(1100, 600);
        page->show();
    }
    template <class W> W *find(const char *name) const { return page->findChild<W *>(QString::fromLatin1(name)); }
    QString text(const char *label) const { return find<QLabel>(label)->text(); }

    SessionRoom room;
    std::unique_ptr<LaneBoard> lane;
    std::unique_ptr<ReadinessPage> page;
};

} // namespace

/// What a centre still has to do: gaps, what fixing them would change, and the rest of the page.
class TestReadinessPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gapsStandGatesFirstAndGoWhenTheyAreMet();
    void aCheckedGapShowsWhatWouldBeAndStoresNothing();
    void theFixesLeadToTheOutcomeAndCanBeAskedForASection();
    void claimsCertificatesAndProgressAreTold();
    void enterLeadsToTheCriterion();
};

void TestReadinessPage::gapsStandGatesFirstAndGoWhenTheyAreMet()
{
    Shown shown;
    GapsModel &gaps = shown.page->gaps();
    const QAbstractItemModelTester tester(&gaps, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(gaps.rowCount(), 2);
    QVERIFY(gaps.index(0, GapsModel::CodeColumn).data().toString().startsWith(QStringLiteral("GOV-04 ■")));
    QVERIFY(gaps.index(0, GapsModel::LevelColumn).data().toString().contains(wordFor(ResponseLevel::NotMet)));
    QCOMPARE(gaps.index(0, GapsModel::WeightColumn).data().toString(), QLocale().toString(5.0, 'f', 1));
    QVERIFY(gaps.setData(gaps.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!gaps.setData(gaps.index(0, 1), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!gaps.setData(gaps.index(0, 0), QStringLiteral("Met"), Qt::EditRole));
    QVERIFY(shown.room.answer("GOV-04", ResponseLevel::PartiallyMet));
    QTRY_VERIFY(gaps.index(0, GapsModel::LevelColumn).data().toString().contains(wordFor(ResponseLevel::PartiallyMet)));
    QCOMPARE(gaps.fixed().size(), 1); // still being tried
    QVERIFY(shown.room.answer("GOV-04", ResponseLevel::Met));
    QTRY_COMPARE(gaps.rowCount(), 1);
    QVERIFY(gaps.fixed().isEmpty());
    QVERIFY(shown.room.answer("GOV-01", ResponseLevel::Met));
    QTRY_COMPARE(gaps.rowCount(), 0);
    QVERIFY2(shown.text("gapsLabel").startsWith(QStringLiteral("No gap")), qPrintable(shown.text("gapsLabel")));
}

void TestReadinessPage::aCheckedGapShowsWhatWouldBeAndStoresNothing()
{
    Shown shown;
    const qsizetype entries = shown.room.trailLength();
    QVERIFY(shown.text("nowLabel").contains(wordFor(OutcomeKind::NotQualified)));
    auto *clear = shown.find<QPushButton>("clearButton");
    QVERIFY(!clear->isEnabled());
    auto *view = shown.find<QTableView>("gapsView");
    view->setFocus();
    view->setCurrentIndex(shown.page->gaps().index(0, 0));
    QTest::keyClick(view, Qt::Key_Space);
    QVERIFY2(
        shown.text("whatIfLabel").contains(wordFor(OutcomeKind::Qualified)), qPrintable(shown.text("whatIfLabel")));
    QVERIFY(shown.text("nowLabel").contains(wordFor(OutcomeKind::NotQualified)));
    QCOMPARE(shown.room.session->board().outcomeKind(), OutcomeKind::NotQualified);
    QCOMPARE(shown.room.trailLength(), entries);
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(shown.page->gaps().fixed().isEmpty());
    QVERIFY(!shown.text("whatIfLabel").contains(wordFor(OutcomeKind::Qualified)));
}

void TestReadinessPage::theFixesLeadToTheOutcomeAndCanBeAskedForASection()
{
    Shown shown;
    FixesModel &fixes = shown.page->fixes();
    const QAbstractItemModelTester tester(&fixes, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(fixes.rowCount(), 2);
    QVERIFY(fixes.index(0, FixesModel::CodeColumn).data().toString().contains(QStringLiteral("GOV-04")));
    QCOMPARE(fixes.index(0, FixesModel::OutcomeColumn).data().toString(), wordFor(OutcomeKind::Qualified));
    QCOMPARE(fixes.index(1, FixesModel::GradedColumn).data().toString(), percentText({1, 1}, {}));
    auto *box = shown.find<QComboBox>("sectionBox");
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down); // the first section, which holds both
    QCOMPARE(fixes.rowCount(), 2);
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(fixes.rowCount(), 0);
}

void TestReadinessPage::claimsCertificatesAndProgressAreTold()
{
    Shown shown;
    QVERIFY(shown.text("claimsLabel").startsWith(QStringLiteral("Nothing")));
    QVERIFY(shown.text("certificatesLabel").contains(QStringLiteral("no certificate")));
    QVERIFY(shown.text("progressLabel").contains(QStringLiteral("no earlier")));
    QVERIFY(shown.room.answer("GOV-02", ResponseLevel::NotApplicable));
    QTRY_VERIFY(!shown.text("claimsLabel").startsWith(QStringLiteral("Nothing")));
    const auto hold = [&shown](const char *scheme, const QDate &until) {
        Certificate certificate;
        certificate.scheme = QString::fromLatin1(scheme);
        certificate.validUntil = until;
        return shown.room.workspace->centres().addCertificate(shown.room.centre, certificate).operator bool();
    };
    QVERIFY(hold("Later", today.addDays(30)));
    QVERIFY(hold("Gone", today.addDays(-1)));
    QVERIFY(hold("Unlimited", {}));
    QTRY_VERIFY(shown.text("certificatesLabel").contains(QStringLiteral("Unlimited")));
    const QStringList lines = shown.text("certificatesLabel").split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).contains(QStringLiteral("Gone: ran out")));
    QVERIFY(lines.at(1).contains(QStringLiteral("Later")));
    QVERIFY(lines.at(2).contains(QStringLiteral("Unlimited: no end")));
}

void TestReadinessPage::enterLeadsToTheCriterion()
{
    Shown shown;
    QSignalSpy chosen(shown.page.get(), &ReadinessPage::criterionChosen);
    auto *view = shown.find<QTableView>("gapsView");
    view->setFocus();
    view->setCurrentIndex(shown.page->gaps().index(1, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<CriterionId>(), CriterionId(QStringLiteral("GOV-01")));
}

QTEST_MAIN(TestReadinessPage)
#include "tst_readinesspage.moc"
