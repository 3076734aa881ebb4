// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/condition.h"

#include "core/pack/conditionlexer.h"
#include "core/pack/nearestname.h"

#include <QDate>

#include <algorithm>
#include <optional>
#include <utility>

namespace cq {
namespace {

using Kind = ConditionToken::Kind;

// ", did you mean 'x'?" or nothing.
template <class V> QString suggestion(const QString &word, const QHash<QString, V> &known, bool isWanted)
{
    const QString name = isWanted ? nearestName(word, known.keys()) : QString();
    return name.isEmpty() ? QString() : QStringLiteral(", did you mean '%1'?").arg(name);
}

// Long words come from broken or hostile texts; a message must stay readable.
QString shortened(const QString &word)
{
    return word.size() <= 64 ? word : word.left(61) + QStringLiteral("...");
}

std::optional<Condition::Operator> comparisonSign(const ConditionToken &token)
{
    using Operator = Condition::Operator;
    static constexpr std::pair<const char *, Operator> table[] = {
        {"==", Operator::Equal},
        {"!=", Operator::NotEqual},
        {"<", Operator::Less},
        {"<=", Operator::LessOrEqual},
        {">", Operator::Greater},
        {">=", Operator::GreaterOrEqual},
    };
    for (const auto &[sign, op] : table)
        if (token.isSign(QLatin1String(sign)))
            return op;
    return std::nullopt;
}

bool isOrder(Condition::Operator op)
{
    using Operator = Condition::Operator;
    return op == Operator::Less || op == Operator::LessOrEqual || op == Operator::Greater
        || op == Operator::GreaterOrEqual;
}

} // namespace

// Recursive descent; only parentheses and negations recurse, so the depth limit bounds the machine's stack. The
// functions return false once an error is noted.
class ConditionParser
{
public:
    ConditionParser(QList<ConditionToken> tokens, const ConditionScope &scope)
        : m_tokens(std::move(tokens)), m_scope(scope)
    {
    }

    Result<Condition> parse(const QString &text)
    {
        m_result.m_text = text;
        m_result.m_nodes.clear();
        if (current().kind == Kind::End)
            return conditionError(1, QStringLiteral("the rule is empty; write 'always'"));
        if (!disjunction(0))
            return *m_error;
        if (current().isSign(QLatin1String(")")))
            return conditionError(current().column, QStringLiteral("this ')' closes nothing"));
        if (current().kind != Kind::End)
            return conditionError(current().column, QStringLiteral("'and', 'or' or the end is expected here"));
        return m_result;
    }

private:
    using Operator = Condition::Operator;
    using NodeKind = Condition::NodeKind;

    const ConditionToken &current() const { return m_tokens[m_at]; }
    const ConditionToken &following() const { return m_tokens[std::min(m_at + 1, m_tokens.size() - 1)]; }

    bool accept(const char *wordOrSign)
    {
        const QLatin1String text(wordOrSign);
        if (!current().isWord(text) && !current().isSign(text))
            return false;
        ++m_at;
        return true;
    }

    bool fail(int column, const QString &message)
    {
        m_error = conditionError(column, message);
        return false;
    }

    void add(NodeKind kind, qsizetype index = 0) { m_result.m_nodes.append({kind, int(index)}); }

    bool disjunction(int depth)
    {
        if (!conjunction(depth))
            return false;
        while (accept("or")) {
            if (!conjunction(depth))
                return false;
            add(NodeKind::Or);
        }
        return true;
    }

    bool conjunction(int depth)
    {
        if (!unary(depth))
            return false;
        while (accept("and")) {
            if (!unary(depth))
                return false;
            add(NodeKind::And);
        }
        return true;
    }

    bool unary(int depth)
    {
        const int column = current().column;
        if (accept("always") || accept("never")) {
            add(NodeKind::Constant, m_tokens[m_at - 1].isWord(QLatin1String("always")) ? 1 : 0);
            return true;
        }
        const bool negates = accept("not");
        if (!negates && !accept("("))
            return comparison();
        if (depth >= Condition::maxDepth)
            return fail(column, QStringLiteral("nested more than %1 levels deep").arg(Condition::maxDepth));
        if (negates) {
            if (!unary(depth + 1))
                return false;
            add(NodeKind::Not);
            return true;
        }
        if (!disjunction(depth + 1))
            return false;
        if (!accept(")"))
            return fail(current().column, QStringLiteral("')' is expected here, for the '(' in column %1").arg(column));
        return true;
    }

