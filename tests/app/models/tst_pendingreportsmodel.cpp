// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/pendingreportsmodel.h"

#include "app/models/cellroles.h"
#include "core/base/sha256.h"
#include "core/session/issuedreportdesk.h"
#include "tests/app/shortworkspace.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;

class TestPendingReportsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatWaitsIsListed();
    void aStateIsToldForOneRow();
    void whatWasMovedIsToldAnew();
    void whatWasTakenOffGoes();

private:
    /// Two reports that wait and one that does not.
    static AuditId fill(ShortWorkspace &workspace)
    {
        const AuditId audit
            = workspace.startAudit(workspace.addCentre(QStringLiteral("Northbridge")), QStringLiteral("Visit"));
        for (const char *name : {"a", "b", "done"}) {
            IssuedReport report;
            report.audit = audit;
            report.path = QStringLiteral("/reports/%1.pdf").arg(QString::fromLatin1(name));
            report.fileDigest = sha256Hex(name);
            report.recordDigest = sha256Hex("record");
            report.level = QStringLiteral("B-B");
            report.wantsTimestamp = QByteArray(name) != "done";
            report.signers = {QStringLiteral("Ada Field"), QStringLiteral("Ben Ode")};
            if (const auto noted = workspace->issuedReports().note(report); !noted)
                qFatal("%s", qPrintable(noted.error().text()));
        }
        return audit;
    }
    static QString text(const PendingReportsModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
};

void TestPendingReportsModel::onlyWhatWaitsIsListed()
{
    ShortWorkspace workspace;
    fill(workspace);
    PendingReportsModel model(*workspace);
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 2);
    QStringList files {text(model, 0, PendingReportsModel::File), text(model, 1, PendingReportsModel::File)};
    files.sort();
    QCOMPARE(files, (QStringList {QStringLiteral("a.pdf"), QStringLiteral("b.pdf")}));
    QCOMPARE(text(model, 0, PendingReportsModel::Audit), QStringLiteral("Visit, Northbridge"));
    QCOMPARE(text(model, 0, PendingReportsModel::Signers), QStringLiteral("Ada Field, Ben Ode"));
    QVERIFY(!text(model, 0, PendingReportsModel::IssuedAt).isEmpty());
    QVERIFY(model.index(0, PendingReportsModel::File).data(Qt::ToolTipRole).toString().contains(QStringLiteral("reports")));
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TestPendingReportsModel::aStateIsToldForOneRow()
{
    ShortWorkspace workspace;
    fill(workspace);
    PendingReportsModel model(*workspace);
    const QAbstractItemModelTester tester(&model);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const IssuedReportId second = model.at(1).report.id;
    model.setState(second, QStringLiteral("It has its timestamp now."), true);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().value<QModelIndex>().row(), 1);
    QCOMPARE(text(model, 1, PendingReportsModel::State), QStringLiteral("It has its timestamp now."));
    QVERIFY(model.at(1).isDone && !model.at(0).isDone);
    QCOMPARE(text(model, 0, PendingReportsModel::State), QString());
    QCOMPARE(model.rowCount(), 2); // it stays, so that people see what became of it
}

void TestPendingReportsModel::whatWasMovedIsToldAnew()
{
    ShortWorkspace workspace;
    fill(workspace);
    PendingReportsModel model(*workspace);
    const IssuedReportId first = model.at(0).report.id;
    model.setState(first, QStringLiteral("gone"));
    model.setPath(first, QStringLiteral("/elsewhere/c.pdf"));
    QCOMPARE(text(model, 0, PendingReportsModel::File), QStringLiteral("c.pdf"));
    QCOMPARE(text(model, 0, PendingReportsModel::State), QString());
    QCOMPARE(model.index(0, 0).data(IdRole).toString(), first.text());
}

void TestPendingReportsModel::whatWasTakenOffGoes()
{
    ShortWorkspace workspace;
    fill(workspace);
    PendingReportsModel model(*workspace);
    const QAbstractItemModelTester tester(&model);
    const IssuedReportId kept = model.at(1).report.id;
    model.remove(model.at(0).report.id);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.at(0).report.id, kept);
    QVERIFY(workspace->issuedReports().waiveTimestamp(kept));
    model.reload();
    QCOMPARE(model.rowCount(), 1); // the first one still waits in the file
    QVERIFY(model.at(0).report.id != kept);
}

QTEST_MAIN(TestPendingReportsModel)
#include "tst_pendingreportsmodel.moc"
