// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"
#include "core/base/result.h"

#include <QByteArray>

namespace cq {

/// Over this no snapshot is written or read.
inline constexpr qsizetype maxSnapshotBytes = 64 * 1024 * 1024;

/// The full state of an audit as a Boost.Serialization text archive with class versions. TooLarge.
Result<QByteArray> packSnapshot(const AuditRecord &record);

/// The state back, from an archive of this or an older class version. TooLarge, Malformed, NewerVersion. The archive
/// reader is not safe against hostile bytes: only for bytes whose keyed digest fitted (SnapshotStore).
Result<AuditRecord> unpackSnapshot(const QByteArray &bytes);

} // namespace cq
