// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/rowmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace cq;

namespace {

struct Line
{
    QString key;
    int value = 0;
    bool operator==(const Line &) const = default;
};

class LineModel final : public RowModel<Line>
{
public:
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return index.column() == 0 ? QVariant(at(index.row()).key) : QVariant(at(index.row()).value);
    }
    void show(const QList<Line> &lines) { setRows(lines); }

protected:
    QString keyOf(const Line &line) const override
    {
        ++keysAsked;
        return line.key;
    }

public:
    mutable qsizetype keysAsked = 0;
};

QList<Line> randomLines(QRandomGenerator &random)
{
    QList<Line> lines;
    for (int number = 0; number < 12; ++number)
        if (random.bounded(2) == 0)
            lines.append({QString::number(number), int(random.bounded(3))});
    std::shuffle(lines.begin(), lines.end(), random);
    return lines;
}

} // namespace

class TestRowModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterAnyChangeItHoldsExactlyTheNewRows();
    void aChangedValueIsToldForItsRowAlone();
    void aRowStaysTheSameRowWhenOthersMoveAroundIt();
    void theSameRowsAgainAreNoChange();
    void rowsThatStayWhereTheyAreAreNotLookedFor();
};

void TestRowModel::afterAnyChangeItHoldsExactlyTheNewRows()
{
    LineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(7);
    for (int round = 0; round < 200; ++round) {
        const QList<Line> lines = randomLines(random);
        model.show(lines);
        QCOMPARE(model.rows(), lines);
    }
}

void TestRowModel::aChangedValueIsToldForItsRowAlone()
{
    LineModel model;
    model.show({{QStringLiteral("a"), 1}, {QStringLiteral("b"), 2}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.show({{QStringLiteral("a"), 1}, {QStringLiteral("b"), 3}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
    QCOMPARE(reset.size(), 0);
}

void TestRowModel::aRowStaysTheSameRowWhenOthersMoveAroundIt()
{
    LineModel model;
    model.show({{QStringLiteral("a"), 1}, {QStringLiteral("b"), 2}, {QStringLiteral("c"), 3}});
    const QPersistentModelIndex chosen(model.index(1, 0));
    model.show({{QStringLiteral("c"), 3}, {QStringLiteral("d"), 4}, {QStringLiteral("b"), 2}});
    QVERIFY(chosen.isValid());
    QCOMPARE(chosen.data().toString(), QStringLiteral("b"));
    QCOMPARE(chosen.row(), 2);
}

void TestRowModel::theSameRowsAgainAreNoChange()
{
    LineModel model;
    model.show({{QStringLiteral("a"), 1}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.show({{QStringLiteral("a"), 1}});
    QCOMPARE(changed.size() + inserted.size() + removed.size(), 0);
}

void TestRowModel::rowsThatStayWhereTheyAreAreNotLookedFor()
{
    LineModel model;
    QList<Line> lines;
    for (int number = 0; number < 3000; ++number)
        lines.append({QString::number(number), number});
    model.show(lines);
    lines[1500].value = 0;
    lines.removeAt(2000);
    lines.append({QStringLiteral("new"), 1});
    model.keysAsked = 0;
    model.show(lines);
    QCOMPARE(model.rows(), lines);
    QVERIFY2(model.keysAsked < 10 * lines.size(), qPrintable(QString::number(model.keysAsked)));
}

QTEST_APPLESS_MAIN(TestRowModel)
#include "tst_rowmodel.moc"
