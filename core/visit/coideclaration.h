// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"

#include <QDate>
#include <QString>

namespace cq {

/// What a member of the team says of ties to the centre.
enum class CoiStatement { None, Declared };

template <> struct EnumText<CoiStatement>
{
    static constexpr std::pair<CoiStatement, const char *> table[] = {
        {CoiStatement::None, "none"},
        {CoiStatement::Declared, "declared"},
    };
};

/// Conflict-of-interest declaration of one auditor for one audit. Who has made none has not declared "none".
struct CoiDeclaration
{
    QString member; ///< name as on the team
    CoiStatement statement = CoiStatement::None;
    QString text; ///< the tie; not empty where one is declared
    QDate declaredOn;
    bool operator==(const CoiDeclaration &) const = default;
};

} // namespace cq
