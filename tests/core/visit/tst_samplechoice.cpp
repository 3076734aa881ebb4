// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/samplechoice.h"

#include <QTest>

using namespace cq;

class TestSampleChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Computed apart from the program: MT19937 after the reference code of Matsumoto and Nishimura, written anew in Python
    // (its first number for seed 5489 is 3499211612, as published), and the steps of the header. These never change:
    // a seed in an old file must give the cases it gave then.
    void aSeedGivesTheSameCasesForEver_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("population");
        QTest::addColumn<QList<int>>("places");
        QTest::newRow("1") << quint32(1) << 40 << QList {6, 12, 13, 14, 18, 19, 31, 37};
        QTest::newRow("5489") << quint32(5489) << 100 << QList {6, 13, 37, 39, 46, 52, 67, 71, 77, 81};
        QTest::newRow("2^32-1") << quint32(4294967295U) << 1000000 << QList {326372, 347459, 662315, 756891, 894377};
        QTest::newRow("all") << quint32(7) << 3 << QList {1, 2, 3};
        QTest::newRow("none") << quint32(7) << 3 << QList<int>();
    }

    void aSeedGivesTheSameCasesForEver()
    {
        QFETCH(quint32, seed);
        QFETCH(int, population);
        QFETCH(QList<int>, places);
        QCOMPARE(chooseCases(seed, population, int(places.size())), places);
    }

    void everyCaseHasTheSameChance()
    {
        // 20000 choices of 2 out of 10: each place is expected 4000 times with a standard deviation of 57.
        QList<int> chosen(11);
        for (quint32 seed = 0; seed < 20000; ++seed)
            for (int place : chooseCases(seed, 10, 2))
                ++chosen[place];
        for (int place = 1; place <= 10; ++place)
            QVERIFY2(qAbs(chosen[place] - 4000) < 300, qPrintable(QString::number(chosen[place])));
    }
};

QTEST_APPLESS_MAIN(TestSampleChoice)
#include "tst_samplechoice.moc"
