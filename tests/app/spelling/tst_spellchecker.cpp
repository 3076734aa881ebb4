// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spelling/spellchecker.h"

#include "app/spelling/spellinghighlighter.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

using namespace cq;

class TestSpellChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutADictionaryEverythingIsRight();
    void wordsAreJudged_data();
    void wordsAreJudged();
    void suggestionsComeBestFirst();
    void ownWordsAreRight();
    void aDictionaryInAnOldEncodingIsRead();
    void whatIsNoDictionaryLeavesItOff_data();
    void whatIsNoDictionaryLeavesItOff();
    void dictionariesAreFoundOnceAndOnlyWhole();
    void wrongWordsGetAWave();

private:
    static Dictionary write(const QTemporaryDir &folder, const QString &name, const QByteArray &affixes, const QByteArray &words)
    {
        const Dictionary dictionary {
            name, folder.filePath(name + QStringLiteral(".aff")), folder.filePath(name + QStringLiteral(".dic"))};
        for (const auto &[path, content] : {std::pair(dictionary.affixes, affixes), std::pair(dictionary.words, words)}) {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                qFatal("cannot write the dictionary");
        }
        return dictionary;
    }
    static Dictionary tiny(const QTemporaryDir &folder)
    {
        return write(folder, QStringLiteral("xx_YY"), "SET UTF-8\nTRY eadorwit\nSFX S Y 1\nSFX S 0 s .\n",
            "5\ndoor/S\nward/S\nKühlschrank\nopen\ndon't\n");
    }
    static void turnOn(SpellChecker &checker, const Dictionary &dictionary)
    {
        QSignalSpy changed(&checker, &SpellChecker::changed);
        checker.use(dictionary);
        QTRY_COMPARE(changed.size(), 1);
    }
};

void TestSpellChecker::withoutADictionaryEverythingIsRight()
{
    const SpellChecker checker;
    QVERIFY(!checker.isOn());
    QVERIFY(checker.isRight(QStringLiteral("xqzzy")));
    QVERIFY(checker.suggestions(QStringLiteral("xqzzy")).isEmpty());
}

void TestSpellChecker::wordsAreJudged_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("right") << QStringLiteral("door") << true;
    QTest::newRow("with an ending") << QStringLiteral("wards") << true;
    QTest::newRow("at the beginning of a sentence") << QStringLiteral("Open") << true;
    QTest::newRow("with an umlaut") << QStringLiteral("Kühlschrank") << true;
    QTest::newRow("with a typographic apostrophe") << QStringLiteral("don’t") << true;
    QTest::newRow("wrong") << QStringLiteral("dooor") << false;
    QTest::newRow("in capitals") << QStringLiteral("ICANS") << true;
    QTest::newRow("a code") << QStringLiteral("Tox01") << true;
    QTest::newRow("a name of a file") << QStringLiteral("ward_list") << true;
    QTest::newRow("a case of a sample") << QStringLiteral("Q") << true;
    QTest::newRow("empty") << QString() << true;
    QTest::newRow("a foreign script") << QStringLiteral("двери") << false;
    QTest::newRow("half a pair") << QString(QChar(0xD800)) << false;
    QTest::newRow("endless") << QString(100'000, u'a') << false;
}

void TestSpellChecker::wordsAreJudged()
{
    QFETCH(QString, word);
    QFETCH(bool, isRight);
    const QTemporaryDir folder;
    SpellChecker checker;
    turnOn(checker, tiny(folder));
    QVERIFY(checker.isOn());
    QCOMPARE(checker.isRight(word), isRight);
}

void TestSpellChecker::suggestionsComeBestFirst()
{
    const QTemporaryDir folder;
    SpellChecker checker;
    turnOn(checker, tiny(folder));
    QCOMPARE(checker.suggestions(QStringLiteral("dooor")).value(0), QStringLiteral("door"));
    QCOMPARE(checker.suggestions(QStringLiteral("Kuhlschrank"), 1), QStringList {QStringLiteral("Kühlschrank")});
    QVERIFY(checker.suggestions(QStringLiteral("door")).isEmpty());
}

