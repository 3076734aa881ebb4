// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/agreement.h"

#include <QTest>

using namespace cq;

namespace {

QList<ResponsePair> pairs(const QByteArray &self, const QByteArray &auditor)
{
    const auto level = [](char digit) {
        switch (digit) {
        case '2':
            return ResponseLevel::Met;
        case '1':
            return ResponseLevel::PartiallyMet;
        case '0':
            return ResponseLevel::NotMet;
        case 'n':
            return ResponseLevel::NotApplicable;
        default:
            return ResponseLevel::NotAssessed;
        }
    };
    QList<ResponsePair> result;
    for (qsizetype i = 0; i < self.size(); ++i)
        result.append({level(self[i]), level(auditor[i])});
    return result;
}

} // namespace

class TestAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAndKappas_data();
    void countsAndKappas();
    void kappaIsUndefinedWhereChanceExplainsAll();
};

void TestAgreement::countsAndKappas_data()
{
    QTest::addColumn<QByteArray>("self");
    QTest::addColumn<QByteArray>("auditor");
    QTest::addColumn<int>("agreeing");
    QTest::addColumn<int>("over");
    QTest::addColumn<int>("under");
    QTest::addColumn<int>("gap");
    QTest::addColumn<int>("linear");
    QTest::addColumn<int>("unweighted");

    // V10 of domain.md section 2.4.
    QTest::newRow("V10") << QByteArray("2222221120") << QByteArray("2212121000") << 6 << 4 << 0 << 50 << 4318 << 3651;
    // By hand: 2x2 of 4 pairs, po = 3/4, pe = (2x1 + 2x3)/16 = 1/2, kappa = 1/2; the levels are two steps apart, so the
    // weighted one is the same.
    QTest::newRow("two levels") << QByteArray("2200") << QByteArray("2000") << 3 << 1 << 0 << 50 << 5000 << 5000;
    QTest::newRow("full agreement") << QByteArray("2101") << QByteArray("2101") << 4 << 0 << 0 << 0 << 10000 << 10000;
    // By hand: always the opposite, po = 0, pe = 1/2, kappa = -1.
    QTest::newRow("opposite") << QByteArray("20") << QByteArray("02") << 0 << 1 << 1 << 0 << -10000 << -10000;
    QTest::newRow("unassessed left out") << QByteArray("2101n-") << QByteArray("2101-2") << 4 << 0 << 0 << 0 << 10000 << 10000;

    // By hand, one: six pairs, four alike, two one step over, mean gap 2/6. Levels 2, 1, 0 occur 2, 2, 2 times with the
    // centre and 1, 2, 3 times with the auditor.
    //   unweighted: po = 4/6; pe = (2x1 + 2x2 + 2x3)/36 = 12/36; kappa = (24 - 12)/(36 - 12) = 1/2
    //   linear: po = (4 + 2 x 1/2)/6 = 30/36; pe = 2 x (1 x 3/2 + 2 x 2 + 3 x 3/2)/36 = 20/36;
    //           kappa = (30 - 20)/(36 - 20) = 10/16 = 0.6250
    QTest::newRow("one step over") << QByteArray("221100") << QByteArray("211000") << 4 << 2 << 0 << 33 << 6250 << 5000;
    // By hand, two: worse than chance. Centre 0, 0, 1, 2; auditor 1, 2, 1, 1: one alike, one over, two under, gap
    // (-1 - 2 + 0 + 1)/4 = -1/2. Levels 2, 1, 0 occur 1, 1, 2 and 1, 3, 0 times.
    //   unweighted: po = 1/4; pe = (1x1 + 1x3 + 2x0)/16 = 4/16; kappa = 0
    //   linear: po = (1 + 1/2 + 1/2)/4 = 8/16; pe = (2x3x1/2 + 1x3 + 1x1x1/2 + 1x3x1/2 + 1x1)/16 = 9/16;
    //           kappa = (8 - 9)/(16 - 9) = -1/7 = -0.1429
    QTest::newRow("worse than chance") << QByteArray("0012") << QByteArray("1211") << 1 << 1 << 2 << -50 << -1429 << 0;
    // By hand, three: thirty pairs. Centre over auditor: 2/2 twelve, 2/1 four, 2/0 two, 1/2 one, 1/1 five, 1/0 two, 0/1
    // one, 0/0 three. Levels 2, 1, 0 occur 18, 8, 4 and 13, 10, 7 times; gap (4 + 4 - 1 + 2 - 1)/30 = 8/30.
    //   unweighted: po = 20/30 = 600/900; pe = (18x13 + 8x10 + 4x7)/900 = 342/900;
    //               kappa = 258/558 = 0.4624
    //   linear: po = (20 + 8 x 1/2)/30 = 720/900;
    //           pe = (342 + (18x10 + 8x13 + 8x7 + 4x10)/2)/900 = (342 + 190)/900 = 532/900; kappa = 188/368 = 0.5109
    QTest::newRow("thirty pairs") << QByteArray("222222222222222222111111110000")
                                  << QByteArray("222222222222111100211111001000") << 20 << 8 << 2 << 27 << 5109 << 4624;
}

void TestAgreement::countsAndKappas()
{
    QFETCH(QByteArray, self);
    QFETCH(QByteArray, auditor);
    const Agreement agreement = agreementOf(pairs(self, auditor));
    QTEST(agreement.agreeing, "agreeing");
    QTEST(agreement.overRated, "over");
    QTEST(agreement.underRated, "under");
    QTEST(agreement.meanGapHundredths().value(), "gap");
    QVERIFY(agreement.linear.isDefined());
    QTEST(agreement.linear.tenThousandths(), "linear");
    QTEST(agreement.unweighted.tenThousandths(), "unweighted");
}

void TestAgreement::kappaIsUndefinedWhereChanceExplainsAll()
{
    QVERIFY(!agreementOf({}).linear.isDefined());
    QVERIFY(!agreementOf({}).meanGapHundredths());
    const Agreement same = agreementOf(pairs("222", "222"));
    QCOMPARE(same.agreeing, 3);
    QVERIFY(!same.linear.isDefined());
    const Agreement claims = agreementOf(pairs("2n2", "nn0"));
    QCOMPARE(claims.applicabilityDisagreements, 1);
    QCOMPARE(claims.pairs, 1);
}

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
