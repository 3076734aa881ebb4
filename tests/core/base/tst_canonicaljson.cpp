// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonicaljson.h"

#include <QJsonArray>
#include <QTest>

using namespace cq;

class TestCanonicalJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryKindOfValueWithoutWhiteSpace();
    void sortsKeysByCodeUnitWhateverTheOrderGiven();
    void textsAndKeysAreInNfc();
    void refusesKeysThatAreOneInNfc();
    void halfASurrogatePairBecomesAReplacementCharacter();
    void controlCharactersAreEscaped();
    void integersOnly_data();
    void integersOnly();
    void aFaultyNumberIsNamedByItsPlace();
};

void TestCanonicalJson::writesEveryKindOfValueWithoutWhiteSpace()
{
    const QJsonObject object{{QStringLiteral("a"), QJsonArray{1, true, false, QJsonValue(), QStringLiteral("x y")}},
        {QStringLiteral("b"), QJsonObject{}}, {QStringLiteral("c"), QJsonArray{}}};
    QCOMPARE(canonicalJson(object).value(), QByteArray(R"({"a":[1,true,false,null,"x y"],"b":{},"c":[]})"));
}

void TestCanonicalJson::sortsKeysByCodeUnitWhateverTheOrderGiven()
{
    // As UTF-16 the face (D83D DE00) stands before the full-width tilde (FF5E), as code points behind it.
    const QStringList sorted{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("a"), QStringLiteral("aa"),
        QStringLiteral("b"), QStringLiteral("\u00e4"), QStringLiteral("\U0001F600"), QStringLiteral("\uFF5E")};
    QJsonObject forwards;
    QJsonObject backwards;
    QByteArray expected;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        forwards.insert(sorted[i], 1);
        backwards.insert(sorted[sorted.size() - 1 - i], 1);
        expected += (i == 0 ? "{\"" : ",\"") + sorted[i].toUtf8() + "\":1";
    }
    expected += '}';
    QCOMPARE(canonicalJson(forwards).value(), expected);
    QCOMPARE(canonicalJson(backwards).value(), expected);
}

void TestCanonicalJson::textsAndKeysAreInNfc()
{
    const QString composed = QStringLiteral("M\u00fcnchen");
    const QString decomposed = QStringLiteral("Mu\u0308nchen");
    QVERIFY(composed != decomposed);
    QCOMPARE(canonicalJson({{decomposed, QJsonArray{decomposed}}}).value(),
        canonicalJson({{composed, QJsonArray{composed}}}).value());
    QVERIFY(canonicalJson({{QStringLiteral("k"), decomposed}}).value().contains(composed.toUtf8()));
}

void TestCanonicalJson::refusesKeysThatAreOneInNfc()
{
    const auto bytes = canonicalJson({{QStringLiteral("\u00fc"), 1}, {QStringLiteral("u\u0308"), 2}});
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::InvalidInput);
}

void TestCanonicalJson::halfASurrogatePairBecomesAReplacementCharacter()
{
    const QString cut = QStringLiteral("a") + QChar(0xD83D) + QStringLiteral("b\U0001F600") + QChar(0xDE00);
    QCOMPARE(canonicalJson({{QStringLiteral("k"), cut}}).value(),
        QStringLiteral("{\"k\":\"a\uFFFDb\U0001F600\uFFFD\"}").toUtf8());
}

void TestCanonicalJson::controlCharactersAreEscaped()
{
    const QString text = QStringLiteral("\"\\/\n\t\r\b\f") + QChar(1) + QChar(0) + QChar(0x7f);
    const QByteArray bytes = canonicalJson({{QStringLiteral("k"), text}}).value();
    QCOMPARE(bytes, QByteArray("{\"k\":\"\\\"\\\\/\\n\\t\\r\\b\\f\\u0001\\u0000\x7f\"}"));
}

void TestCanonicalJson::integersOnly_data()
{
    QTest::addColumn<QJsonValue>("number");
    QTest::addColumn<QByteArray>("text"); ///< empty: refused
    constexpr qint64 most = 9007199254740991; // 2^53 - 1
    QTest::newRow("zero") << QJsonValue(0) << QByteArray("0");
    QTest::newRow("minus zero") << QJsonValue(-0.0) << QByteArray("0");
    QTest::newRow("whole double") << QJsonValue(1000.0) << QByteArray("1000");
    QTest::newRow("largest") << QJsonValue(most) << QByteArray("9007199254740991");
    QTest::newRow("smallest") << QJsonValue(-most) << QByteArray("-9007199254740991");
    QTest::newRow("2^53") << QJsonValue(most + 1) << QByteArray();
    QTest::newRow("2^53 + 1") << QJsonValue(most + 2) << QByteArray();
    QTest::newRow("-2^53") << QJsonValue(-most - 1) << QByteArray();
    QTest::newRow("half") << QJsonValue(0.5) << QByteArray();
    QTest::newRow("huge") << QJsonValue(1e300) << QByteArray();
}

void TestCanonicalJson::integersOnly()
{
    QFETCH(QJsonValue, number);
    QFETCH(QByteArray, text);
    const auto bytes = canonicalJson({{QStringLiteral("n"), number}});
    QCOMPARE(bool(bytes), !text.isEmpty());
    if (bytes)
        QCOMPARE(*bytes, "{\"n\":" + text + '}');
    else
        QCOMPARE(bytes.error().code, ErrorCode::InvalidInput);
}

void TestCanonicalJson::aFaultyNumberIsNamedByItsPlace()
{
    const QJsonObject object{{QStringLiteral("list"), QJsonArray{1, QJsonObject{{QStringLiteral("score"), 70.59}}}}};
    QVERIFY(canonicalJson(object).error().detail.contains(QStringLiteral("/list/1/score")));
}

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonicaljson.moc"
