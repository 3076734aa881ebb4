// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/semanticversion.h"

#include <QtTest>

using cq::SemanticVersion;

class TestSemanticVersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVersionIsThreeNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isVersion");
        const auto row = [](const char *text, bool isVersion) {
            QTest::addRow("<%s>", text) << QString::fromLatin1(text) << isVersion;
        };
        row("1.0.0", true);
        row("0.0.0", true);
        row("10.20.30", true);
        row("999999.999999.999999", true);
        row("1000000.0.0", false);
        row("1.0", false);
        row("1.0.0.0", false);
        row("01.0.0", false);
        row("1.00.0", false);
        row("-1.0.0", false);
        row("1.0.0-beta", false);
        row("1.0.0\n", false);
        row(" 1.0.0", false);
        row("v1.0.0", false);
        row("1..0", false);
        row("", false);
    }

    void aVersionIsThreeNumbers()
    {
        QFETCH(QString, text);
        QFETCH(bool, isVersion);
        const auto version = SemanticVersion::fromText(text);
        QCOMPARE(version.has_value(), isVersion);
        if (version)
            QCOMPARE(version->text(), text);
    }

    void versionsCompareByNumberNotByText()
    {
        const QStringList rising{QStringLiteral("0.9.9"), QStringLiteral("1.0.0"), QStringLiteral("1.0.10"),
            QStringLiteral("1.2.0"), QStringLiteral("1.10.0"), QStringLiteral("9.0.0"), QStringLiteral("10.0.0")};
        for (qsizetype i = 1; i < rising.size(); ++i) {
            const auto lower = SemanticVersion::fromText(rising[i - 1]);
            const auto higher = SemanticVersion::fromText(rising[i]);
            QVERIFY(lower && higher);
            QVERIFY2(*lower < *higher, qPrintable(rising[i]));
        }
    }

    void digitsOfOtherScriptsAreRefused()
    {
        QVERIFY(!SemanticVersion::fromText(QStringLiteral("1.0.") + QChar(0x0663)));
    }
};

QTEST_APPLESS_MAIN(TestSemanticVersion)
#include "tst_semanticversion.moc"
