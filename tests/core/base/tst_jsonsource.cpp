// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonsource.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace cq;

class TestJsonSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildsTheValues();
    void knowsTheLineOfEveryValue_data();
    void knowsTheLineOfEveryValue();
    void escapesAndFindsPointers();
    void listsKeysThatStandTwice();
    void listsOnlyTheFirstOfManyDuplicates();
    void refusesOverTheLimits_data();
    void refusesOverTheLimits();
    void acceptsUpToTheLimits();
    void refusesJunk_data();
    void refusesJunk();
    void aHugeObjectIsRefusedAtItsLimit();
};

void TestJsonSource::buildsTheValues()
{
    const auto source = JsonSource::parse(
        R"({"t": "\u00e4\ud83d\ude00", "n": [0, -1, 9007199254740991, 1.5, 18446744073709551615, 0e300, 2e3, -0.25], "b": [true, false, null]})",
        {});
    QVERIFY(source);
    const QJsonObject root = source->root().toObject();
    QCOMPARE(root[u"t"].toString(), QStringLiteral("\u00e4\U0001F600"));
    QCOMPARE(root[u"n"].toArray(),
        (QJsonArray{0, -1, qint64{9007199254740991}, 1.5, static_cast<double>(18446744073709551615ULL), 0, 2000, -0.25}));
    QCOMPARE(root[u"b"].toArray(), (QJsonArray{true, false, QJsonValue()}));
}

void TestJsonSource::knowsTheLineOfEveryValue_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<int>("line");
    QTest::newRow("root") << QString() << 1;
    QTest::newRow("number") << QStringLiteral("/a") << 2;
    QTest::newRow("list") << QStringLiteral("/b") << 3;
    QTest::newRow("first element") << QStringLiteral("/b/0") << 4;
    QTest::newRow("second element") << QStringLiteral("/b/1") << 5;
    QTest::newRow("in an object in a list") << QStringLiteral("/b/1/c") << 6;
    QTest::newRow("after the containers") << QStringLiteral("/d") << 9;
    QTest::newRow("not there: its parent") << QStringLiteral("/b/1/x") << 5;
    QTest::newRow("over the end of a list") << QStringLiteral("/b/2") << 3;
    QTest::newRow("not there, with children") << QStringLiteral("/x/y/z") << 1;
    QTest::newRow("no pointer at all") << QStringLiteral("junk") << 1;
}

void TestJsonSource::knowsTheLineOfEveryValue()
{
    QFETCH(QString, pointer);
    QFETCH(int, line);
    const auto source = JsonSource::parse("{\n\"a\": 1,\n\"b\": [\n0,\n{\n\"c\": \"x\"\n}\n],\n\"d\": {}}\n", {});
    QVERIFY(source);
    QCOMPARE(source->lineOf(pointer), line);
}

void TestJsonSource::escapesAndFindsPointers()
{
    const QString pointer = jsonPointer(jsonPointer(QString(), QStringLiteral("a/b~c")), qsizetype{1});
    QCOMPARE(pointer, QStringLiteral("/a~1b~0c/1"));
    const auto source = JsonSource::parse("{\"x\": 0,\n\"a/b~c\": [0,\n7]}", {});
    QCOMPARE(source->lineOf(pointer), 3);
}

void TestJsonSource::listsKeysThatStandTwice()
{
    const auto source = JsonSource::parse("{\"a\": 1,\n\"b\": [{\"c\": 1,\n\"c\": 2}],\n\"a\": 3}", {});
    QVERIFY(source);
    QCOMPARE(source->duplicateKeys().size(), 2);
    QCOMPARE(source->duplicateKeys()[0].pointer, QStringLiteral("/b/0/c"));
    QCOMPARE(source->duplicateKeys()[0].line, 3);
    QCOMPARE(source->duplicateKeys()[1].pointer, QStringLiteral("/a"));
    QCOMPARE(source->duplicateKeys()[1].line, 4);
    // The value kept is the last one, and so is its line.
    QCOMPARE(source->root().toObject()[u"a"].toInt(), 3);
    QCOMPARE(source->lineOf(QStringLiteral("/a")), 4);
}

void TestJsonSource::listsOnlyTheFirstOfManyDuplicates()
{
    QByteArray text = "{\"a\": 1";
    for (int i = 0; i < 5000; ++i)
        text += ",\"a\":1";
    const auto source = JsonSource::parse(text + '}', {});
    QVERIFY(source);
    QCOMPARE(source->duplicateKeys().size(), 200);
}

