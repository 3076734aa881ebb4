// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/expiringcertificate.h"

#include <QTest>

using namespace cq;

class TestExpiringCertificate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMostUrgentComesFirst();
};

void TestExpiringCertificate::theMostUrgentComesFirst()
{
    const auto until = [](const char *scheme, const QDate &day) {
        Certificate certificate;
        certificate.scheme = QString::fromLatin1(scheme);
        certificate.validUntil = day;
        return certificate;
    };
    const QDate today(2026, 11, 22);
    const QList<ExpiringCertificate> list = byExpiry({until("unlimited", {}), until("soon", QDate(2026, 12, 1)),
                                                         until("gone", QDate(2026, 11, 21)), until("today", today)},
        today);
    QStringList order;
    for (const ExpiringCertificate &line : list)
        order.append(line.certificate.scheme);
    QCOMPARE(order.join(u' '), QStringLiteral("gone today soon unlimited"));
    QCOMPARE(list.at(0).daysLeft, std::optional<qint64>(-1));
    QCOMPARE(list.at(1).daysLeft, std::optional<qint64>(0));
    QCOMPARE(list.at(2).daysLeft, std::optional<qint64>(9));
    QVERIFY(!list.at(3).daysLeft);
    QVERIFY(byExpiry({}, today).isEmpty());
}

QTEST_GUILESS_MAIN(TestExpiringCertificate)
#include "tst_expiringcertificate.moc"