void TestSpellChecker::ownWordsAreRight()
{
    const QTemporaryDir folder;
    SpellChecker checker;
    turnOn(checker, tiny(folder));
    QVERIFY(!checker.isRight(QStringLiteral("leukapheresis")));
    const QSignalSpy changed(&checker, &SpellChecker::changed);
    checker.setOwnWords({QStringLiteral("leukapheresis")});
    QCOMPARE(changed.size(), 1);
    QVERIFY(checker.isRight(QStringLiteral("leukapheresis")));
}

void TestSpellChecker::aDictionaryInAnOldEncodingIsRead()
{
    const QTemporaryDir folder;
    SpellChecker checker;
    turnOn(checker, write(folder, QStringLiteral("de_XX"), "SET ISO8859-1\nTRY \xfc" "e\n", "1\nK\xfchl\n"));
    QVERIFY(checker.isOn());
    QVERIFY(checker.isRight(QStringLiteral("Kühl")));
    QVERIFY(!checker.isRight(QStringLiteral("Kuhl")));
    QVERIFY(!checker.isRight(QStringLiteral("двери")));
}

void TestSpellChecker::whatIsNoDictionaryLeavesItOff_data()
{
    QTest::addColumn<QByteArray>("affixes");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("no words") << QByteArray("SET UTF-8\n") << QByteArray("0\n");
    QTest::newRow("no count") << QByteArray("SET UTF-8\n") << QByteArray("door\n");
    QTest::newRow("unknown encoding") << QByteArray("SET KOI8-XX\n") << QByteArray("1\ndoor\n");
}

void TestSpellChecker::whatIsNoDictionaryLeavesItOff()
{
    QFETCH(QByteArray, affixes);
    QFETCH(QByteArray, words);
    const QTemporaryDir folder;
    SpellChecker checker;
    turnOn(checker, write(folder, QStringLiteral("xx"), affixes, words));
    QVERIFY(!checker.isOn());
    QVERIFY(checker.isRight(QStringLiteral("anything")));
}

void TestSpellChecker::dictionariesAreFoundOnceAndOnlyWhole()
{
    const QTemporaryDir first;
    const QTemporaryDir second;
    const Dictionary known = tiny(first);
    tiny(second);
    write(second, QStringLiteral("aa"), "SET UTF-8\n", "1\na\n");
    QVERIFY(QFile::remove(second.filePath(QStringLiteral("aa.aff"))));
    QCOMPARE(dictionariesIn({first.path(), second.path(), QStringLiteral("/nowhere")}), QList<Dictionary> {known});
    QVERIFY(dictionariesIn({}).isEmpty());
}

void TestSpellChecker::wrongWordsGetAWave()
{
    const QTemporaryDir folder;
    SpellChecker checker;
    QTextDocument document;
    document.setPlainText(QStringLiteral("Dooor open."));
    const SpellingHighlighter highlighter(checker, &document);
    const auto waves = [&document] { return document.firstBlock().layout()->formats(); };
    turnOn(checker, tiny(folder));
    QTRY_COMPARE(waves().size(), 1);
    QCOMPARE(waves().first().start, 0);
    QCOMPARE(waves().first().length, 5);
    QCOMPARE(waves().first().format.underlineStyle(), QTextCharFormat::WaveUnderline);
    checker.setOwnWords({QStringLiteral("Dooor")});
    QTRY_VERIFY(waves().isEmpty());
    checker.setOwnWords({});
    QTRY_COMPARE(waves().size(), 1);
    checker.turnOff();
    QTRY_VERIFY(waves().isEmpty());
}

QTEST_MAIN(TestSpellChecker)
#include "tst_spellchecker.moc"
