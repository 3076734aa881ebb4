// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/centre/centreprofile.h"

#include <QTest>

using namespace cq;

namespace {

ProfileFactDefinition definition(ValueType type)
{
    ProfileFactDefinition fact;
    fact.id = FactId(QStringLiteral("fact"));
    fact.type = type;
    if (type == ValueType::Choice)
        fact.choices = {{QStringLiteral("public"), QStringLiteral("Public")},
            {QStringLiteral("private"), QStringLiteral("Private")}};
    return fact;
}

} // namespace

Q_DECLARE_METATYPE(cq::ValueType)
Q_DECLARE_METATYPE(cq::FactValue)

class TestCentreProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatFitsAndWritesItAgain_data();
    void readsWhatFitsAndWritesItAgain();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void aRefusalQuotesNoMoreThanTheStart();
};

void TestCentreProfile::readsWhatFitsAndWritesItAgain_data()
{
    QTest::addColumn<ValueType>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<FactValue>("value");
    QTest::newRow("yes") << ValueType::Boolean << QStringLiteral("true") << FactValue(true);
    QTest::newRow("no") << ValueType::Boolean << QStringLiteral("false") << FactValue(false);
    QTest::newRow("zero") << ValueType::Integer << QStringLiteral("0") << FactValue(qint64{0});
    QTest::newRow("most") << ValueType::Integer << QStringLiteral("1000000000") << FactValue(qint64{1'000'000'000});
    QTest::newRow("choice") << ValueType::Choice << QStringLiteral("private") << FactValue(QStringLiteral("private"));
    QTest::newRow("day") << ValueType::Date << QStringLiteral("2026-01-31") << FactValue(QStringLiteral("2026-01-31"));
    QTest::newRow("leap day") << ValueType::Date << QStringLiteral("2028-02-29")
                              << FactValue(QStringLiteral("2028-02-29"));
    QTest::newRow("text") << ValueType::Text << QStringLiteral("true") << FactValue(QStringLiteral("true"));
    QTest::newRow("longest text") << ValueType::Text << QString(2000, u'x') << FactValue(QString(2000, u'x'));
    QTest::newRow("no text") << ValueType::Text << QString() << FactValue(QString());
}

void TestCentreProfile::readsWhatFitsAndWritesItAgain()
{
    QFETCH(ValueType, type);
    QFETCH(QString, text);
    QFETCH(FactValue, value);
    const auto read = factFromText(definition(type), text);
    QVERIFY(read);
    QVERIFY(*read == value);
    QCOMPARE(factText(*read), text);
}

void TestCentreProfile::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<ValueType>("type");
    QTest::addColumn<QString>("text");
    QTest::newRow("yes in capitals") << ValueType::Boolean << QStringLiteral("TRUE");
    QTest::newRow("one for yes") << ValueType::Boolean << QStringLiteral("1");
    QTest::newRow("nothing for no") << ValueType::Boolean << QString();
    QTest::newRow("below zero") << ValueType::Integer << QStringLiteral("-1");
    QTest::newRow("over the limit") << ValueType::Integer << QStringLiteral("1000000001");
    QTest::newRow("over 64 bits") << ValueType::Integer << QStringLiteral("99999999999999999999");
    QTest::newRow("broken number") << ValueType::Integer << QStringLiteral("1.5");
    QTest::newRow("no number") << ValueType::Integer << QStringLiteral("many");
    QTest::newRow("empty number") << ValueType::Integer << QString();
    QTest::newRow("label for choice") << ValueType::Choice << QStringLiteral("Public");
    QTest::newRow("empty choice") << ValueType::Choice << QString();
    QTest::newRow("no such day") << ValueType::Date << QStringLiteral("2026-02-29");
    QTest::newRow("day of another form") << ValueType::Date << QStringLiteral("31.01.2026");
    QTest::newRow("day with a time") << ValueType::Date << QStringLiteral("2026-01-31T10:00");
    QTest::newRow("day without noughts") << ValueType::Date << QStringLiteral("2026-1-31");
    QTest::newRow("too long a text") << ValueType::Text << QString(2001, u'x');
}

void TestCentreProfile::refusesWhatDoesNotFit()
{
    QFETCH(ValueType, type);
    QFETCH(QString, text);
    const auto read = factFromText(definition(type), text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY(read.error().detail.startsWith(QStringLiteral("fact: ")));
}

void TestCentreProfile::aRefusalQuotesNoMoreThanTheStart()
{
    QVERIFY(factFromText(definition(ValueType::Text), QString(100'000, u'x')).error().detail.size() < 200);
}

QTEST_GUILESS_MAIN(TestCentreProfile)
#include "tst_centreprofile.moc"
