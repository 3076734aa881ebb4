// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

namespace cq {

/// Writes a file that must not be there yet; nothing of it stays where that fails. Conflict where it is there, DiskFull,
/// WriteFailed.
[[nodiscard]] Result<void> writeNew(const QString &path, QByteArrayView bytes);

} // namespace cq