void TestJsonSource::refusesOverTheLimits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");
    QTest::newRow("bytes") << QByteArray("[\"") + QByteArray(100, 'x') + "\"]" << QStringLiteral("the limit is 100");
    QTest::newRow("depth of lists") << QByteArray("[\n[[[[]]]]]") << QStringLiteral("line 2: nested more than 4");
    QTest::newRow("depth of objects") << QByteArray(R"({"a":{"a":{"a":{"a":{"a":1}}}}})")
                                      << QStringLiteral("line 1: nested more than 4");
    QTest::newRow("values") << QByteArray("[1,2,3,4,5,6,7,8,9,10]") << QStringLiteral("more than 10 values");
    QTest::newRow("containers") << QByteArray("[[],[],[],[],[],[],[],[],[],[]]")
                                << QStringLiteral("more than 10 values");
    QTest::newRow("keys") << QByteArray(R"({"a":1,"b":1,"c":1,"d":1})") << QStringLiteral("more than 3 keys");
}

void TestJsonSource::refusesOverTheLimits()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);
    const auto source = JsonSource::parse(text, {100, 4, 10, 3});
    QVERIFY(!source);
    QCOMPARE(source.error().code, ErrorCode::TooLarge);
    QVERIFY2(source.error().detail.contains(detail), qPrintable(source.error().detail));
}

void TestJsonSource::acceptsUpToTheLimits()
{
    QVERIFY(JsonSource::parse(QByteArray("\"") + QByteArray(98, 'x') + '"', {100, 4, 10, 3}));
    QVERIFY(JsonSource::parse("[[[[]]]]", {100, 4, 10, 3}));
    QVERIFY(JsonSource::parse("[1,2,3,4,5,6,7,8,9]", {100, 4, 10, 3}));
    QVERIFY(JsonSource::parse(R"({"a":1,"b":1,"c":1})", {100, 4, 10, 3}));
}

void TestJsonSource::refusesJunk_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("nothing") << QByteArray() << 1;
    QTest::newRow("white space") << QByteArray("\n\n ") << 3;
    QTest::newRow("no JSON") << QByteArray("%PDF-1.7") << 1;
    QTest::newRow("cut off") << QByteArray("{\"a\":\n[1,\n2") << 3;
    QTest::newRow("cut off in a text") << QByteArray("{\"a\":\n\"xy") << 2;
    QTest::newRow("something behind it") << QByteArray("{}\n{}") << 2;
    QTest::newRow("zero byte and something behind it") << QByteArray("{}\n\0junk", 8) << 2;
    QTest::newRow("zero byte in a text") << QByteArray("[\"a\0b\"]", 7) << 1;
    QTest::newRow("comma at the end") << QByteArray("[1,\n]") << 2;
    QTest::newRow("comment") << QByteArray("{} // x") << 1;
    QTest::newRow("single quotes") << QByteArray("{'a':1}") << 1;
    QTest::newRow("not a number") << QByteArray("[\nNaN]") << 2;
    QTest::newRow("infinite") << QByteArray("[1e999]") << 1;
    QTest::newRow("leading zero") << QByteArray("[01]") << 1;
    QTest::newRow("line feed in a text") << QByteArray("[\"a\nb\"]") << 1;
    QTest::newRow("half a surrogate pair") << QByteArray(R"(["\ud83d"])") << 1;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << 1;
    QTest::newRow("Latin-1") << QByteArray("[\n\n\"M\xFCnchen\"]") << 3;
    QTest::newRow("overlong UTF-8") << QByteArray("[\"\xC0\xAF\"]") << 1;
    QTest::newRow("surrogate in UTF-8") << QByteArray("[\"\xED\xA0\x80\"]") << 1;
    QTest::newRow("UTF-16") << QByteArray("{\0\"\0a\0", 6) << 1;
}

void TestJsonSource::refusesJunk()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto source = JsonSource::parse(text, {});
    QVERIFY(!source);
    QCOMPARE(source.error().code, ErrorCode::Malformed);
    QVERIFY2(
        source.error().detail.startsWith(QStringLiteral("line %1: ").arg(line)), qPrintable(source.error().detail));
}

void TestJsonSource::aHugeObjectIsRefusedAtItsLimit()
{
    // Adding to a large object is quadratic: read to its end, this one would take hours.
    QByteArray text = "{\n";
    for (int i = 900'000; i > 0; --i)
        text += '"' + QByteArray::number(i) + "\":0,\n";
    const auto source = JsonSource::parse(text + "\"end\":0}", {64 * 1024 * 1024, 32});
    QVERIFY(!source);
    QCOMPARE(source.error().detail, QStringLiteral("line 2002: an object with more than 2000 keys"));
}

QTEST_GUILESS_MAIN(TestJsonSource)
#include "tst_jsonsource.moc"
