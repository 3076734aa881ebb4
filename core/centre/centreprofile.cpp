// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/centre/centreprofile.h"

#include <algorithm>

namespace cq {

QString factText(const FactValue &value)
{
    if (const bool *yes = std::get_if<bool>(&value))
        return *yes ? QStringLiteral("true") : QStringLiteral("false");
    if (const qint64 *number = std::get_if<qint64>(&value))
        return QString::number(*number);
    return std::get<QString>(value);
}

Result<FactValue> factFromText(const ProfileFactDefinition &definition, const QString &text)
{
    const auto refused = [&](const QString &expected) {
        return Error{ErrorCode::InvalidInput,
            QStringLiteral("%1: \"%2\" is not %3").arg(definition.id.text(), text.left(80), expected), {}};
    };
    switch (definition.type) {
    case ValueType::Boolean:
        if (text == QLatin1String("true") || text == QLatin1String("false"))
            return FactValue(text == QLatin1String("true"));
        return refused(QStringLiteral("true or false"));
    case ValueType::Integer: {
        bool ok = false;
        const qint64 number = text.toLongLong(&ok);
        if (ok && number >= 0 && number <= 1'000'000'000)
            return FactValue(number);
        return refused(QStringLiteral("a whole number from 0 to 1000000000"));
    }
    case ValueType::Choice:
        if (std::any_of(definition.choices.begin(), definition.choices.end(),
                [&](const auto &choice) { return choice.id == text; }))
            return FactValue(text);
        return refused(QStringLiteral("one of the choices"));
    case ValueType::Date:
        if (QDate::fromString(text, Qt::ISODate).isValid() && text.size() == 10)
            return FactValue(text);
        return refused(QStringLiteral("a date like 2026-01-31"));
    case ValueType::Text:
        break;
    }
    if (text.size() > 2000)
        return refused(QStringLiteral("a text of at most 2000 characters"));
    return FactValue(text);
}

} // namespace cq