    bool comparison()
    {
        const ConditionToken name = current();
        const auto symbol = m_scope.symbols.find(name.text);
        if (name.kind != Kind::Word || (isConditionKeyword(name.text) && symbol == m_scope.symbols.end()))
            return fail(name.column, QStringLiteral("the name of a fact or value is expected here"));
        if (symbol == m_scope.symbols.end())
            return unknownName(name);
        ++m_at;

        Condition::Leaf leaf;
        leaf.name = name.text;
        const int column = current().column;
        if (const auto op = comparisonSign(current())) {
            ++m_at;
            leaf.op = *op;
            if (!checkOperator(leaf, *symbol, column) || !literal(leaf, *symbol))
                return false;
        } else if (current().isWord(QLatin1String("in"))
            || (current().isWord(QLatin1String("not")) && following().isWord(QLatin1String("in")))) {
            leaf.op = accept("not") ? Operator::NotIn : Operator::In;
            ++m_at;
            if (!checkOperator(leaf, *symbol, column) || !literalList(leaf, *symbol))
                return false;
        } else if (symbol->type == ValueType::Boolean) {
            leaf.literals.append(ConditionLiteral(true));
        } else {
            return fail(column, QStringLiteral("'%1' must be compared with a value").arg(name.text));
        }
        add(NodeKind::Leaf, m_result.m_leaves.size());
        m_result.m_leaves.append(std::move(leaf));
        return true;
    }

    bool unknownName(const ConditionToken &name)
    {
        if (m_scope.constants.contains(name.text))
            return fail(name.column,
                QStringLiteral("'%1' is a named number and can stand on the right side only").arg(name.text));
        return fail(name.column,
            QStringLiteral("unknown fact or value '%1'").arg(shortened(name.text))
                + suggestion(name.text, m_scope.symbols, m_scope.suggests));
    }

    bool checkOperator(const Condition::Leaf &leaf, const ConditionScope::Symbol &symbol, int column)
    {
        if (isOrder(leaf.op) && symbol.type != ValueType::Integer && symbol.type != ValueType::Date)
            return fail(column, QStringLiteral("'%1' has no order; use '==' or '!='").arg(leaf.name));
        if ((leaf.op == Operator::In || leaf.op == Operator::NotIn) && symbol.type == ValueType::Boolean)
            return fail(column, QStringLiteral("'%1' is a yes/no fact; write it alone or after 'not'").arg(leaf.name));
        return true;
    }

    bool literalList(Condition::Leaf &leaf, const ConditionScope::Symbol &symbol)
    {
        if (!accept("("))
            return fail(current().column, QStringLiteral("'(' is expected after 'in'"));
        do {
            if (!literal(leaf, symbol))
                return false;
        } while (accept(","));
        if (!accept(")"))
            return fail(current().column, QStringLiteral("',' or ')' is expected here"));
        return true;
    }

    bool literal(Condition::Leaf &leaf, const ConditionScope::Symbol &symbol)
    {
        const ConditionToken &token = current();
        bool taken = false;
        switch (symbol.type) {
        case ValueType::Boolean:
            taken = booleanLiteral(leaf, token);
            break;
        case ValueType::Integer:
            taken = integerLiteral(leaf, token);
            break;
        case ValueType::Choice:
            taken = choiceLiteral(leaf, token, symbol.choices);
            break;
        case ValueType::Text:
            taken = textLiteral(leaf, token);
            break;
        case ValueType::Date:
            taken = dateLiteral(leaf, token);
            break;
        }
        if (taken)
            ++m_at;
        return taken;
    }

    bool booleanLiteral(Condition::Leaf &leaf, const ConditionToken &token)
    {
        const bool yes = token.isWord(QLatin1String("true"));
        if (!yes && !token.isWord(QLatin1String("false")))
            return fail(token.column, QStringLiteral("'%1' compares with true or false only").arg(leaf.name));
        leaf.literals.append(ConditionLiteral(yes));
        return true;
    }

    bool integerLiteral(Condition::Leaf &leaf, const ConditionToken &token)
    {
        if (token.kind == Kind::Integer) {
            leaf.literals.append(ConditionLiteral(token.number));
            return true;
        }
        if (token.kind != Kind::Word)
            return fail(token.column, QStringLiteral("a whole number is expected for '%1'").arg(leaf.name));
        const auto constant = m_scope.constants.find(token.text);
        if (constant == m_scope.constants.end())
            return fail(token.column,
                QStringLiteral("unknown named number '%1'").arg(shortened(token.text))
                    + suggestion(token.text, m_scope.constants, m_scope.suggests));
        leaf.literals.append(ConditionLiteral(*constant));
        return true;
    }

