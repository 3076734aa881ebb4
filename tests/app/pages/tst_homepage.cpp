// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/homepage.h"

#include "core/session/responsedesk.h"
#include "tests/app/shortworkspace.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace cq;

class TestHomePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyFileOffersToDescribeACentre();
    void aFileWithoutAuditOffersToStartOne();
    void anAuditorContinuesWhereWorkIsOpen();
    void whatWasAnsweredMeanwhileIsCounted();
    void aQualityManagerSeesReadiness();
    void anotherAuditIsOpenedFromTheList();
    void anIdentityThatNearsItsEndIsToldAndRenewed_data();
    void anIdentityThatNearsItsEndIsToldAndRenewed();

private:
    static QPushButton *lead(HomePage &page) { return page.findChild<QPushButton *>(QStringLiteral("leadButton")); }
    static QString text(HomePage &page, const char *label)
    {
        return page.findChild<QLabel *>(QString::fromLatin1(label))->text();
    }
};

void TestHomePage::anEmptyFileOffersToDescribeACentre()
{
    ShortWorkspace workspace;
    HomePage page(*workspace);
    page.show();
    QSignalSpy asked(&page, &HomePage::newCentreRequested);
    QTest::mouseClick(lead(page), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QVERIFY(text(page, "greetingLabel").contains(QStringLiteral("Ada Auditor")));
}

void TestHomePage::aFileWithoutAuditOffersToStartOne()
{
    ShortWorkspace workspace;
    HomePage page(*workspace);
    page.show();
    workspace.addCentre(QStringLiteral("Northbridge"));
    QSignalSpy asked(&page, &HomePage::newAuditRequested);
    QTest::mouseClick(lead(page), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void TestHomePage::anAuditorContinuesWhereWorkIsOpen()
{
    ShortWorkspace workspace;
    const AuditId audit = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("Visit 2026"));
    HomePage page(*workspace);
    page.show();
    QVERIFY(text(page, "headlineLabel").contains(QStringLiteral("Continue: Visit 2026")));
    QSignalSpy asked(&page, &HomePage::nextOpenRequested);
    lead(page)->setFocus();
    QTest::keyClick(lead(page), Qt::Key_Space);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<AuditId>(), audit);
}

void TestHomePage::whatWasAnsweredMeanwhileIsCounted()
{
    ShortWorkspace workspace;
    const AuditId audit = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("Visit"));
    HomePage page(*workspace);
    const QString before = text(page, "detailLabel");
    {
        const auto session = ShortWorkspace::value(workspace->openAudit(audit));
        for (const Criterion &criterion : session->packs().criteria()) {
            const ResponseKey key {criterion.id, FacilityId(), Party::Auditor};
            if (!criterion.perFacility && !criterion.isAdvisory && session->responses().setLevel(key, ResponseLevel::Met))
                break;
        }
    }
    page.refresh();
    QVERIFY2(text(page, "detailLabel") != before, qPrintable(before));
}

void TestHomePage::aQualityManagerSeesReadiness()
{
    ShortWorkspace workspace(Role::QualityManager);
    const AuditId audit = workspace.startAudit(
        workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("Own"), AuditKind::SelfAssessment);
    HomePage page(*workspace);
    page.show();
    QVERIFY(text(page, "headlineLabel").startsWith(QStringLiteral("Readiness")));
    QVERIFY(text(page, "detailLabel").contains(QStringLiteral("gate")));
    QSignalSpy asked(&page, &HomePage::readinessRequested);
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("secondButton")), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<AuditId>(), audit);
}

void TestHomePage::anotherAuditIsOpenedFromTheList()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    workspace.startAudit(centre, QStringLiteral("One"));
    workspace.startAudit(centre, QStringLiteral("Two"));
    HomePage page(*workspace);
    page.show();
    auto *view = page.findChild<QTableView *>(QStringLiteral("auditsView"));
    QCOMPARE(view->model()->rowCount(), 2);
    QSignalSpy asked(&page, &HomePage::auditRequested);
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
}

void TestHomePage::anIdentityThatNearsItsEndIsToldAndRenewed_data()
{
    QTest::addColumn<int>("days"); // left; -1000 stands for an end that nobody knows
    QTest::addColumn<QString>("said");
    QTest::newRow("unknown") << -1000 << QString();
    QTest::newRow("far") << 61 << QString();
    QTest::newRow("near") << 60 << QStringLiteral("60");
    QTest::newRow("very near") << 3 << QStringLiteral("Soon");
    QTest::newRow("over") << -1 << QStringLiteral("cannot sign any more");
}

void TestHomePage::anIdentityThatNearsItsEndIsToldAndRenewed()
{
    QFETCH(const int, days);
    QFETCH(const QString, said);
    ShortWorkspace workspace;
    HomePage page(*workspace);
    page.show();
    const Timestamp now {1'790'000'000'000, 60};
    std::optional<Timestamp> end;
    if (days != -1000)
        end = Timestamp {now.utcMs + days * 24LL * 3600 * 1000, 60};
    page.setIdentityEnd(end, now, true);
    auto *renew = page.findChild<QPushButton *>(QStringLiteral("renewButton"));
    QCOMPARE(renew->isVisible(), !said.isEmpty());
    if (said.isEmpty())
        return;
    QVERIFY2(text(page, "identityEndLabel").contains(said), qPrintable(text(page, "identityEndLabel")));
    QSignalSpy asked(&page, &HomePage::renewalRequested);
    QTest::mouseClick(renew, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    page.setIdentityEnd(end, now, false);
    QVERIFY(!renew->isVisible());
}

QTEST_MAIN(TestHomePage)
#include "tst_homepage.moc"
