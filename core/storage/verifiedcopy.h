// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace cq {

class Database;

/// A copy of the whole database under a new name: written beside the target, flushed, reopened, checked, compared with
/// the source (rows of each table, head of each trail), then renamed. Conflict where the target exists. Private to this
/// room.
Result<void> copyVerified(Database &source, const QString &target);

/// Conflict where a file of this name, or a journal left over from one, exists.
Result<void> ensureFree(const QString &target);

/// A name beside the target nobody uses.
QString nameBeside(const QString &target);

} // namespace cq
