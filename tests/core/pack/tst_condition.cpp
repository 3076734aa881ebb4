// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/condition.h"

#include <QtTest>

#include <algorithm>

using cq::Condition;
using cq::ConditionLiteral;
using cq::ConditionScope;
using cq::Truth;
using cq::ValueType;

namespace {

ConditionScope scope()
{
    ConditionScope scope;
    scope.symbols = {
        {QStringLiteral("open"), {ValueType::Boolean, {}}},
        {QStringLiteral("shut"), {ValueType::Boolean, {}}},
        {QStringLiteral("left"), {ValueType::Boolean, {}}},
        {QStringLiteral("beds"), {ValueType::Integer, {}}},
        {QStringLiteral("land"),
            {ValueType::Choice,
                {QStringLiteral("de"), QStringLiteral("fr"), QStringLiteral("not"), QStringLiteral("10-20")}}},
        {QStringLiteral("name"), {ValueType::Text, {}}},
        {QStringLiteral("since"), {ValueType::Date, {}}},
        {QStringLiteral("unit.beds_2"), {ValueType::Integer, {}}},
    };
    scope.constants = {{QStringLiteral("minimum"), 10}, {QStringLiteral("passAt"), 9000}};
    return scope;
}

using Values = QHash<QString, ConditionLiteral>;

Truth truthOf(const Condition &condition, const Values &values)
{
    return condition.evaluate([&](const Condition::Leaf &leaf) {
        const auto value = values.find(leaf.name);
        if (value == values.end())
            return Truth::Unknown;
        using Operator = Condition::Operator;
        const bool isIn = leaf.literals.contains(*value);
        if (leaf.op == Operator::In || leaf.op == Operator::NotIn)
            return isIn == (leaf.op == Operator::In) ? Truth::Yes : Truth::No;
        return cq::compared(*value, leaf.op, leaf.literals.first());
    });
}

Condition parsed(const QString &text)
{
    const auto condition = Condition::parse(text, scope());
    if (!condition)
        qFatal("%s: %s", qPrintable(text), qPrintable(condition.error().detail));
    return *condition;
}

QString word(Truth truth)
{
    switch (truth) {
    case Truth::No:
        return QStringLiteral("no");
    case Truth::Yes:
        return QStringLiteral("yes");
    case Truth::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

} // namespace

class TestCondition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConditionNotParsedIsAlways()
    {
        const Condition condition;
        QCOMPARE(condition.text(), QStringLiteral("always"));
        QVERIFY(condition.isAlways());
        QCOMPARE(word(truthOf(condition, {})), QStringLiteral("yes"));
        QVERIFY(condition == parsed(QStringLiteral("always")));
    }

    void onlyTheWordItselfIsAlways()
    {
        QVERIFY(parsed(QStringLiteral(" ( always ) ")).isAlways());
        QVERIFY(!parsed(QStringLiteral("never")).isAlways());
        QVERIFY(!parsed(QStringLiteral("open or not open")).isAlways());
        QVERIFY(!parsed(QStringLiteral("always or open")).isAlways());
        QVERIFY(!parsed(QStringLiteral("not never")).isAlways());
    }

    void aConditionHoldsOrNot_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
        };
        row("open", "yes");
        row("shut", "no");
        row("not shut", "yes");
        row("not not shut", "no");
        row("open == true", "yes");
        row("open == false", "no");
        row("shut != true", "yes");
        row("always", "yes");
        row("never", "no");
        row("beds == 12", "yes");
        row("beds != 12", "no");
        row("beds < 12", "no");
        row("beds <= 12", "yes");
        row("beds > 12", "no");
        row("beds >= 12", "yes");
        row("beds>=11 and beds<13", "yes");
        row("beds > -5", "yes");
        row("beds >= minimum", "yes");
        row("beds < passAt", "yes");
        row("beds in (1, 2, 12)", "yes");
        row("beds not in (1, minimum)", "yes");
        row("beds not in (12)", "no");
        row("land == de", "yes");
        row("land == 'de'", "yes");
        row("land == \"fr\"", "no");
        row("land != fr", "yes");
        row("land in (fr, de)", "yes");
        row("land in (fr, '10-20')", "no");
        row("land not in (fr, not)", "yes");
        row("land == not", "no");
        row("name == \"St Anne's\"", "yes");
        row("name in ('x', \"St Anne's\")", "yes");
        row("since == \"2026-01-31\"", "yes");
        row("since < '2026-02-01'", "yes");
        row("since >= '2026-02-01'", "no");
        row("unit.beds_2 == 3", "yes");
        row("shut and shut or open", "yes"); // and binds stronger
        row("open or shut and shut", "yes");
        row("(open or shut) and shut", "no");
        row("not shut and shut", "no"); // not binds strongest
        row("not (shut and shut)", "yes");
        row("not beds < 12", "yes");
        row("left", "unknown");
        row("not left", "unknown");
        row("left or open", "yes");
        row("left and shut", "no");
        row("left or not left", "unknown");
        row("left and\n\topen", "unknown");
    }

    void aConditionHoldsOrNot()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const Values values{{QStringLiteral("open"), true}, {QStringLiteral("shut"), false},
            {QStringLiteral("beds"), qint64{12}}, {QStringLiteral("land"), QStringLiteral("de")},
            {QStringLiteral("name"), QStringLiteral("St Anne's")},
            {QStringLiteral("since"), QStringLiteral("2026-01-31")}, {QStringLiteral("unit.beds_2"), qint64{3}}};
        const Condition condition = parsed(text);
        QCOMPARE(condition.text(), text);
        QCOMPARE(word(truthOf(condition, values)), expected);
    }

    void missingValuesFollowKleene_data()
    {
        QTest::addColumn<int>("a");
        QTest::addColumn<int>("b");
        for (int a = 0; a < 3; ++a)
            for (int b = 0; b < 3; ++b)
                QTest::addRow("%d %d", a, b) << a << b;
    }

    void missingValuesFollowKleene()
    {
        QFETCH(int, a);
        QFETCH(int, b);
        // No < unknown < yes: and is the smaller, or the larger of the two.
        const auto order = [](const QString &text) { return text == u"no" ? 0 : text == u"unknown" ? 1 : 2; };
        Values values;
        if (a != 1)
            values.insert(QStringLiteral("open"), a == 2);
        if (b != 1)
            values.insert(QStringLiteral("shut"), b == 2);
        const auto result = [&](const char *text) {
            return order(word(truthOf(parsed(QString::fromLatin1(text)), values)));
        };
        QCOMPARE(result("open and shut"), std::min(a, b));
        QCOMPARE(result("open or shut"), std::max(a, b));
        QCOMPARE(result("not open"), 2 - a);
    }

    void aFaultIsToldWithItsColumn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *text, int column, const char *part) {
            QTest::newRow(text) << QString::fromLatin1(text) << column << QString::fromLatin1(part);
        };
        row("", 1, "empty");
        row("   ", 1, "empty");
        row("opem", 1, "unknown fact or value 'opem', did you mean 'open'?");
        row("elephant", 1, "unknown fact or value 'elephant'");
        row("open and", 9, "name of a fact");
        row("open and and shut", 10, "name of a fact");
        row("or open", 1, "name of a fact");
        row("open shut", 6, "'and', 'or' or the end");
        row("(open", 6, "')' is expected here, for the '(' in column 1");
        row("open)", 5, "closes nothing");
        row("()", 2, "name of a fact");
        row("not", 4, "name of a fact");
        row("open = true", 6, "'=='");
        row("!open", 1, "'not'");
        row("open & shut", 6, "'&'");
        row("open\x01", 5, "U+0001");
        row("name == \"x", 9, "never closed");
        row("name == 'x\x02'", 9, "control character");
        row("beds", 5, "must be compared");
        row("beds and open", 6, "must be compared");
        row("beds ==", 8, "whole number");
        row("beds == 1.5", 9, "whole number");
        row("beds == 12beds", 9, "whole number");
        row("beds == \"12\"", 9, "whole number");
        row("beds == minimun", 9, "unknown named number 'minimun', did you mean 'minimum'?");
        row("beds == 9223372036854775808", 9, "too large");
        row("minimum < beds", 1, "right side");
        row("open < true", 6, "no order");
        row("open == 1", 9, "true or false");
        row("open in (true)", 6, "yes/no");
        row("open not in (true)", 6, "yes/no");
        row("land == es", 9, "'es' is not a choice of 'land' (de, fr, not, 10-20)");
        row("land == 10-20", 9, "not a whole number");
        row("land == 5", 9, "one of the choices");
        row("land < de", 6, "no order");
        row("land in de", 9, "'('");
        row("land in ()", 10, "one of the choices");
        row("land in (de fr)", 13, "',' or ')'");
        row("land in (de,)", 13, "one of the choices");
        row("name == x", 9, "in quotes");
        row("name < \"x\"", 6, "no order");
        row("since == \"2026-02-30\"", 10, "date");
        row("since == \"2026-01-31T10:00:00\"", 10, "date");
        row("since == 20260131", 10, "date");
        row("always == true", 8, "'and', 'or' or the end");
        row("true", 1, "name of a fact");
    }

    void aFaultIsToldWithItsColumn()
    {
        QFETCH(QString, text);
        QFETCH(int, column);
        QFETCH(QString, part);
        const auto condition = Condition::parse(text, scope());
        QVERIFY(!condition);
        QCOMPARE(condition.error().code, cq::ErrorCode::Malformed);
        QCOMPARE(condition.error().detail.section(u':', 0, 0), QStringLiteral("column %1").arg(column));
        QVERIFY2(condition.error().detail.contains(part), qPrintable(condition.error().detail));
    }

    void theLengthIsLimited()
    {
        const QString longest = QStringLiteral("open").leftJustified(Condition::maxLength, u' ');
        QVERIFY(Condition::parse(longest, scope()));
        const auto longer = Condition::parse(longest + u' ', scope());
        QVERIFY(!longer);
        QVERIFY(longer.error().detail.contains(QStringLiteral("2000")));
    }

    void theDepthIsLimited_data()
    {
        QTest::addColumn<QString>("opening");
        QTest::addColumn<QString>("closing");
        QTest::newRow("parentheses") << QStringLiteral("(") << QStringLiteral(")");
        QTest::newRow("negations") << QStringLiteral("not ") << QString();
        // Each level leaves two operands waiting: the worst there is for the evaluation stack.
        QTest::newRow("waiting operands") << QStringLiteral("shut or open and (") << QStringLiteral(")");
        QTest::newRow("waiting on the left") << QStringLiteral("(") << QStringLiteral(" and open or shut)");
    }

    void theDepthIsLimited()
    {
        QFETCH(QString, opening);
        QFETCH(QString, closing);
        const auto nested = [&](int depth) {
            return opening.repeated(depth) + QStringLiteral("shut or open and open") + closing.repeated(depth);
        };
        const Condition deepest = parsed(nested(Condition::maxDepth));
        const Values values{{QStringLiteral("open"), true}, {QStringLiteral("shut"), false}};
        QCOMPARE(word(truthOf(deepest, values)), QStringLiteral("yes"));
        const auto deeper = Condition::parse(nested(Condition::maxDepth + 1), scope());
        QVERIFY(!deeper);
        QVERIFY2(deeper.error().detail.contains(QStringLiteral("nested")), qPrintable(deeper.error().detail));
    }

    void longChainsAreNoNesting()
    {
        QStringList parts;
        for (int i = 0; i < 250; ++i)
            parts.append(QStringLiteral("open"));
        const Condition condition = parsed(parts.join(QStringLiteral(" or ")));
        QCOMPARE(condition.leaves().size(), 250);
        QCOMPARE(word(truthOf(condition, {{QStringLiteral("open"), false}})), QStringLiteral("no"));
    }

    void bothHoldsWhereEachHolds()
    {
        const Condition both = Condition::both(
            parsed(QStringLiteral("open or beds > 3")), parsed(QStringLiteral("shut and land == de or left")));
        QCOMPARE(both.text(), QStringLiteral("(open or beds > 3) and (shut and land == de or left)"));
        QCOMPARE(both.names(),
            QStringList({QStringLiteral("open"), QStringLiteral("beds"), QStringLiteral("shut"), QStringLiteral("land"),
                QStringLiteral("left")}));
        const Condition reparsed = parsed(both.text());
        for (int bits = 0; bits < 243; ++bits) { // every name absent, or one of two values
            Values values;
            const auto digit = [bits](int place) { return bits / place % 3; };
            const auto give = [&](const char *name, int state, const ConditionLiteral &no,
                                  const ConditionLiteral &yes) {
                if (state > 0)
                    values.insert(QString::fromLatin1(name), state == 1 ? no : yes);
            };
            give("open", digit(1), false, true);
            give("beds", digit(3), qint64{3}, qint64{4});
            give("shut", digit(9), false, true);
            give("land", digit(27), QStringLiteral("fr"), QStringLiteral("de"));
            give("left", digit(81), false, true);
            QCOMPARE(word(truthOf(both, values)), word(truthOf(reparsed, values)));
        }
    }

    void joiningManyDeepConditionsStaysEvaluable()
    {
        const QString deep = QStringLiteral("shut or open and (").repeated(Condition::maxDepth)
            + QStringLiteral("shut or open and open") + QString(Condition::maxDepth, u')');
        QList<Condition> conditions(64, parsed(deep));
        Condition rightLeaning = conditions.first();
        Condition leftLeaning = conditions.first();
        for (const Condition &condition : conditions) {
            leftLeaning = Condition::both(leftLeaning, condition);
            rightLeaning = Condition::both(condition, rightLeaning);
        }
        while (conditions.size() > 1) // pairwise, as a balanced tree
            for (qsizetype i = 0; i + 1 < conditions.size(); ++i)
                conditions[i] = Condition::both(conditions[i], conditions.takeAt(i + 1));
        for (const Condition &joined : {rightLeaning, leftLeaning, conditions.first()}) {
            QVERIFY(joined.leaves().size() >= 64 * 51);
            const auto with = [&](bool open) {
                return word(truthOf(joined, {{QStringLiteral("open"), open}, {QStringLiteral("shut"), false}}));
            };
            QCOMPARE(with(true), QStringLiteral("yes"));
            QCOMPARE(with(false), QStringLiteral("no"));
        }
    }

    void namesStandOnce()
    {
        QCOMPARE(parsed(QStringLiteral("open and (beds > 3 or not open) and beds < 9")).names(),
            QStringList({QStringLiteral("open"), QStringLiteral("beds")}));
    }

    void bindingGivesEachLeafItsSlot()
    {
        Condition condition = parsed(QStringLiteral("open and beds > 3 and open and left"));
        condition.bind({{QStringLiteral("open"), 7}, {QStringLiteral("beds"), 2}});
        QList<int> slotNumbers;
        for (const Condition::Leaf &leaf : condition.leaves())
            slotNumbers.append(leaf.slot);
        QCOMPARE(slotNumbers, QList<int>({7, 2, 7, -1}));
    }

    void namedNumbersAreTakenWhenParsing()
    {
        const Condition condition = parsed(QStringLiteral("beds in (minimum, 4)"));
        QCOMPARE(condition.leaves().size(), 1);
        QCOMPARE(condition.leaves().first().literals, QList<ConditionLiteral>({qint64{10}, qint64{4}}));
    }
};

QTEST_APPLESS_MAIN(TestCondition)
#include "tst_condition.moc"