    bool choiceLiteral(Condition::Leaf &leaf, const ConditionToken &token, const QStringList &choices)
    {
        if (token.kind != Kind::Word && token.kind != Kind::Quoted)
            return fail(token.column,
                QStringLiteral("one of the choices of '%1' is expected here (%2)")
                    .arg(leaf.name, choices.join(QStringLiteral(", "))));
        if (!choices.contains(token.text))
            return fail(token.column,
                QStringLiteral("'%1' is not a choice of '%2' (%3)")
                    .arg(shortened(token.text), leaf.name, choices.join(QStringLiteral(", "))));
        leaf.literals.append(ConditionLiteral(token.text));
        return true;
    }

    bool textLiteral(Condition::Leaf &leaf, const ConditionToken &token)
    {
        if (token.kind != Kind::Quoted)
            return fail(token.column, QStringLiteral("a text in quotes is expected for '%1'").arg(leaf.name));
        leaf.literals.append(ConditionLiteral(token.text));
        return true;
    }

    bool dateLiteral(Condition::Leaf &leaf, const ConditionToken &token)
    {
        // The strict length keeps texts comparable as texts: QDate also takes a time after the date.
        if (token.kind != Kind::Quoted || token.text.size() != 10
            || QDate::fromString(token.text, Qt::ISODate).toString(Qt::ISODate) != token.text)
            return fail(token.column, QStringLiteral("a date like \"2026-01-31\" is expected for '%1'").arg(leaf.name));
        leaf.literals.append(ConditionLiteral(token.text));
        return true;
    }

    QList<ConditionToken> m_tokens;
    const ConditionScope &m_scope;
    qsizetype m_at = 0;
    Condition m_result;
    std::optional<Error> m_error;
};

Condition::Condition() : m_text(QStringLiteral("always")), m_nodes{{NodeKind::Constant, 1}} { }

Result<Condition> Condition::parse(const QString &text, const ConditionScope &scope)
{
    if (text.size() > maxLength)
        return conditionError(maxLength + 1, QStringLiteral("longer than %1 characters").arg(maxLength));
    auto tokens = conditionTokens(text);
    if (!tokens)
        return tokens.error();
    return ConditionParser(*std::move(tokens), scope).parse(text);
}

// The parts that the outermost "and"s join, in their order; the condition itself where there are none.
QList<QList<Condition::Node>> Condition::conjuncts() const
{
    QList<qsizetype> starts; // per operand on the evaluation stack: its first node
    QList<qsizetype> firstOf(m_nodes.size()); // per node: first node of the expression it ends
    for (qsizetype i = 0; i < m_nodes.size(); ++i) {
        const NodeKind kind = m_nodes[i].kind;
        if (kind == NodeKind::Constant || kind == NodeKind::Leaf)
            starts.append(i);
        else if (kind == NodeKind::And || kind == NodeKind::Or)
            starts.removeLast();
        firstOf[i] = starts.last();
    }
    QList<QList<Node>> parts;
    QList<qsizetype> open{m_nodes.size() - 1}; // last nodes of expressions still to be taken apart, rightmost on top
    while (!open.isEmpty()) {
        const qsizetype last = open.takeLast();
        if (m_nodes[last].kind == NodeKind::And) {
            open.append(firstOf[last - 1] - 1);
            open.append(last - 1);
        } else {
            parts.prepend(m_nodes.mid(firstOf[last], last + 1 - firstOf[last]));
        }
    }
    return parts;
}

// Written as one flat chain: however many conditions are joined, in whatever order, evaluating needs only one place
// more than the deepest of them.
Condition Condition::both(const Condition &a, const Condition &b)
{
    Condition joined;
    joined.m_text = u'(' + a.m_text + QStringLiteral(") and (") + b.m_text + u')';
    joined.m_nodes = a.m_nodes;
    joined.m_leaves = a.m_leaves + b.m_leaves;
    for (const QList<Node> &part : b.conjuncts()) {
        for (Node node : part) {
            if (node.kind == NodeKind::Leaf)
                node.index += int(a.m_leaves.size());
            joined.m_nodes.append(node);
        }
        joined.m_nodes.append({NodeKind::And, 0});
    }
    return joined;
}

QStringList Condition::names() const
{
    QStringList names;
    for (const Leaf &leaf : m_leaves)
        if (!names.contains(leaf.name))
            names.append(leaf.name);
    return names;
}

void Condition::bind(const QHash<QString, int> &places)
{
    for (Leaf &leaf : m_leaves)
        leaf.slot = places.value(leaf.name, -1);
}

bool Condition::isAlways() const
{
    return m_nodes.size() == 1 && m_nodes.first().kind == NodeKind::Constant && m_nodes.first().index == 1;
}

} // namespace cq
