// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/searchmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace cq;

class TestSearchModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindHasAHeadingThatCannotBeChosen();
    void aHitTellsWhereItIsAndWhatWasFound();
    void aPrivateReminderSaysSo();

private:
    static SearchHit hit(SearchKind kind, const char *code)
    {
        SearchHit hit;
        hit.kind = kind;
        hit.code = QString::fromLatin1(code);
        hit.auditTitle = QStringLiteral("Visit 2026");
        hit.centreName = QStringLiteral("Northbridge");
        hit.text = {QStringLiteral("the door <b>stood</b> open"), {{4, 4}}};
        return hit;
    }
};

void TestSearchModel::eachKindHasAHeadingThatCannotBeChosen()
{
    SearchModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.nextHit(0, 1), -1);
    model.setHits({hit(SearchKind::Finding, "F-01"), hit(SearchKind::Finding, "F-02"), hit(SearchKind::Note, "TOX-01")});
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.hitCount(), 3);
    for (const int row : {0, 3}) {
        QVERIFY(model.index(row).data(SearchModel::HeadingRole).toBool());
        QVERIFY(!model.index(row).flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(!model.hitAt(row));
    }
    QCOMPARE(model.nextHit(0, 1), 1);
    QCOMPARE(model.nextHit(3, 1), 4);
    QCOMPARE(model.nextHit(3, -1), 2);
    QCOMPARE(model.nextHit(0, -1), -1);
    QCOMPARE(model.nextHit(5, 1), -1);
    model.setHits({});
    QCOMPARE(model.rowCount(), 0);
}

void TestSearchModel::aHitTellsWhereItIsAndWhatWasFound()
{
    SearchModel model;
    model.setHits({hit(SearchKind::Finding, "F-01")});
    const QModelIndex index = model.index(1);
    for (const char *part : {"F-01", "Visit 2026", "Northbridge"})
        QVERIFY(index.data(Qt::DisplayRole).toString().contains(QString::fromLatin1(part)));
    QCOMPARE(index.data(SearchModel::ExcerptRole).toString(), QStringLiteral("the door <b>stood</b> open"));
    QCOMPARE(index.data(SearchModel::MarksRole).value<QList<TextSpan>>(), (QList<TextSpan> {{4, 4}}));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("stood")));
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;")));
    QCOMPARE(model.hitAt(1)->code, QStringLiteral("F-01"));
}

void TestSearchModel::aPrivateReminderSaysSo()
{
    SearchModel model;
    model.setHits({hit(SearchKind::Reminder, "TOX-01")});
    QVERIFY(model.index(0).data().toString().contains(QStringLiteral("Private")));
    QVERIFY(model.index(1).data().toString().contains(QStringLiteral("Private")));
}

QTEST_MAIN(TestSearchModel)
#include "tst_searchmodel.moc"
