// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/workmodel.h"

#include "app/models/cellroles.h"
#include "core/session/findingdesk.h"
#include "tests/app/shortworkspace.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;

class TestWorkModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWaitsInAllAuditsStandsTogetherOverdueFirst();
    void readingAgainKeepsWhatIsStillThere();
    void anEmptyFileIsReadAtOnce();

private:
    static void raise(ShortWorkspace &workspace, const AuditId &audit, const QDate &due)
    {
        const auto session = ShortWorkspace::value(workspace->openAudit(audit));
        Finding finding;
        finding.criteria = {session->packs().criteria().first().id};
        finding.statement = QStringLiteral("The door\nstood open.");
        finding.dueOn = due;
        ShortWorkspace::value(session->findings().raise(finding));
    }
    static void readAll(WorkModel &model)
    {
        QSignalSpy finished(&model, &WorkModel::readFinished);
        model.reload(QDate(2026, 11, 22));
        QTRY_COMPARE(finished.size(), 1);
    }
};

void TestWorkModel::whatWaitsInAllAuditsStandsTogetherOverdueFirst()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    const AuditId first = workspace.startAudit(centre, QStringLiteral("First"));
    const AuditId second = workspace.startAudit(centre, QStringLiteral("Second"));
    raise(workspace, first, QDate());
    raise(workspace, first, QDate(2026, 12, 24));
    raise(workspace, second, QDate(2026, 11, 21));
    WorkModel model(*workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    readAll(model);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.at(0).audit, second);
    QVERIFY(model.index(0, WorkModel::Due).data(WarningRole).toBool());
    QVERIFY(model.index(0, WorkModel::Due).data().toString().contains(QStringLiteral("overdue")));
    QCOMPARE(model.index(0, WorkModel::Text).data().toString(), QStringLiteral("The door stood open."));
    QVERIFY(model.index(0, WorkModel::Audit).data().toString().contains(QStringLiteral("Second")));
    QVERIFY(model.index(1, WorkModel::What).data().toString().contains(QStringLiteral("F-02")));
    QVERIFY(model.index(2, WorkModel::Due).data().toString().isEmpty());
    QVERIFY(!model.index(2, WorkModel::Due).data(WarningRole).toBool());
}

void TestWorkModel::readingAgainKeepsWhatIsStillThere()
{
    ShortWorkspace workspace;
    const AuditId audit = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("First"));
    raise(workspace, audit, QDate());
    WorkModel model(*workspace);
    readAll(model);
    const QPersistentModelIndex kept(model.index(0, 0));
    raise(workspace, audit, QDate(2026, 11, 21));
    readAll(model);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.row(), 1);
}

void TestWorkModel::anEmptyFileIsReadAtOnce()
{
    ShortWorkspace workspace;
    WorkModel model(*workspace);
    readAll(model);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.isReading());
}

QTEST_MAIN(TestWorkModel)
#include "tst_workmodel.moc"
