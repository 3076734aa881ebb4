// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/condition.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

cq::ConditionScope scope()
{
    using cq::ValueType;
    cq::ConditionScope scope;
    scope.symbols = {
        {QStringLiteral("open"), {ValueType::Boolean, {}}},
        {QStringLiteral("beds"), {ValueType::Integer, {}}},
        {QStringLiteral("land"), {ValueType::Choice, {QStringLiteral("de"), QStringLiteral("fr")}}},
        {QStringLiteral("name"), {ValueType::Text, {}}},
        {QStringLiteral("since"), {ValueType::Date, {}}},
    };
    scope.constants = {{QStringLiteral("minimum"), 10}};
    return scope;
}

} // namespace

// Any text: a condition or a place where it is wrong. A condition must be decided once all its comparisons are, alone
// and joined, and must mean the same when its text is read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const cq::ConditionScope names = scope();
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto condition = cq::Condition::parse(text, names);
    if (!condition) {
        if (condition.error().code != cq::ErrorCode::Malformed
            || !condition.error().detail.startsWith(QLatin1String("column ")))
            abort();
        return 0;
    }
    const auto yes = [](const cq::Condition::Leaf &) { return cq::Truth::Yes; };
    const auto mixed = [](const cq::Condition::Leaf &leaf) {
        return leaf.literals.size() > 1 ? cq::Truth::Unknown : leaf.name.size() > 4 ? cq::Truth::Yes : cq::Truth::No;
    };
    const auto joined = cq::Condition::both(cq::Condition::both(*condition, *condition), *condition);
    const auto rightJoined = cq::Condition::both(*condition, cq::Condition::both(*condition, *condition));
    const cq::Truth truth = condition->evaluate(yes);
    if (truth == cq::Truth::Unknown || joined.evaluate(yes) != truth || rightJoined.evaluate(yes) != truth)
        abort();
    if (joined.evaluate(mixed) != condition->evaluate(mixed) || rightJoined.evaluate(mixed) != joined.evaluate(mixed))
        abort();
    if (joined.leaves().size() != 3 * condition->leaves().size())
        abort();
    const auto again = cq::Condition::parse(u'(' + text + u')', names);
    if (again && again->evaluate(mixed) != condition->evaluate(mixed))
        abort();
    return 0;
}
