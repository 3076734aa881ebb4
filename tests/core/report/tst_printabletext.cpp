// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/printabletext.h"

#include <QTest>

using namespace cq;

class TestPrintableText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unprintableCharactersAreShownOrUnified_data();
    void unprintableCharactersAreShownOrUnified();
    void marksAreLimitedToWhatAScriptNeeds();
    void endlessWordsCanBeBroken();
    void aLineHasNoLineEnds();
};

void TestPrintableText::unprintableCharactersAreShownOrUnified_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed");
    const QString line = QString(QChar(QChar::LineSeparator));
    const QString bad = QString(QChar(QChar::ReplacementCharacter));
    QTest::newRow("plain") << QStringLiteral("Ward 7, ąß漢") << QStringLiteral("Ward 7, ąß漢");
    QTest::newRow("unix line end") << QStringLiteral("a\nb") << u'a' + line + u'b';
    QTest::newRow("windows line end is one") << QStringLiteral("a\r\nb") << u'a' + line + u'b';
    QTest::newRow("carriage return") << QStringLiteral("a\rb") << u'a' + line + u'b';
    QTest::newRow("form feed") << QStringLiteral("a\fb") << u'a' + line + u'b';
    QTest::newRow("tab") << QStringLiteral("a\tb") << QStringLiteral("a b");
    QTest::newRow("zero") << QString(QChar(0)) << bad;
    QTest::newRow("delete") << QStringLiteral("\u007f") << bad;
    QTest::newRow("override") << QStringLiteral("\u202Ex") << bad + u'x';
    QTest::newRow("isolate") << QStringLiteral("\u2067x") << bad + u'x';
    QTest::newRow("pair") << QStringLiteral("\U0001F44D") << QStringLiteral("\U0001F44D");
    QTest::newRow("lone high") << QString(QChar(0xd83d)) + u'a' << bad + u'a';
    QTest::newRow("lone low") << QString(QChar(0xdc4d)) << bad;
    QTest::newRow("empty") << QString() << QString();
}

void TestPrintableText::unprintableCharactersAreShownOrUnified()
{
    QFETCH(QString, text);
    QTEST(printableText(text), "printed");
}

void TestPrintableText::marksAreLimitedToWhatAScriptNeeds()
{
    QCOMPARE(printableText(QStringLiteral("e\u0301")), QStringLiteral("e\u0301"));
    const QString heap = u'Z' + QString(100, QChar(0x0301)) + u'a';
    QCOMPARE(printableText(heap), u'Z' + QString(6, QChar(0x0301)) + u'a');
}

void TestPrintableText::endlessWordsCanBeBroken()
{
    QCOMPARE(printableText(QString(400, u'x')), QString(400, u'x'));
    const QString broken = printableText(QString(1000, u'x'));
    QCOMPARE(broken.count(QChar(0x200b)), 2);
    QCOMPARE(QString(broken).remove(QChar(0x200b)), QString(1000, u'x'));
    const QString words = QStringLiteral("word ").repeated(300);
    QCOMPARE(printableText(words), words);
}

void TestPrintableText::aLineHasNoLineEnds()
{
    QCOMPARE(printableLine(QStringLiteral(" a\r\n\n b\tc ")), QStringLiteral("a b c"));
}

QTEST_GUILESS_MAIN(TestPrintableText)
#include "tst_printabletext.moc"
