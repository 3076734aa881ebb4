// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/identityexpiry.h"

#include <QTest>

using namespace cq;

class TestIdentityExpiry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIdentityNearsItsEnd_data();
    void anIdentityNearsItsEnd();
};

void TestIdentityExpiry::anIdentityNearsItsEnd_data()
{
    QTest::addColumn<qint64>("leftMs");
    QTest::addColumn<IdentityExpiry>("expiry");
    QTest::addColumn<int>("days");
    const qint64 day = 24LL * 3600 * 1000;
    QTest::newRow("years") << 1000 * day << IdentityExpiry::Far << 1000;
    QTest::newRow("a moment over 60 days") << 60 * day + 1 << IdentityExpiry::Far << 60;
    QTest::newRow("60 days") << 60 * day << IdentityExpiry::Near << 60;
    QTest::newRow("a moment over 14 days") << 14 * day + 1 << IdentityExpiry::Near << 14;
    QTest::newRow("14 days") << 14 * day << IdentityExpiry::VeryNear << 14;
    QTest::newRow("the last day") << day - 1 << IdentityExpiry::VeryNear << 0;
    QTest::newRow("the last second") << qint64(0) << IdentityExpiry::VeryNear << 0;
    QTest::newRow("within the last second") << qint64(-999) << IdentityExpiry::VeryNear << 0;
    QTest::newRow("a second over") << qint64(-1000) << IdentityExpiry::Over << 0;
    QTest::newRow("long over") << -1000 * day << IdentityExpiry::Over << 0;
}

void TestIdentityExpiry::anIdentityNearsItsEnd()
{
    QFETCH(qint64, leftMs);
    const Timestamp until {1'790'000'000'000, 0};
    const Timestamp now {until.utcMs - leftMs, 120};
    QTEST(expiryOf(until, now), "expiry");
    QTEST(daysLeft(until, now), "days");
}

QTEST_GUILESS_MAIN(TestIdentityExpiry)
#include "tst_identityexpiry.moc"
