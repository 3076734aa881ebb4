// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/homesummary.h"

#include "core/session/findingdesk.h"
#include "tests/app/shortworkspace.h"

#include <QTest>

using namespace cq;

class TestHomeSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyFileBeginsWithACentre();
    void aCentreWithoutAuditBeginsWithAnAudit();
    void anAuditorContinuesTheLastAudit();
    void anAuditThatIsNotWorkedOnAnyMoreIsNotOffered();
    void onesOwnKindOfWorkComesFirst_data();
    void onesOwnKindOfWorkComesFirst();
    void aReviewerSeesHowManyWait();
    void whatIsOpenIsWhatIsNotAnswered();
    void aQualityManagerSeesWhatIsOverdueInAllAudits();
};

void TestHomeSummary::anEmptyFileBeginsWithACentre()
{
    ShortWorkspace workspace;
    QCOMPARE(HomeSummary::of(*workspace, {}, QDate(2026, 11, 22)).lead, HomeSummary::Lead::NoCentre);
}

void TestHomeSummary::aCentreWithoutAuditBeginsWithAnAudit()
{
    ShortWorkspace workspace;
    workspace.addCentre(QStringLiteral("Northbridge"));
    QCOMPARE(HomeSummary::of(*workspace, {}, QDate(2026, 11, 22)).lead, HomeSummary::Lead::NoAudit);
}

void TestHomeSummary::anAuditorContinuesTheLastAudit()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    const AuditId first = workspace.startAudit(centre, QStringLiteral("First"));
    const AuditId second = workspace.startAudit(centre, QStringLiteral("Second"));
    for (const AuditId &last : {first, second}) {
        const HomeSummary summary = HomeSummary::of(*workspace, last, QDate(2026, 11, 22));
        QCOMPARE(summary.lead, HomeSummary::Lead::Continue);
        QCOMPARE(summary.audit.id, last);
    }
}

void TestHomeSummary::anAuditThatIsNotWorkedOnAnyMoreIsNotOffered()
{
    ShortWorkspace workspace;
    const AuditId audit = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("Off"));
    {
        const auto session = ShortWorkspace::value(workspace->openAudit(audit));
        QVERIFY(bool(session->moveTo(AuditState::Cancelled, QStringLiteral("the centre closed"))));
    }
    QCOMPARE(HomeSummary::of(*workspace, audit, QDate(2026, 11, 22)).lead, HomeSummary::Lead::NoAudit);
}

void TestHomeSummary::onesOwnKindOfWorkComesFirst_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("lead");
    QTest::addColumn<QString>("title");
    QTest::newRow("quality manager") << int(Role::QualityManager) << int(HomeSummary::Lead::Readiness) << QStringLiteral("Own");
    QTest::newRow("auditor") << int(Role::Auditor) << int(HomeSummary::Lead::Continue) << QStringLiteral("Visit");
}

void TestHomeSummary::onesOwnKindOfWorkComesFirst()
{
    QFETCH(int, role);
    QFETCH(int, lead);
    QFETCH(QString, title);
    ShortWorkspace workspace {Role(role)};
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    workspace.startAudit(centre, QStringLiteral("Own"), AuditKind::SelfAssessment);
    workspace.startAudit(centre, QStringLiteral("Visit"));
    const HomeSummary summary = HomeSummary::of(*workspace, {}, QDate(2026, 11, 22));
    QCOMPARE(int(summary.lead), lead);
    QCOMPARE(summary.audit.title, title);
}

void TestHomeSummary::aReviewerSeesHowManyWait()
{
    ShortWorkspace workspace(Role::LeadAuditor);
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    workspace.startAudit(centre, QStringLiteral("Not yet"));
    const AuditId sent = workspace.startAudit(centre, QStringLiteral("Sent"));
    {
        const auto session = ShortWorkspace::value(workspace->openAudit(sent));
        QVERIFY(bool(session->moveTo(AuditState::Submitted, QString())));
    }
    Person reviewer;
    reviewer.id = PersonId(QStringLiteral("r"));
    reviewer.name = QStringLiteral("Rita Reviewer");
    reviewer.role = Role::Reviewer;
    QVERIFY(bool(workspace->setPerson(reviewer)));
    const HomeSummary summary = HomeSummary::of(*workspace, {}, QDate(2026, 11, 22));
    QCOMPARE(summary.lead, HomeSummary::Lead::Inbox);
    QCOMPARE(summary.waiting, 1);
}

void TestHomeSummary::whatIsOpenIsWhatIsNotAnswered()
{
    ShortWorkspace workspace;
    const AuditId audit = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("Visit"));
    const auto session = ShortWorkspace::value(workspace->openAudit(audit));
    const SectionScore &overall = session->board().overall();
    const HomeSummary summary = HomeSummary::of(*workspace, audit, QDate(2026, 11, 22));
    QVERIFY(summary.applicable > 0);
    QCOMPARE(summary.applicable, overall.applicable);
    QCOMPARE(summary.open, overall.applicable);
    QVERIFY(!summary.graded.isDefined());
}

void TestHomeSummary::aQualityManagerSeesWhatIsOverdueInAllAudits()
{
    ShortWorkspace workspace(Role::QualityManager);
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    for (const auto &[title, due] : {std::pair("First", QDate(2026, 11, 21)), std::pair("Second", QDate(2026, 11, 20)),
             std::pair("Third", QDate(2026, 11, 22))}) {
        const AuditId audit = workspace.startAudit(centre, QString::fromLatin1(title), AuditKind::SelfAssessment);
        const auto session = ShortWorkspace::value(workspace->openAudit(audit));
        Finding finding;
        finding.criteria = {session->packs().criteria().first().id};
        finding.dueOn = due;
        ShortWorkspace::value(session->findings().raise(finding));
    }
    const HomeSummary summary = HomeSummary::of(*workspace, {}, QDate(2026, 11, 22));
    QCOMPARE(summary.lead, HomeSummary::Lead::Readiness);
    QCOMPARE(summary.overdueActions, 2);
}

QTEST_GUILESS_MAIN(TestHomeSummary)
#include "tst_homesummary.moc"
