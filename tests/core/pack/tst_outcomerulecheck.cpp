// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/outcomerulecheck.h"

#include <QRandomGenerator>
#include <QtTest>

using cq::Condition;
using cq::OutcomeRule;
using cq::OutcomeValue;
using cq::Reachability;
using cq::Truth;

namespace {

OutcomeRule rule(const QString &when)
{
    cq::ScoringPolicy policy;
    policy.thresholds = {{QStringLiteral("passAt"), 9000}};
    auto condition = Condition::parse(when, policy.outcomeScope());
    if (!condition)
        qFatal("%s: %s", qPrintable(when), qPrintable(condition.error().detail));
    QHash<QString, int> places;
    for (const auto &[value, name] : cq::EnumText<OutcomeValue>::table)
        places.insert(QLatin1String(name), int(value));
    condition->bind(places);
    return {QStringLiteral("r"), cq::OutcomeKind::Incomplete, *condition, QStringLiteral("text")};
}

QString word(Reachability reachability)
{
    switch (reachability) {
    case Reachability::Reachable:
        return QStringLiteral("reachable");
    case Reachability::NeverTrue:
        return QStringLiteral("never");
    case Reachability::Shadowed:
        return QStringLiteral("shadowed");
    case Reachability::TooComplicated:
        return QStringLiteral("complicated");
    }
    return {};
}

QStringList verdicts(const QStringList &rules, int maxSteps = 200000)
{
    QList<OutcomeRule> list;
    for (const QString &when : rules)
        list.append(rule(when));
    QStringList words;
    for (const Reachability reachability : cq::checkReachability(list, maxSteps))
        words.append(word(reachability));
    return words;
}

} // namespace

class TestOutcomeRuleCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRuleGetsItsVerdict_data()
    {
        QTest::addColumn<QStringList>("rules");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *rules, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(rules).split(u'|') << QString::fromLatin1(expected).split(u'|');
        };
        row("no rule hides another", "graded < 7000|graded < passAt|always", "reachable|reachable|reachable");
        row("after always", "always|graded < 7000", "reachable|shadowed");
        row("wider rule first", "graded < passAt|graded < 7000|always", "reachable|shadowed|reachable");
        row("two rules together hide", "graded < 5000|graded >= 5000|always", "reachable|reachable|shadowed");
        row("a gap of one number is seen", "graded < 5000|graded > 5000|always", "reachable|reachable|reachable");
        row("contradiction", "graded < 5 and graded > 5|always", "never|reachable");
        row("no number between neighbours", "graded > 5 and graded < 6|always", "never|reachable");
        row("one number between", "graded > 5 and graded < 7|always", "reachable|reachable");
        row("scores end at 100 %", "graded > 10000|always", "never|reachable");
        row("counts have no end", "open_minor > 10000|always", "reachable|reachable");
        row("counts are not negative", "open_minor < 0|always", "never|reachable");
        row("the largest number", "open_minor > 9223372036854775806|open_minor > 9223372036854775807|always",
            "reachable|never|reachable");
        row("never", "never|always", "never|reachable");
        row("different values do not hide", "open_major > 0|open_minor > 0|always", "reachable|reachable|reachable");
        row("membership", "open_minor in (0, 1, 2)|open_minor < 3|open_minor not in (3)|open_minor == 3",
            "reachable|shadowed|reachable|reachable");
        row("negation", "not (open_minor > 0)|open_minor == 0|always", "reachable|shadowed|reachable");
        row("complement by several values",
            "open_major > 0 or open_minor > 0|open_major == 0 and open_minor == 0|always",
            "reachable|reachable|shadowed");
    }

    void eachRuleGetsItsVerdict()
    {
        QFETCH(QStringList, rules);
        QFETCH(QStringList, expected);
        QCOMPARE(verdicts(rules), expected);
    }

    void aSearchOverItsLimitIsAdmitted()
    {
        const QStringList rules{
            QStringLiteral("open_major > 0"), QStringLiteral("open_minor > 0"), QStringLiteral("always")};
        QCOMPARE(verdicts(rules, 2).last(), QStringLiteral("complicated"));
        QCOMPARE(verdicts(rules).last(), QStringLiteral("reachable"));
    }

    // The limit must end the search before a reader of foreign packs gets impatient.
    void aHostileListEnds()
    {
        QStringList parts;
        for (const QString &name : cq::allTexts<OutcomeValue>())
            for (int i = 1; i < 6; ++i)
                parts.append(QStringLiteral("%1 == %2").arg(name).arg(i * 10));
        const QString widest = parts.join(QStringLiteral(" or "));
        QStringList rules(40, QStringLiteral("not (%1)").arg(widest));
        rules.append(widest);
        rules.append(QStringLiteral("always"));
        const QStringList found = verdicts(rules);
        QCOMPARE(found.size(), rules.size());
        QCOMPARE(found.first(), QStringLiteral("reachable"));
        QVERIFY(found[1] != u"reachable" && found[1] != u"never");
    }

    void randomRulesAgreeWithTryingAllValues()
    {
        QRandomGenerator random(20261122);
        QHash<QString, int> seen;
        for (int round = 0; round < 400; ++round) {
            QStringList texts;
            for (int i = 0; i < 4; ++i)
                texts.append(randomCondition(random, 3));
            QList<OutcomeRule> rules;
            for (const QString &text : texts)
                rules.append(rule(text));
            const QStringList expected = byTryingAll(rules);
            QCOMPARE(verdicts(texts), expected);
            for (const QString &verdict : expected)
                ++seen[verdict];
        }
        QVERIFY(seen.value(QStringLiteral("reachable")) > 100);
        QVERIFY(seen.value(QStringLiteral("shadowed")) > 100);
        QVERIFY(seen.value(QStringLiteral("never")) > 20);
    }

