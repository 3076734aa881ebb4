// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/base/ids.h"
#include "core/pack/condition.h"

#include <QList>

namespace cq {

template <> struct EnumText<ValueType>
{
    static constexpr std::pair<ValueType, const char *> table[] = {
        {ValueType::Boolean, "boolean"},
        {ValueType::Integer, "integer"},
        {ValueType::Choice, "choice"},
        {ValueType::Text, "text"},
        {ValueType::Date, "date"},
    };
};

/// A fact about a centre that a pack asks for (domain.md section 5).
struct ProfileFactDefinition
{
    struct Choice
    {
        QString id;
        QString label;
        bool operator==(const Choice &) const = default;
    };

    FactId id;
    QString group; ///< heading under which the profile editor shows it
    QString label;
    QString help;
    ValueType type = ValueType::Boolean;
    QList<Choice> choices; ///< for ValueType::Choice
    QString unit; ///< for ValueType::Integer, e.g. "patients in 12 months"

    bool operator==(const ProfileFactDefinition &) const = default;
};

} // namespace cq
