// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidence.h"

#include "core/evidence/evidencepolicy.h"

#include <QTest>

using namespace cq;

class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evidenceHoldsThroughItsLastDay_data()
    {
        QTest::addColumn<QDate>("validUntil");
        QTest::addColumn<bool>("stale");
        QTest::newRow("no end") << QDate() << false;
        QTest::newRow("the day before the audit") << QDate(2026, 11, 21) << true;
        QTest::newRow("the day of the audit") << QDate(2026, 11, 22) << false;
        QTest::newRow("later") << QDate(2027, 1, 1) << false;
    }

    void evidenceHoldsThroughItsLastDay()
    {
        QFETCH(QDate, validUntil);
        QFETCH(bool, stale);
        Evidence evidence;
        evidence.validUntil = validUntil;
        QCOMPARE(isStale(evidence, QDate(2026, 11, 22)), stale);
    }

    void thePolicyNamesKindsOrFamiliesOfKinds_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("pdf") << QStringLiteral("application/pdf") << true;
        QTest::newRow("a family") << QStringLiteral("image/heic") << true;
        QTest::newRow("a family with a dot")
            << QStringLiteral("application/vnd.oasis.opendocument.text") << true;
        QTest::newRow("unknown") << QStringLiteral("application/octet-stream") << false;
        QTest::newRow("longer than a name") << QStringLiteral("application/pdfx") << false;
        QTest::newRow("nothing") << QString() << false;
    }

    void thePolicyNamesKindsOrFamiliesOfKinds()
    {
        QFETCH(QString, type);
        QFETCH(bool, accepted);
        QCOMPARE(EvidencePolicy().accepts(type), accepted);
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
