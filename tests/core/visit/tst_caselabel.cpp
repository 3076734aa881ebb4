// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/caselabel.h"

#include "core/visit/patientlook.h"
#include "core/visit/sample.h"

#include <QSet>
#include <QTest>

using namespace cq;

class TestCaseLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersRunOnAfterZ()
    {
        QCOMPARE(caseLabel(0), QStringLiteral("A"));
        QCOMPARE(caseLabel(25), QStringLiteral("Z"));
        QCOMPARE(caseLabel(26), QStringLiteral("AA"));
        QCOMPARE(caseLabel(51), QStringLiteral("AZ"));
        QCOMPARE(caseLabel(52), QStringLiteral("BA"));
        QCOMPARE(caseLabel(701), QStringLiteral("ZZ"));
        QCOMPARE(caseLabel(702), QStringLiteral("AAA"));
    }

    void noTwoCasesShareALabelAndTheGuardLetsAllPass()
    {
        QSet<QString> labels;
        for (int place = 0; place < Sample::maxCases; ++place) {
            labels.insert(caseLabel(place));
            QVERIFY(!patientLookOf(caseLabel(place)));
        }
        QCOMPARE(labels.size(), Sample::maxCases);
    }
};

QTEST_APPLESS_MAIN(TestCaseLabel)
#include "tst_caselabel.moc"
