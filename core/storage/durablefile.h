// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace cq {

/// Waits until the file's content is on the disk.
Result<void> flushFile(const QString &path);

/// Gives a finished file its final name and waits until the name is on the disk. Conflict where the name is taken;
/// never replaces anything. The file under its old name is gone afterwards, whatever happened.
Result<void> publishFile(const QString &from, const QString &to);

} // namespace cq
