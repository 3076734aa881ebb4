// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/score.h"

#include <QTest>

using namespace cq;

class TestScore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundsHalfUpButNeverOverAMark_data();
    void roundsHalfUpButNeverOverAMark();
    void isUndefinedWithoutWeight();
    void comparesExactlyNearTheLimitOfSixtyFourBits();
};

void TestScore::roundsHalfUpButNeverOverAMark_data()
{
    QTest::addColumn<qint64>("earned");
    QTest::addColumn<qint64>("possible");
    QTest::addColumn<int>("hundredths");
    QTest::addColumn<int>("tenths");
    QTest::newRow("16/17") << qint64 {16} << qint64 {17} << 9412 << 941;
    QTest::newRow("12/17") << qint64 {12} << qint64 {17} << 7059 << 706;
    QTest::newRow("2/3") << qint64 {2} << qint64 {3} << 6667 << 667;
    QTest::newRow("whole") << qint64 {5} << qint64 {5} << 10000 << 1000;
    QTest::newRow("nothing earned") << qint64 {0} << qint64 {5} << 0 << 0;
    QTest::newRow("exactly on the mark") << qint64 {9} << qint64 {10} << 9000 << 900;
    QTest::newRow("a hair under the mark") << qint64 {89996} << qint64 {100000} << 8999 << 899;
    QTest::newRow("a hair under the whole") << qint64 {99999} << qint64 {100000} << 9999 << 999;
    QTest::newRow("half up") << qint64 {12345} << qint64 {1000000} << 123 << 12;
    QTest::newRow("half up, up") << qint64 {50005} << qint64 {1000000} << 500 << 50;
}

void TestScore::roundsHalfUpButNeverOverAMark()
{
    QFETCH(qint64, earned);
    QFETCH(qint64, possible);
    const Score score {earned, possible};
    const QList<qint64> marks {7000, 7500, 9000, 10000};
    QTEST(score.hundredths(marks).value(), "hundredths");
    QTEST(score.tenths(marks).value(), "tenths");
    // What a rule reads and what is shown stand on the same side of every mark.
    for (const qint64 mark : marks)
        QCOMPARE(score.comparedTo(mark) < 0, score.hundredths(marks).value() < mark);
}

void TestScore::isUndefinedWithoutWeight()
{
    const Score none {0, 0};
    QVERIFY(!none.isDefined());
    QVERIFY(!none.hundredths({}).has_value());
    QVERIFY(none == (Score {0, 0}));
    QVERIFY(!(none == (Score {0, 1})));
}

void TestScore::comparesExactlyNearTheLimitOfSixtyFourBits()
{
    const qint64 large = 4'000'000'000'000'000'000;
    QVERIFY((Score {large - 1, large}).comparedTo(10000) < 0);
    QVERIFY((Score {large - 1, large}) < (Score {large, large}));
    QCOMPARE((Score {large / 2, large}), (Score {1, 2}));
    QCOMPARE((Score {large - 1, large}).hundredths({10000}).value(), 9999);
}

QTEST_GUILESS_MAIN(TestScore)
#include "tst_score.moc"
