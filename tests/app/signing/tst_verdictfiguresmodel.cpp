// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/verdictfiguresmodel.h"

#include "app/models/cellroles.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace cq;


class TestVerdictFiguresModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void figuresStandSideBySide();
    void everyDifferenceIsTold_data();
    void everyDifferenceIsTold();
    void whatIsNotThereIsADash();

private:
    static ReportCheck sameTwice()
    {
        ReportCheck check;
        check.recorded = RecordedResult {8632, 8005, 9900, OutcomeKind::ConditionallyQualified,
            QStringLiteral("conditional"), QStringLiteral("1")};
        check.computed = check.recorded;
        return check;
    }
    static QStringList column(const VerdictFiguresModel &model, int column)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.append(model.index(row, column).data().toString());
        return texts;
    }
};

void TestVerdictFiguresModel::figuresStandSideBySide()
{
    VerdictFiguresModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setCheck(sameTwice());
    const QStringList figures {QStringLiteral("86.32 %"), QStringLiteral("80.05 %"), QStringLiteral("99.00 %"),
        QStringLiteral("Conditionally qualified"), QStringLiteral("conditional")};
    QCOMPARE(column(model, VerdictFiguresModel::RecordedColumn), figures);
    QCOMPARE(column(model, VerdictFiguresModel::ComputedColumn), figures);
    for (const QString &text : column(model, VerdictFiguresModel::ComparedColumn))
        QVERIFY(text.contains(QStringLiteral("same")));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestVerdictFiguresModel::everyDifferenceIsTold_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<ReportCheck>("check");
    const auto add = [](const char *name, int row, auto change) {
        ReportCheck check = sameTwice();
        change(*check.computed);
        QTest::newRow(name) << row << check;
    };
    add("score by a hundredth", 0, [](RecordedResult &result) { result.graded = 8633; });
    add("strict score", 1, [](RecordedResult &result) { result.strict.reset(); });
    add("completeness", 2, [](RecordedResult &result) { result.completeness = 10000; });
    add("outcome", 3, [](RecordedResult &result) { result.outcome = OutcomeKind::NotQualified; });
    add("rule", 4, [](RecordedResult &result) { result.rule = QStringLiteral("gates"); });
}

void TestVerdictFiguresModel::everyDifferenceIsTold()
{
    QFETCH(int, row);
    QFETCH(ReportCheck, check);
    VerdictFiguresModel model;
    model.setCheck(check);
    for (int i = 0; i < model.rowCount(); ++i) {
        const QModelIndex cell = model.index(i, VerdictFiguresModel::ComparedColumn);
        QCOMPARE(cell.data().toString().contains(QStringLiteral("differs")), i == row);
        QCOMPARE(cell.data(WarningRole).toBool(), i == row);
    }
}

void TestVerdictFiguresModel::whatIsNotThereIsADash()
{
    ReportCheck check = sameTwice();
    check.computed.reset();
    check.recorded->graded.reset();
    VerdictFiguresModel model;
    model.setCheck(check);
    QCOMPARE(model.index(0, VerdictFiguresModel::RecordedColumn).data().toString(), QString(QChar(0x2013)));
    QCOMPARE(model.index(3, VerdictFiguresModel::ComputedColumn).data().toString(), QString(QChar(0x2013)));
}

QTEST_MAIN(TestVerdictFiguresModel)
#include "tst_verdictfiguresmodel.moc"
