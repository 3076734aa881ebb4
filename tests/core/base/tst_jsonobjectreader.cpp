// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonobjectreader.h"

#include "core/audit/person.h"

#include <QTest>

#include <functional>

using namespace cq;

namespace {

struct Reading
{
    explicit Reading(const QByteArray &text, qsizetype limit = 200)
        : source(JsonSource::parse(text, {}).value()), faults(source, limit), reader(source.root(), QString(), faults)
    {
    }

    // "pointer:line message" of each fault
    QStringList told() const
    {
        QStringList lines;
        for (const Fault &fault : faults.inOrder())
            lines.append(QStringLiteral("%1:%2 %3").arg(fault.pointer).arg(fault.line).arg(fault.message));
        return lines;
    }

    JsonSource source;
    JsonFaults faults;
    JsonObjectReader reader;
};

} // namespace

class TestJsonObjectReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTypedValuesWithoutFaults();
    void everyWrongValueIsOneFaultAtItsPlace_data();
    void everyWrongValueIsOneFaultAtItsPlace();
    void aMissingKeyIsToldOnceAtItsObject();
    void aMissingObjectIsToldOnceAndItsKeysNotAtAll();
    void aKeyNobodyAskedForIsRefused();
    void textsComeInNfc();
    void listsAreReadElementByElement();
    void listsOfTextsAndWordsKeepTheirOrder();
    void aListOverItsLimitIsOneFault();
    void manyFaultsAreCountedNotListed();
    void aParsingErrorBecomesAFaultOnItsLine();
};

void TestJsonObjectReader::givesTypedValuesWithoutFaults()
{
    Reading r(R"({"text":"","id":"X-01","none":null,"flag":true,"n":-5,"m":null,"day":"2026-01-31","unknown":null,
        "utc":"2026-01-31T09:30:00.000Z","offset":"-03:30","role":"reviewer","ids":["a","b"],"empty":[],
        "digest":"00000000000000000000000000000000000000000000000000000000000000ff","o":{"x":1}})");
    QCOMPARE(r.reader.text("text"), QString());
    QCOMPARE(r.reader.id("id"), QStringLiteral("X-01"));
    QCOMPARE(r.reader.idOrNull("none"), QString());
    QCOMPARE(r.reader.boolean("flag"), true);
    QCOMPARE(r.reader.integer("n", -5, 5), std::optional<qint64>(-5));
    QCOMPARE(r.reader.integerOrNull("m", 0, 5), std::optional<qint64>());
    QCOMPARE(r.reader.dateOrNull("day"), QDate(2026, 1, 31));
    QCOMPARE(r.reader.dateOrNull("unknown"), QDate());
    QCOMPARE(r.reader.timestamp().offsetMinutes, -210);
    QCOMPARE(r.reader.word<Role>("role"), Role::Reviewer);
    QCOMPARE(r.reader.ids("ids", 2), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(r.reader.isEmptyList("empty"));
    QCOMPARE(r.reader.ids("empty", 2), QStringList());
    QCOMPARE(r.reader.digest("digest"), QByteArray(62, '0') + "ff");
    QCOMPARE(r.reader.child("o").integer("x", 1, 1), std::optional<qint64>(1));
    r.reader.refuseOtherKeys();
    QCOMPARE(r.told(), QStringList());
}

void TestJsonObjectReader::everyWrongValueIsOneFaultAtItsPlace_data()
{
    QTest::addColumn<QString>("getter");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *getter, const QByteArray &value, const char *message) {
        QTest::newRow(name) << QString::fromLatin1(getter) << value << QString::fromLatin1(message);
    };
    row("text is a number", "text", "1", "a text in quotes");
    row("text is null", "text", "null", "a text in quotes");
    row("text is too long", "text", '"' + QByteArray(20001, 'x') + '"', "has 20001 characters, the limit is 20000");
    row("id is empty", "id", "\"\"", "the id is empty");
    row("id is too long", "id", '"' + QByteArray(129, 'x') + '"', "longer than 128");
    row("id is a list", "id", "[]", "a text in quotes");
    row("id or null is false", "idOrNull", "false", "a text in quotes, or null");
    row("id or null is empty", "idOrNull", "\"\"", "the id is empty");
    row("flag is a word", "boolean", "\"true\"", "true or false");
    row("flag is null", "boolean", "null", "true or false");
    row("number is broken", "integer", "1.5", "a whole number from 1 to 9");
    row("number is small", "integer", "0", "a whole number from 1 to 9");
    row("number is large", "integer", "10", "a whole number from 1 to 9");
    row("number is a text", "integer", "\"5\"", "a whole number from 1 to 9");
    row("number is null", "integer", "null", "a whole number from 1 to 9");
    row("number or null is a text", "integerOrNull", "\"\"", "a whole number from 1 to 9");
    row("no such day", "dateOrNull", "\"2026-02-30\"", "a date like");
    row("day of another form", "dateOrNull", "\"31.01.2026\"", "a date like");
    row("day without noughts", "dateOrNull", "\"2026-1-31\"", "a date like");
    row("day with a time", "dateOrNull", "\"2026-01-31T00:00:00\"", "a date like");
    row("day is a number", "dateOrNull", "20260131", "a date like");
    row("digest is short", "digest", '"' + QByteArray(63, 'a') + '"', "64 hexadecimal digits");
    row("digest is long", "digest", '"' + QByteArray(65, 'a') + '"', "64 hexadecimal digits");
    row("digest in capitals", "digest", '"' + QByteArray(64, 'A') + '"', "64 hexadecimal digits");
    row("digest is not hexadecimal", "digest", '"' + QByteArray(64, 'g') + '"', "64 hexadecimal digits");
    row("word is unknown", "word", "\"boss\"",
        "'boss' is not allowed here; use lead-auditor, auditor, technical-expert, observer, quality-manager, reviewer");
    row("word is empty", "word", "\"\"", "'' is not allowed here");
    row("word is long", "word", '"' + QByteArray(5000, 'x') + '"', "xxx...' is not allowed here");
    row("list is an object", "ids", "{}", "a list [ ]");
    row("child is a list", "child", "[]", "an object { }");
    row("child is null", "child", "null", "an object { }");
}

