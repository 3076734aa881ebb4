// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/samplesize.h"

#include <QTest>

using namespace cq;

class TestSampleSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Computed apart from the program with exact fractions (Python): the smallest n with C(N - K, n) / C(N, n) at most
    // 1 - confidence, K = floor(N x rate) + 1; for an unknown population (1 - rate)^n. 0.95^59 = 0.0485, 0.95^58 = 0.0510.
    void theSizeFollowsTheRule_data()
    {
        QTest::addColumn<int>("population");
        QTest::addColumn<int>("confidence");
        QTest::addColumn<int>("rate");
        QTest::addColumn<int>("size");
        QTest::newRow("unknown, 5 %") << 0 << 95 << 5 << 59;
        QTest::newRow("unknown, 20 %") << 0 << 95 << 20 << 14;
        QTest::newRow("20 cases") << 20 << 95 << 20 << 9;
        QTest::newRow("100 cases, 5 %") << 100 << 95 << 5 << 39;
        QTest::newRow("100 cases, 10 %") << 100 << 95 << 10 << 23;
        QTest::newRow("1000 cases") << 1000 << 95 << 10 << 28;
        QTest::newRow("less confidence") << 40 << 90 << 10 << 14;
        QTest::newRow("a million") << 1000000 << 95 << 5 << 59;
        QTest::newRow("five cases") << 5 << 95 << 20 << 4;
        QTest::newRow("one case") << 1 << 95 << 20 << 1;
    }

    void theSizeFollowsTheRule()
    {
        QFETCH(int, population);
        QFETCH(int, confidence);
        QFETCH(int, rate);
        QTEST(proposedSampleSize(population, confidence, rate), "size");
    }
};

QTEST_APPLESS_MAIN(TestSampleSize)
#include "tst_samplesize.moc"
