// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/packtreemodel.h"

#include "app/models/packfaultmodel.h"
#include "app/models/packlistmodel.h"
#include "core/pack/packreader.h"
#include "tests/app/shortworkspace.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QTest>

#include <functional>

using namespace cq;

class TestPackTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCriterionOfAPackIsReachedOnce();
    void aSectionIsNoCriterion();
    void allShippedPacksAreListedTheCorePackFirst();
    void aNewPackAppearsInTheList();
    void allFaultsOfAFileAreListed();
};

void TestPackTreeModel::everyCriterionOfAPackIsReachedOnce()
{
    ShortWorkspace workspace;
    PackTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QList<CriteriaPack> packs = workspace->packs();
    QVERIFY(!packs.isEmpty());
    for (const CriteriaPack &pack : packs) {
        model.showPack(pack);
        QSet<QString> found;
        const std::function<void(const QModelIndex &)> walk = [&](const QModelIndex &parent) {
            for (int row = 0; row < model.rowCount(parent); ++row) {
                const QModelIndex index = model.index(row, 0, parent);
                if (const Criterion *criterion = model.criterionAt(index)) {
                    QVERIFY(!found.contains(criterion->id.text()));
                    found.insert(criterion->id.text());
                    QCOMPARE(model.sectionAt(index.parent())->id, criterion->section);
                }
                walk(index);
            }
        };
        walk({});
        QCOMPARE(found.size(), pack.criteria.size());
    }
}

void TestPackTreeModel::aSectionIsNoCriterion()
{
    ShortWorkspace workspace;
    PackTreeModel model;
    model.showPack(workspace->packs().first());
    const QModelIndex section = model.index(0, 0);
    QVERIFY(model.sectionAt(section));
    QVERIFY(!model.criterionAt(section));
    QVERIFY(!model.criterionAt({}));
}

void TestPackTreeModel::allShippedPacksAreListedTheCorePackFirst()
{
    ShortWorkspace workspace;
    PackListModel model(*workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), int(workspace->packs().size()));
    QCOMPARE(model.at(0).kind, PackKind::Core);
    int criteria = 0;
    for (const PackLine &pack : model.rows())
        criteria += pack.criteria;
    QCOMPARE(criteria, 177);
}

void TestPackTreeModel::aNewPackAppearsInTheList()
{
    ShortWorkspace workspace;
    PackListModel model(*workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int before = model.rowCount();
    const CriteriaPack pack = workspace->packs().first();
    QByteArray bytes = pack.bytes;
    const QByteArray version = "\"version\": \"" + pack.version.text().toLatin1() + '"';
    QVERIFY2(bytes.contains(version), "the shipped pack writes its version this way");
    bytes.replace(bytes.indexOf(version), version.size(), "\"version\": \"99.0.0\"");
    QVERIFY(bool(workspace->addPack(bytes)));
    QCOMPARE(model.rowCount(), before + 1);
}

void TestPackTreeModel::allFaultsOfAFileAreListed()
{
    ShortWorkspace workspace;
    QByteArray bytes = workspace->packs().first().bytes;
    bytes.replace("\"critical\"", "\"crucial\"");
    const PackReader::Outcome outcome = PackReader::read(bytes);
    QVERIFY(!outcome.pack);
    QVERIFY(outcome.faults.size() > 1);
    PackFaultModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.showFaults(outcome.faults);
    QCOMPARE(model.rowCount(), int(outcome.faults.size()));
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(!model.index(row, PackFaultModel::Message).data().toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestPackTreeModel)
#include "tst_packtreemodel.moc"
