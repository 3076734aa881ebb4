// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/allfindingsmodel.h"

#include "app/models/allfindingsproxymodel.h"
#include "app/models/cellroles.h"
#include "core/session/findingdesk.h"
#include "tests/app/shortworkspace.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace cq;

class TestAllFindingsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findingsOfAllAuditsStandTogether();
    void whatIsOverdueSaysSo();
    void nothingIsDueOfACancelledAudit();
    void onlyOpenNonconformitiesCanBeShown();
    void whatIsDueCanBeShownByDay();
    void aFileWithoutAuditsHasNone();

private:
    static void raise(ShortWorkspace &workspace, const AuditId &audit, FindingKind kind, const QDate &due);
};

void TestAllFindingsModel::raise(ShortWorkspace &workspace, const AuditId &audit, FindingKind kind, const QDate &due)
{
    const auto session = ShortWorkspace::value(workspace->openAudit(audit));
    Finding finding;
    finding.kind = kind;
    finding.criteria = {session->packs().criteria().first().id};
    finding.statement = QStringLiteral("The door stood open.");
    finding.dueOn = due;
    ShortWorkspace::value(session->findings().raise(finding));
}

void TestAllFindingsModel::findingsOfAllAuditsStandTogether()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    const AuditId first = workspace.startAudit(centre, QStringLiteral("First"));
    const AuditId second = workspace.startAudit(centre, QStringLiteral("Second"));
    raise(workspace, first, FindingKind::Nonconformity, QDate());
    raise(workspace, second, FindingKind::Nonconformity, QDate());
    AllFindingsModel model(*workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reload();
    QCOMPARE(model.rowCount(), 2);
    QStringList audits;
    for (int row = 0; row < model.rowCount(); ++row)
        audits.append(model.index(row, 0).data(AllFindingsModel::AuditRole).toString());
    QVERIFY(audits.contains(first.text()));
    QVERIFY(audits.contains(second.text()));
}

void TestAllFindingsModel::whatIsOverdueSaysSo()
{
    ShortWorkspace workspace;
    const AuditId audit = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("First"));
    raise(workspace, audit, FindingKind::Nonconformity, QDate(2020, 1, 1));
    raise(workspace, audit, FindingKind::Nonconformity, QDate::currentDate().addDays(1));
    AllFindingsModel model(*workspace);
    model.reload();
    int overdue = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex due = model.index(row, AllFindingsModel::Due);
        QCOMPARE(due.data().toString().contains(QStringLiteral("overdue")), due.data(WarningRole).toBool());
        overdue += due.data(WarningRole).toBool() ? 1 : 0;
    }
    QCOMPARE(overdue, 1);
}

void TestAllFindingsModel::nothingIsDueOfACancelledAudit()
{
    ShortWorkspace workspace;
    const AuditId audit = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("First"));
    raise(workspace, audit, FindingKind::Nonconformity, QDate(2020, 1, 1));
    const auto session = ShortWorkspace::value(workspace->openAudit(audit));
    QVERIFY(session->moveTo(AuditState::Cancelled, QStringLiteral("called off")));
    AllFindingsModel model(*workspace);
    model.reload();
    QCOMPARE(model.rowCount(), 1);
    const QModelIndex due = model.index(0, AllFindingsModel::Due);
    QVERIFY(!due.data(WarningRole).toBool());
    QVERIFY(!due.data(AllFindingsModel::DueRole).toDate().isValid());
}

void TestAllFindingsModel::onlyOpenNonconformitiesCanBeShown()
{
    ShortWorkspace workspace;
    const AuditId audit = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("First"));
    raise(workspace, audit, FindingKind::Nonconformity, QDate());
    raise(workspace, audit, FindingKind::GoodPractice, QDate());
    AllFindingsModel model(*workspace);
    AllFindingsProxyModel proxy;
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    proxy.setSourceModel(&model);
    model.reload();
    QCOMPARE(proxy.rowCount(), 2);
    proxy.setOnlyOpen(true);
    QCOMPARE(proxy.rowCount(), 1);
    proxy.setText(QStringLiteral("no such words"));
    QCOMPARE(proxy.rowCount(), 0);
}

void TestAllFindingsModel::whatIsDueCanBeShownByDay()
{
    ShortWorkspace workspace;
    const AuditId audit = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("First"));
    const QDate today = QDate::currentDate();
    for (const QDate &due : {today.addDays(-1), today, today.addDays(7), today.addDays(8), QDate()})
        raise(workspace, audit, FindingKind::Nonconformity, due);
    AllFindingsModel model(*workspace);
    AllFindingsProxyModel proxy;
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    proxy.setSourceModel(&model);
    model.reload();
    QCOMPARE(proxy.rowCount(), 5);
    proxy.setDue({}, today.addDays(-1));
    QCOMPARE(proxy.rowCount(), 1);
    QVERIFY(proxy.index(0, AllFindingsModel::Due).data(WarningRole).toBool());
    proxy.setDue(today, today.addDays(7));
    QCOMPARE(proxy.rowCount(), 2);
    proxy.setDue({}, today.addDays(7)); // with what is overdue
    QCOMPARE(proxy.rowCount(), 3);
    proxy.setDue({}, {});
    QCOMPARE(proxy.rowCount(), 5);
}

void TestAllFindingsModel::aFileWithoutAuditsHasNone()
{
    ShortWorkspace workspace;
    AllFindingsModel model(*workspace);
    model.reload();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestAllFindingsModel)
#include "tst_allfindingsmodel.moc"
