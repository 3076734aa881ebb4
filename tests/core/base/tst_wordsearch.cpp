// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/wordsearch.h"

#include <QTest>

using namespace cq;

class TestWordSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordMustBeginAWord_data();
    void everyWordMustBeginAWord();
    void nothingToLookForIsEmpty_data();
    void nothingToLookForIsEmpty();
    void whatIsTypedIsLimited();
    void anExcerptShowsTheWordWithItsMark();
    void aLongTextIsCutAroundTheFirstWord();
    void aTextWithoutTheWordShowsItsBeginning();
};

void TestWordSearch::everyWordMustBeginAWord_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    const QString text = QStringLiteral("Der Kühlschrank in Ward 7 (TOX-01) über Nacht");
    QTest::newRow("beginning") << QStringLiteral("kühl") << text << true;
    QTest::newRow("without accents") << QStringLiteral("KUHL uber") << text << true;
    QTest::newRow("decomposed") << QStringLiteral("ku\u0308hl") << text << true;
    QTest::newRow("middle") << QStringLiteral("schrank") << text << false;
    QTest::newRow("one of two missing") << QStringLiteral("kühl tag") << text << false;
    QTest::newRow("code") << QStringLiteral("tox-01") << text << true;
    QTest::newRow("parts in order") << QStringLiteral("01-tox") << text << false;
    QTest::newRow("single letter as it is") << QStringLiteral("7") << text << true;
    QTest::newRow("single letter begins nothing") << QStringLiteral("k") << text << false;
    QTest::newRow("operators are signs") << QStringLiteral("\"ward* (7) -") << text << true;
    QTest::newRow("an operator as a word") << QStringLiteral("NEAR") << text << false;
    QTest::newRow("hangul") << QStringLiteral("한국") << QStringLiteral("대한 한국어") << true;
}

void TestWordSearch::everyWordMustBeginAWord()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QFETCH(bool, matches);
    QCOMPARE(WordSearch(typed).matches(text), matches);
}

void TestWordSearch::nothingToLookForIsEmpty_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("empty") << QString();
    QTest::newRow("blanks") << QStringLiteral(" \t\n");
    QTest::newRow("signs") << QStringLiteral("\" * ( ) ^ : - + { }");
    QTest::newRow("a nul") << QString(QChar(0));
    QTest::newRow("a mark alone") << QString(QChar(0x0301));
}

void TestWordSearch::nothingToLookForIsEmpty()
{
    QFETCH(QString, typed);
    QVERIFY(WordSearch(typed).isEmpty());
}

void TestWordSearch::whatIsTypedIsLimited()
{
    QCOMPARE(WordSearch(QStringLiteral("ab ").repeated(50)).words().size(), WordSearch::maxWords);
    const WordSearch endless(QString(100'000, u'x'));
    QCOMPARE(endless.words().size(), 1);
    QCOMPARE(endless.words().first().first().size(), WordSearch::maxTyped);
}

void TestWordSearch::anExcerptShowsTheWordWithItsMark()
{
    const Excerpt excerpt
        = WordSearch(QStringLiteral("door 7")).excerpt(QStringLiteral("The  doors\nof Ward 7, and 77 doors"), 100);
    QCOMPARE(excerpt.text, QStringLiteral("The doors of Ward 7, and 77 doors"));
    QCOMPARE(excerpt.marks, (QList<TextSpan> {{4, 5}, {18, 1}, {28, 5}}));
}

void TestWordSearch::aLongTextIsCutAroundTheFirstWord()
{
    const QString text = QStringLiteral("before ").repeated(50) + QStringLiteral("needle ") + QStringLiteral("after ").repeated(50);
    const Excerpt excerpt = WordSearch(QStringLiteral("needle")).excerpt(text, 60);
    QVERIFY(excerpt.text.size() <= 60);
    QVERIFY(excerpt.text.startsWith(QStringLiteral("…before")));
    QVERIFY(excerpt.text.endsWith(u'…'));
    QCOMPARE(excerpt.marks.size(), 1);
    QCOMPARE(excerpt.text.mid(excerpt.marks.first().from, excerpt.marks.first().length), QStringLiteral("needle"));
}

void TestWordSearch::aTextWithoutTheWordShowsItsBeginning()
{
    const Excerpt excerpt = WordSearch(QStringLiteral("x1")).excerpt(QString(100, u'a'), 10);
    QCOMPARE(excerpt, (Excerpt {QStringLiteral("aaaaaaaaa…"), {}}));
}

QTEST_APPLESS_MAIN(TestWordSearch)
#include "tst_wordsearch.moc"
