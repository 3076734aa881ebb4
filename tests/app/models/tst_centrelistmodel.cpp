// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/centrelistmodel.h"

#include "app/models/cellroles.h"
#include "tests/app/shortworkspace.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace cq;

class TestCentreListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void centresComeByNameAndFollowTheDesk();
};

void TestCentreListModel::centresComeByNameAndFollowTheDesk()
{
    ShortWorkspace workspace;
    CentreListModel model(workspace->centres());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    const CentreId second = workspace.addCentre(QStringLiteral("Westport"));
    const CentreId first = workspace.addCentre(QStringLiteral("Northbridge"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data(IdRole).toString(), first.text());
    QCOMPARE(model.index(1, 0).data(IdRole).toString(), second.text());
    Centre renamed = ShortWorkspace::value(workspace->centres().find(second));
    renamed.name = QStringLiteral("Eastport");
    QVERIFY(workspace->centres().setIdentity(renamed));
    QCOMPARE(model.index(0, 0).data(IdRole).toString(), second.text());
    QVERIFY(model.index(0, 0).data().toString().contains(QStringLiteral("Eastport")));
}

QTEST_GUILESS_MAIN(TestCentreListModel)
#include "tst_centrelistmodel.moc"
