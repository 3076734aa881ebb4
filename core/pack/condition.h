// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <cstddef>
#include <variant>

namespace cq {

/// Three-valued logic after Kleene: Unknown where a missing value leaves the answer open.
enum class Truth { No, Yes, Unknown };

/// What a name in a condition may hold.
enum class ValueType { Boolean, Integer, Choice, Text, Date };

using ConditionLiteral = std::variant<bool, qint64, QString>;

/// The names a condition may use, with their types, and the named constants (thresholds) it may compare with.
struct ConditionScope
{
    struct Symbol
    {
        ValueType type = ValueType::Boolean;
        QStringList choices; ///< for Choice: the ids allowed
    };
    QHash<QString, Symbol> symbols;
    QHash<QString, qint64> constants;
    bool suggests = true; ///< whether the error for an unknown name offers the nearest known one; costs a search
};

/// A condition over named values: the one language of applicability rules and outcome rules.
///
///   condition  = or            or  = and { "or" and }          and = unary { "and" unary }
///   unary      = "not" unary | "(" or ")" | "always" | "never" | comparison
///   comparison = name | name ("==" "!=" "<" "<=" ">" ">=") literal | name ["not"] "in" "(" literal { "," literal } ")"
///   literal    = true | false | integer | "text" | 'text' | choice id | named constant | date as "2026-01-31"
///
/// A name alone stands for "name == true". Dates compare as ISO text. Parsed once; evaluating allocates nothing.
class Condition
{
public:
    enum class Operator { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, In, NotIn };

    /// One comparison of a named value with literals.
    struct Leaf
    {
        QString name;
        Operator op = Operator::Equal;
        QList<ConditionLiteral> literals; ///< one, or several for In and NotIn
        int slot = -1; ///< where the evaluator finds the value; set by bind()
    };

    static constexpr int maxDepth = 24; ///< nested parentheses and negations
    static constexpr int maxLength = 2000; ///< characters

    /// "always"
    Condition();

    /// Malformed with "column N: ..." where the text breaks the grammar, names something unknown, compares what cannot
    /// be compared, or is over a limit.
    static Result<Condition> parse(const QString &text, const ConditionScope &scope);
    /// Both must hold; the text reads "(a) and (b)".
    static Condition both(const Condition &a, const Condition &b);

    const QString &text() const { return m_text; }
    const QList<Leaf> &leaves() const { return m_leaves; }
    /// Names the condition reads, each once.
    QStringList names() const;
    /// Gives each leaf its slot, from the slots of the names; names that are missing keep -1.
    void bind(const QHash<QString, int> &places);
    /// True for "always" as written, whatever the values.
    bool isAlways() const;

    /// The truth of the condition, where leafTruth(const Leaf &) tells the truth of one comparison.
    template <class F> Truth evaluate(F &&leafTruth) const
    {
        std::array<Truth, maxStack> stack;
        size_t top = 0;
        for (const Node &node : m_nodes) {
            switch (node.kind) {
            case NodeKind::Constant:
                stack[top++] = node.index ? Truth::Yes : Truth::No;
                break;
            case NodeKind::Leaf:
                stack[top++] = leafTruth(m_leaves[node.index]);
                break;
            case NodeKind::Not:
                stack[top - 1] = negated(stack[top - 1]);
                break;
            case NodeKind::And:
                --top;
                stack[top - 1] = negated(disjunction(negated(stack[top - 1]), negated(stack[top])));
                break;
            case NodeKind::Or:
                --top;
                stack[top - 1] = disjunction(stack[top - 1], stack[top]);
                break;
            }
        }
        return stack[0];
    }

    bool operator==(const Condition &other) const { return m_text == other.m_text; }

private:
    friend class ConditionParser;

    enum class NodeKind { Constant, Leaf, Not, And, Or };
    struct Node
    {
        NodeKind kind = NodeKind::Constant;
        int index = 0; ///< leaf number, or the constant's truth
    };
    // Left-associative chains need two places per level of nesting, whatever their length; both() needs one more.
    static constexpr size_t maxStack = 2 * (maxDepth + 2) + 2;

    /// The parts joined by the outermost "and"s.
    QList<QList<Node>> conjuncts() const;

    static constexpr Truth negated(Truth a)
    {
        return a == Truth::Unknown ? a : a == Truth::Yes ? Truth::No : Truth::Yes;
    }
    static constexpr Truth disjunction(Truth a, Truth b)
    {
        if (a == Truth::Yes || b == Truth::Yes)
            return Truth::Yes;
        return a == Truth::No && b == Truth::No ? Truth::No : Truth::Unknown;
    }

    QString m_text;
    QList<Node> m_nodes; ///< postfix
    QList<Leaf> m_leaves;
};

/// The truth of "left op right" for ordered values, for evaluators of leaves.
template <class T> Truth compared(const T &left, Condition::Operator op, const T &right)
{
    const auto truth = [](bool yes) { return yes ? Truth::Yes : Truth::No; };
    switch (op) {
    case Condition::Operator::Equal:
    case Condition::Operator::In:
        return truth(left == right);
    case Condition::Operator::NotEqual:
    case Condition::Operator::NotIn:
        return truth(!(left == right));
    case Condition::Operator::Less:
        return truth(left < right);
    case Condition::Operator::LessOrEqual:
        return truth(!(right < left));
    case Condition::Operator::Greater:
        return truth(right < left);
    case Condition::Operator::GreaterOrEqual:
        return truth(!(left < right));
    }
    return Truth::Unknown;
}

} // namespace cq
