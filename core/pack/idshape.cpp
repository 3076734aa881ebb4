// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/idshape.h"

#include "core/pack/conditionlexer.h"

#include <algorithm>

namespace cq {
namespace {

struct Shape
{
    bool upperCase;
    const char *signs;
    bool isName; ///< must be usable as a name in rules
    const char *description;
};

Shape shapeOf(IdShape shape)
{
    switch (shape) {
    case IdShape::Pack:
        return {false, ".-", false, "lower-case letters, digits, dots and hyphens"};
    case IdShape::Heading:
        return {true, "-", false, "letters, digits and hyphens"};
    case IdShape::Fact:
        return {false, "_.", true, "lower-case letters, digits, underscores and dots"};
    case IdShape::Source:
    case IdShape::Choice:
        return {true, "-._", false, "letters, digits, hyphens, dots and underscores"};
    case IdShape::Threshold:
        return {true, "_", true, "letters, digits and underscores"};
    }
    return {};
}

bool isLetter(QChar c, bool upperCase)
{
    return (c >= u'a' && c <= u'z') || (upperCase && c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

QString idFault(const QString &id, IdShape kind)
{
    const Shape shape = shapeOf(kind);
    if (id.isEmpty())
        return QStringLiteral("the id is empty");
    if (id.size() > maxIdLength)
        return QStringLiteral("the id is longer than %1 characters").arg(maxIdLength);
    const QLatin1String signs(shape.signs);
    const bool fits = std::all_of(
        id.begin(), id.end(), [&](QChar c) { return isLetter(c, shape.upperCase) || isDigit(c) || signs.contains(c); });
    if (!fits)
        return QStringLiteral("the id may hold %1 only").arg(QLatin1String(shape.description));
    if (shape.isName && !isLetter(id.front(), shape.upperCase))
        return QStringLiteral("the id must start with a letter");
    if (!isLetter(id.front(), true) && !isDigit(id.front()))
        return QStringLiteral("the id must start with a letter or a digit");
    if (shape.isName && isConditionKeyword(id))
        return QStringLiteral("'%1' is a word of the rule language and cannot be an id").arg(id);
    return {};
}

} // namespace cq
