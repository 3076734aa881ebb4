// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace cq {

/// Roles that models of this folder share beyond Qt's own.
enum CellRole {
    ChoicesRole = Qt::UserRole + 100, ///< QStringList; Qt::EditRole is then the place of the value chosen
    IdRole, ///< QString: the id of what the row stands for
    SortRole, ///< what the column is ordered by
    MutedRole, ///< bool: secondary text, such as "unknown"
    WarningRole, ///< bool: needs attention; the text says so in words as well
};

} // namespace cq