void TestJsonObjectReader::everyWrongValueIsOneFaultAtItsPlace()
{
    QFETCH(QString, getter);
    QFETCH(QByteArray, value);
    QFETCH(QString, message);
    Reading r("{\n\"before\": 0,\n\"k\": " + value + "\n}");
    const QHash<QString, std::function<void()>> getters{
        {QStringLiteral("text"), [&] { QCOMPARE(r.reader.text("k"), QString()); }},
        {QStringLiteral("id"), [&] { QCOMPARE(r.reader.id("k"), QString()); }},
        {QStringLiteral("idOrNull"), [&] { QCOMPARE(r.reader.idOrNull("k"), QString()); }},
        {QStringLiteral("boolean"), [&] { QCOMPARE(r.reader.boolean("k"), false); }},
        {QStringLiteral("integer"), [&] { QVERIFY(!r.reader.integer("k", 1, 9)); }},
        {QStringLiteral("integerOrNull"), [&] { QVERIFY(!r.reader.integerOrNull("k", 1, 9)); }},
        {QStringLiteral("dateOrNull"), [&] { QCOMPARE(r.reader.dateOrNull("k"), QDate()); }},
        {QStringLiteral("digest"), [&] { QCOMPARE(r.reader.digest("k"), QByteArray()); }},
        {QStringLiteral("word"), [&] { QCOMPARE(r.reader.word<Role>("k"), Role::LeadAuditor); }},
        {QStringLiteral("ids"), [&] { QCOMPARE(r.reader.ids("k", 9), QStringList()); }},
        {QStringLiteral("child"), [&] { r.reader.child("k"); }},
    };
    getters.value(getter)();
    QCOMPARE(r.told().size(), 1);
    QVERIFY2(r.told().first().startsWith(QStringLiteral("/k:3 ")), qPrintable(r.told().first()));
    QVERIFY2(r.told().first().contains(message), qPrintable(r.told().first()));
    QVERIFY(r.told().first().size() < 200);
}

void TestJsonObjectReader::aMissingKeyIsToldOnceAtItsObject()
{
    Reading r("{}");
    r.reader.text("a");
    r.reader.id("b");
    r.reader.idOrNull("c");
    r.reader.boolean("d");
    r.reader.integerOrNull("e", 0, 1);
    r.reader.dateOrNull("f");
    r.reader.digest("g");
    r.reader.word<Role>("h");
    r.reader.ids("i", 1);
    QStringList expected;
    for (const char16_t key : u"abcdefghi")
        if (key != 0)
            expected.append(QStringLiteral(":1 the key '%1' is missing").arg(QChar(key)));
    QCOMPARE(r.told(), expected);
}

void TestJsonObjectReader::aMissingObjectIsToldOnceAndItsKeysNotAtAll()
{
    Reading r("{}");
    JsonObjectReader child = r.reader.child("o");
    child.text("x");
    child.timestamp();
    child.forEach("list", 5, [](JsonObjectReader &) { QFAIL("there is nothing to read"); });
    child.refuseOtherKeys();
    QCOMPARE(r.told(), QStringList(QStringLiteral(":1 the key 'o' is missing")));
}

