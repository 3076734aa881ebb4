// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/failurebound.h"

#include <QTest>

using namespace cq;

class TestFailureBound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Computed apart from the program with exact fractions (Python): the smallest hundredth of a percent p for which
    // sum over i = 0..failures of C(cases, i) p^i (1 - p)^(cases - i) is at most 1/20. For no failure it can be checked by
    // hand: 1 - 0.05^(1/8) = 1 - 0.68766 = 0.31234.
    void theBoundIsExactAndRoundedUp_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("cases");
        QTest::addColumn<int>("bound");
        QTest::newRow("none of 8") << 0 << 8 << 3124;
        QTest::newRow("1 of 20") << 1 << 20 << 2162;
        QTest::newRow("3 of 50") << 3 << 50 << 1479;
        QTest::newRow("none of 1") << 0 << 1 << 9500;
        QTest::newRow("none of 59") << 0 << 59 << 496;
        QTest::newRow("7 of 8") << 7 << 8 << 9937;
        QTest::newRow("10 of 200") << 10 << 200 << 834;
        QTest::newRow("199 of 200") << 199 << 200 << 9998;
        QTest::newRow("all") << 8 << 8 << 10000;
    }

    void theBoundIsExactAndRoundedUp()
    {
        QFETCH(int, failures);
        QFETCH(int, cases);
        QTEST(failureBound(failures, cases), "bound");
    }

    void lessConfidenceIsALowerBound()
    {
        QCOMPARE(failureBound(0, 8, 90), 2502); // 1 - 0.1^(1/8) = 0.25011
    }

    void moreFailuresAndFewerCasesNeverLowerTheBound()
    {
        for (int cases = 1; cases < 60; ++cases)
            for (int failures = 0; failures < cases; ++failures) {
                QVERIFY(failureBound(failures, cases) <= failureBound(failures + 1, cases));
                QVERIFY(failureBound(failures, cases) >= failureBound(failures, cases + 1));
                QVERIFY(failureBound(failures, cases) * cases > 10000 * failures);
            }
    }
};

QTEST_APPLESS_MAIN(TestFailureBound)
#include "tst_failurebound.moc"
