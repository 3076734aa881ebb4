// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/openitemsmodel.h"

#include "app/models/cellroles.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestOpenItemsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAnsweredLeavesTheList();
    void whatCanStillDecideIsAPartOfIt();
};

static QStringList codes(const OpenItemsModel &model)
{
    QStringList codes;
    for (int row = 0; row < model.rowCount(); ++row)
        codes.append(model.index(row, OpenItemsModel::Code).data().toString());
    return codes;
}

void TestOpenItemsModel::whatIsAnsweredLeavesTheList()
{
    SessionRoom room;
    OpenItemsModel model(*room.session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update(false);
    QVERIFY(codes(model).contains(QStringLiteral("GOV-01")));
    const int before = model.rowCount();
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    model.update(false);
    QCOMPARE(model.rowCount(), before - 1);
    QVERIFY(!codes(model).contains(QStringLiteral("GOV-01")));
}

void TestOpenItemsModel::whatCanStillDecideIsAPartOfIt()
{
    SessionRoom room;
    OpenItemsModel model(*room.session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update(false);
    const QStringList all = codes(model);
    model.update(true);
    for (const QString &code : codes(model))
        QVERIFY2(all.contains(code), qPrintable(code));
    QVERIFY(codes(model).size() <= all.size());
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(!model.index(row, OpenItemsModel::Weight).data().toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestOpenItemsModel)
#include "tst_openitemsmodel.moc"
