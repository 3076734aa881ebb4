// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/privacyhint.h"

#include <QTest>

using namespace cq;
using Kind = cq::PrivacyHint::Kind;

class TestPrivacyHint : public QObject
{
    Q_OBJECT

private:
    static QList<PrivacyHint> scan(const QString &text) { return privacyHints(text, QDate(2026, 11, 22)); }

private Q_SLOTS:
    // All persons are made up.
    void whatMayPointToAPersonIsTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("excerpt");
        const auto row = [](const QString &text, Kind kind, const QString &excerpt) {
            QTest::newRow(qPrintable(text)) << text << int(kind) << excerpt;
        };
        row(QStringLiteral("case of 23.04.1961"), Kind::DateOfBirth, QStringLiteral("23.04.1961"));
        row(QStringLiteral("1961-04-23.pdf"), Kind::DateOfBirth, QStringLiteral("1961-04-23"));
        row(QStringLiteral("chart_04/23/1961"), Kind::DateOfBirth, QStringLiteral("04/23/1961"));
        row(QStringLiteral("child, born 3.2.2021"), Kind::DateOfBirth, QStringLiteral("born 3.2.2021"));
        row(QStringLiteral("geb. 03.02.2021"), Kind::DateOfBirth, QStringLiteral("geb. 03.02.2021"));
        row(QStringLiteral("A.B. 123"), Kind::NumberWithInitials, QStringLiteral("A.B. 123"));
        row(QStringLiteral("chart AB 12345"), Kind::NumberWithInitials, QStringLiteral("AB 12345"));
        row(QStringLiteral("123456_AB.pdf"), Kind::NumberWithInitials, QStringLiteral("123456_AB"));
        row(QStringLiteral("Frau Muster was asked"), Kind::PersonName, QStringLiteral("Frau Muster"));
        row(QStringLiteral("chart_Mr_Sample.pdf"), Kind::PersonName, QStringLiteral("Mr Sample"));
        row(QStringLiteral("the chart of Anna Muster"), Kind::PersonName, QStringLiteral("Anna Muster"));
        row(QStringLiteral("Muster, Anna"), Kind::PersonName, QStringLiteral("Muster, Anna"));
    }

    void whatMayPointToAPersonIsTold()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(QString, excerpt);
        QCOMPARE(scan(text), (QList<PrivacyHint> {{Kind(kind), excerpt}}));
    }

    void ordinaryWordsAreLeftAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "SOP QM-0012 version 3", "Procedure of 2024-03-14.pdf", "CT 2026", "TOX-01",
                 "Ward 7, Intensive care", "Pharmacy Store", "31.13.1961", "valid until 31.12.2027", "+49 30 1234567",
                 "Quality Manual", "born in the hospital"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void ordinaryWordsAreLeftAlone()
    {
        QFETCH(QString, text);
        QCOMPARE(scan(text), QList<PrivacyHint>());
    }

    void aLongTextIsScannedInAMoment()
    {
        QCOMPARE(scan(QStringLiteral("Frau Muster ").repeated(5000)).size(), 20);
        QCOMPARE(scan(QString(200000, u'A')), QList<PrivacyHint>());
    }
};

QTEST_GUILESS_MAIN(TestPrivacyHint)
#include "tst_privacyhint.moc"