void TestJsonObjectReader::aKeyNobodyAskedForIsRefused()
{
    Reading r("{\"text\": \"\",\n\"Text\": \"\",\n\"a/b\": 1}");
    r.reader.text("text");
    r.reader.refuseOtherKeys();
    QCOMPARE(r.told(),
        (QStringList{
            QStringLiteral("/Text:2 the key 'Text' is unknown"), QStringLiteral("/a~1b:3 the key 'a/b' is unknown")}));
}

void TestJsonObjectReader::textsComeInNfc()
{
    Reading r(QStringLiteral("{\"t\":\"u\u0308\",\"i\":\"u\u0308\",\"l\":[\"u\u0308\"]}").toUtf8());
    QCOMPARE(r.reader.text("t"), QStringLiteral("\u00fc"));
    QCOMPARE(r.reader.id("i"), QStringLiteral("\u00fc"));
    QCOMPARE(r.reader.ids("l", 1), QStringList(QStringLiteral("\u00fc")));
}

void TestJsonObjectReader::listsAreReadElementByElement()
{
    Reading r("{\"list\": [{\"id\": \"a\"},\n7,\n{\"id\": \"a\", \"x\": 0}],\n\"ids\": [\"b\",\n\"\",\n3,\n\"b\"]}");
    QStringList read;
    QSet<QString> seen;
    r.reader.forEach("list", 3, [&](JsonObjectReader &item) { read.append(item.newId("id", seen)); });
    QCOMPARE(read, (QStringList{QStringLiteral("a"), QString(), QStringLiteral("a")}));
    QCOMPARE(r.reader.ids("ids", 4).size(), 4);
    QCOMPARE(r.told(),
        (QStringList{QStringLiteral("/list/1:2 an object { } is expected here"),
            QStringLiteral("/list/2/id:3 'a' stands twice"), QStringLiteral("/list/2/x:3 the key 'x' is unknown"),
            QStringLiteral("/ids/1:5 the id is empty"), QStringLiteral("/ids/2:6 a text in quotes is expected here"),
            QStringLiteral("/ids/3:7 'b' stands twice")}));
}

void TestJsonObjectReader::listsOfTextsAndWordsKeepTheirOrder()
{
    Reading r("{\"texts\": [\"b\",\n\"\",\n3,\n\"b\"],\n\"words\": [\"reviewer\",\n\"auditor\",\n\"king\"],\n"
              "\"mixed\": [7]}");
    QCOMPARE(r.reader.texts("texts", 4), (QStringList{QStringLiteral("b"), QString(), QString(), QStringLiteral("b")}));
    const QList<Role> roles = r.reader.words<Role>("words", 3);
    QCOMPARE(roles.mid(0, 2), (QList<Role>{Role::Reviewer, Role::Auditor}));
    QCOMPARE(r.reader.words<Role>("mixed", 3).size(), 1);
    const QStringList told = r.told();
    QCOMPARE(told.size(), 3);
    QCOMPARE(told[0], QStringLiteral("/texts/2:3 a text in quotes is expected here"));
    QVERIFY(told[1].startsWith(QStringLiteral("/words/2:7 'king' is not allowed here; use ")));
    QCOMPARE(told[2], QStringLiteral("/mixed/0:8 a text in quotes is expected here"));
}

void TestJsonObjectReader::aListOverItsLimitIsOneFault()
{
    Reading r("{\"list\": [{},{},{}]}");
    int read = 0;
    r.reader.forEach("list", 2, [&](JsonObjectReader &) { ++read; });
    QCOMPARE(read, 0);
    QCOMPARE(r.told(), QStringList(QStringLiteral("/list:1 the list has 3 entries, the limit is 2")));
}

void TestJsonObjectReader::manyFaultsAreCountedNotListed()
{
    Reading r("{\"a\":0,\"b\":0,\"c\":0,\"d\":0,\"e\":0,\"a\":0}", 3);
    r.reader.refuseOtherKeys();
    QCOMPARE(r.faults.count(), 6);
    QCOMPARE(r.told(),
        (QStringList{QStringLiteral("/a:1 the key stands twice"), QStringLiteral("/a:1 the key 'a' is unknown"),
            QStringLiteral(":1 4 more faults are not listed")}));
}

void TestJsonObjectReader::aParsingErrorBecomesAFaultOnItsLine()
{
    const Fault broken = JsonFaults::ofParsing(JsonSource::parse("{\n1}", {}).error());
    QCOMPARE(broken.line, 2);
    QVERIFY(!broken.message.isEmpty() && !broken.message.startsWith(QStringLiteral("line")));
    const Fault large = JsonFaults::ofParsing(JsonSource::parse("[1,2]", {3}).error());
    QCOMPARE(large, (Fault{{}, 1, QStringLiteral("the file has 5 bytes, the limit is 3")}));
}

QTEST_GUILESS_MAIN(TestJsonObjectReader)
#include "tst_jsonobjectreader.moc"
