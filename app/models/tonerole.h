// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace cq {

/// What a cell means, so that it can be drawn in the tone of that meaning. No value: drawn as usual.
enum ToneRole {
    SeverityToneRole = Qt::UserRole + 200, ///< int: Severity
    LevelToneRole, ///< int: ResponseLevel
};

} // namespace cq