private:
    static QString randomCondition(QRandomGenerator &random, int depth)
    {
        if (depth == 0 || random.bounded(4) == 0) {
            static const QStringList names{
                QStringLiteral("open_major"), QStringLiteral("open_minor"), QStringLiteral("gates_not_met")};
            static const QStringList signs{QStringLiteral("=="), QStringLiteral("!="), QStringLiteral("<"),
                QStringLiteral("<="), QStringLiteral(">"), QStringLiteral(">=")};
            const QString name = names[random.bounded(int(names.size()))];
            if (random.bounded(5) == 0)
                return QStringLiteral("%1 in (%2, %3)").arg(name).arg(random.bounded(5)).arg(random.bounded(5));
            return QStringLiteral("%1 %2 %3")
                .arg(name, signs[random.bounded(int(signs.size()))])
                .arg(random.bounded(5));
        }
        const QString left = randomCondition(random, depth - 1);
        const QString right = randomCondition(random, depth - 1);
        const QString word = random.bounded(2) ? QStringLiteral("and") : QStringLiteral("or");
        return QStringLiteral("%1(%2) %3 (%4)")
            .arg(random.bounded(4) == 0 ? QStringLiteral("not ") : QString(), left, word, right);
    }

    static bool holds(const OutcomeRule &rule, const std::array<qint64, 3> &values)
    {
        return rule.when.evaluate([&](const Condition::Leaf &leaf) {
            const qint64 value = leaf.name == u"open_major" ? values[0]
                : leaf.name == u"open_minor"                ? values[1]
                                                            : values[2];
            if (leaf.op == Condition::Operator::In)
                return leaf.literals.contains(cq::ConditionLiteral(value)) ? Truth::Yes : Truth::No;
            return cq::compared(value, leaf.op, std::get<qint64>(leaf.literals.first()));
        }) == Truth::Yes;
    }

    // All constants are below 5, so 0..6 shows everything the rules can tell apart.
    static QStringList byTryingAll(const QList<OutcomeRule> &rules)
    {
        QStringList words(rules.size(), QStringLiteral("never"));
        for (int n = 0; n < 343; ++n) {
            const std::array<qint64, 3> values{n % 7, n / 7 % 7, n / 49};
            bool decided = false;
            for (qsizetype i = 0; i < rules.size(); ++i) {
                if (!holds(rules[i], values))
                    continue;
                if (!decided)
                    words[i] = QStringLiteral("reachable");
                else if (words[i] == u"never")
                    words[i] = QStringLiteral("shadowed");
                decided = true;
            }
        }
        return words;
    }
};

QTEST_APPLESS_MAIN(TestOutcomeRuleCheck)
#include "tst_outcomerulecheck.moc"
