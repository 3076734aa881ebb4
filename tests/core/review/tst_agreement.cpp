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
    QTest::addColumn<int>("linear");
    QTest::addColumn<int>("unweighted");

    // V10 of domain.md section 2.4.
    QTest::newRow("V10") << QByteArray("2222221120") << QByteArray("2212121000") << 6 << 4 << 0 << 4318 << 3651;
    // By hand: 2x2 of 4 pairs, po = 3/4, pe = (2x1 + 2x3)/16 = 1/2, kappa = 1/2; the levels are two steps apart, so the
    // weighted one is the same.
    QTest::newRow("two levels") << QByteArray("2200") << QByteArray("2000") << 3 << 1 << 0 << 5000 << 5000;
    QTest::newRow("full agreement") << QByteArray("2101") << QByteArray("2101") << 4 << 0 << 0 << 10000 << 10000;
    // By hand: always the opposite, po = 0, pe = 1/2, kappa = -1.
    QTest::newRow("opposite") << QByteArray("20") << QByteArray("02") << 0 << 1 << 1 << -10000 << -10000;
    QTest::newRow("unassessed left out") << QByteArray("2101n-") << QByteArray("2101-2") << 4 << 0 << 0 << 10000 << 10000;
}

void TestAgreement::countsAndKappas()
{
    QFETCH(QByteArray, self);
    QFETCH(QByteArray, auditor);
    const Agreement agreement = agreementOf(pairs(self, auditor));
    QTEST(agreement.agreeing, "agreeing");
    QTEST(agreement.overRated, "over");
    QTEST(agreement.underRated, "under");
    QVERIFY(agreement.linear.isDefined());
    QTEST(agreement.linear.tenThousandths(), "linear");
    QTEST(agreement.unweighted.tenThousandths(), "unweighted");
}

void TestAgreement::kappaIsUndefinedWhereChanceExplainsAll()
{
    QVERIFY(!agreementOf({}).linear.isDefined());
    const Agreement same = agreementOf(pairs("222", "222"));
    QCOMPARE(same.agreeing, 3);
    QVERIFY(!same.linear.isDefined());
    const Agreement claims = agreementOf(pairs("2n2", "nn0"));
    QCOMPARE(claims.applicabilityDisagreements, 1);
    QCOMPARE(claims.pairs, 1);
}

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
