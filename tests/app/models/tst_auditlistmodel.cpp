// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/auditlistmodel.h"

#include "app/models/auditfilterproxymodel.h"
#include "app/models/cellroles.h"
#include "tests/app/shortworkspace.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace cq;

class TestAuditListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAuditThatIsStartedAppears();
    void aFictionalCentreIsMarkedWhereItsNameStands();
    void anAuditIsFound_data();
    void anAuditIsFound();
    void auditsSortByDayAndNotByTheWordsOfTheDay();
};

void TestAuditListModel::anAuditThatIsStartedAppears()
{
    ShortWorkspace workspace;
    AuditListModel model(*workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    const AuditId audit = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("First"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, AuditListModel::Title).data().toString(), QStringLiteral("First"));
    QCOMPARE(model.index(0, 0).data(IdRole).toString(), audit.text());
}

void TestAuditListModel::aFictionalCentreIsMarkedWhereItsNameStands()
{
    ShortWorkspace workspace;
    workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge"), true), QStringLiteral("A"));
    workspace.startAudit(workspace.addCentre(QStringLiteral("Real"), false), QStringLiteral("B"));
    AuditListModel model(*workspace);
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString centre = model.index(row, AuditListModel::CentreName).data().toString();
        QCOMPARE(centre.contains(QStringLiteral("fictional")), centre.startsWith(QStringLiteral("Northbridge")));
    }
}

void TestAuditListModel::anAuditIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("rows");
    QTest::newRow("without a search all are there") << QString() << QString() << QString() << 3;
    QTest::newRow("by title") << QStringLiteral("spring") << QString() << QString() << 1;
    QTest::newRow("by centre, letter case aside") << QStringLiteral("NORTH") << QString() << QString() << 2;
    QTest::newRow("by type") << QString() << QStringLiteral("self-assessment") << QString() << 1;
    QTest::newRow("by state") << QString() << QString() << QStringLiteral("draft") << 3;
    QTest::newRow("nothing in that state") << QString() << QString() << QStringLiteral("closed") << 0;
    QTest::newRow("every part must fit") << QStringLiteral("north") << QStringLiteral("self-assessment") << QString() << 0;
}

void TestAuditListModel::anAuditIsFound()
{
    QFETCH(QString, text);
    QFETCH(QString, kind);
    QFETCH(QString, state);
    QFETCH(int, rows);
    ShortWorkspace workspace;
    const CentreId north = workspace.addCentre(QStringLiteral("Northbridge"));
    workspace.startAudit(north, QStringLiteral("Spring visit"));
    workspace.startAudit(north, QStringLiteral("Autumn visit"));
    workspace.startAudit(workspace.addCentre(QStringLiteral("Southport")), QStringLiteral("Own"), AuditKind::SelfAssessment);
    AuditListModel model(*workspace);
    AuditFilterProxyModel proxy;
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    proxy.setSourceModel(&model);
    proxy.setText(text);
    proxy.setKind(fromText<AuditKind>(kind));
    proxy.setState(fromText<AuditState>(state));
    QCOMPARE(proxy.rowCount(), rows);
}

void TestAuditListModel::auditsSortByDayAndNotByTheWordsOfTheDay()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    for (const QDate &day : {QDate(2026, 4, 9), QDate(2026, 12, 1), QDate(2025, 5, 30)}) {
        Audit audit;
        audit.centre = centre;
        audit.title = day.toString(Qt::ISODate);
        audit.startsOn = day;
        for (const CriteriaPack &pack : workspace->packs())
            audit.packs.append({pack.id, pack.version, pack.digest});
        QVERIFY(bool(workspace->startAudit(audit)));
    }
    AuditListModel model(*workspace);
    AuditFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.sort(AuditListModel::StartsOn);
    QStringList titles;
    for (int row = 0; row < proxy.rowCount(); ++row)
        titles.append(proxy.index(row, AuditListModel::Title).data().toString());
    QCOMPARE(titles, QStringList({QStringLiteral("2025-05-30"), QStringLiteral("2026-04-09"), QStringLiteral("2026-12-01")}));
}

QTEST_GUILESS_MAIN(TestAuditListModel)
#include "tst_auditlistmodel.moc"
