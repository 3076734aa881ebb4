// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/pack/profilefactdefinition.h"

#include <QDate>
#include <QMap>

#include <optional>
#include <variant>

namespace cq {

/// What a fact may hold: yes or no, a whole number, or text (free text, the id of a choice, or an ISO date).
using FactValue = std::variant<bool, qint64, QString>;

/// One fact about a centre, with date and source. Without a value it is known to be unknown.
struct ProfileFact
{
    FactId id;
    std::optional<FactValue> value;
    QDate asOf;
    QString statedBy;
    bool operator==(const ProfileFact &) const = default;
};

/// The facts of a centre by id; a fact that is not there is unknown.
using CentreProfile = QMap<FactId, ProfileFact>;

/// The value as files write it: "true", "12", "de", "2026-01-31".
QString factText(const FactValue &value);
/// Reads a value for a fact of this kind. InvalidInput where the text does not fit type or choices.
Result<FactValue> factFromText(const ProfileFactDefinition &definition, const QString &text);

} // namespace cq
