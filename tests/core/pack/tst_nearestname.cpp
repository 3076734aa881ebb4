// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/nearestname.h"

#include <QtTest>

class TestNearestName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMistypedNameIsRecognised_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *word, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(word) << QString::fromLatin1(expected);
        };
        row("the same", "apheresis", "apheresis");
        row("one wrong", "aphexesis", "apheresis");
        row("one missing", "aphresis", "apheresis");
        row("one too many", "apherresis", "apheresis");
        row("two swapped", "aphreesis", "apheresis");
        row("two missing in front", "heresis", "apheresis");
        row("two missing at the end", "apheres", "apheresis");
        row("two too many", "apheresisxy", "apheresis");
        row("three wrong", "apxxxesis", "");
        row("three missing", "aphere", "");
        row("nothing near", "storage", "");
        row("no word", "", "");
        row("the nearer of two", "beds", "bed");
        row("the first by alphabet of two equally near", "cot", "cat");
    }

    void aMistypedNameIsRecognised()
    {
        QFETCH(QString, word);
        QFETCH(QString, expected);
        QStringList names{QStringLiteral("cut"), QStringLiteral("cat"), QStringLiteral("apheresis"),
            QStringLiteral("bed"), QStringLiteral("bonds")};
        QCOMPARE(cq::nearestName(word, names), expected);
        std::reverse(names.begin(), names.end());
        QCOMPARE(cq::nearestName(word, names), expected);
    }

    void distancesAgreeWithTheFullTable()
    {
        const QString letters = QStringLiteral("abc");
        QStringList words;
        for (int length = 1, count = 3; length <= 5; ++length, count *= 3)
            for (int i = 0; i < count; ++i) {
                QString word;
                for (int k = 0, rest = i; k < length; ++k, rest /= 3)
                    word += letters[rest % 3];
                words.append(word);
            }
        int near = 0;
        for (const QString &a : words)
            for (const QString &b : words) {
                const bool isNear = cq::nearestName(a, {b}) == b;
                if (isNear != (fullDistance(a, b) <= 2))
                    QFAIL(qPrintable(a + u' ' + b));
                near += isNear;
            }
        QVERIFY(near > 1000);
    }

private:
    // The textbook table, without a band.
    static int fullDistance(const QString &a, const QString &b)
    {
        QList<int> row;
        for (int j = 0; j <= b.size(); ++j)
            row.append(j);
        for (int i = 1; i <= a.size(); ++i) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.size(); ++j) {
                const int above = row[j];
                row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
                diagonal = above;
            }
        }
        return row.last();
    }
};

QTEST_APPLESS_MAIN(TestNearestName)
#include "tst_nearestname.moc"
