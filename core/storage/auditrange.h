// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

namespace cq {

/// Whose rows a statement asks for, "WHERE audit_id BETWEEN ? AND ?": those of one audit or those of all, by the same
/// text and the same index.
struct AuditRange
{
    AuditId first;
    AuditId last;

    static AuditRange only(const AuditId &audit) { return {audit, audit}; }
    /// From before any id to after any: the last code point sorts behind every other in UTF-8.
    static AuditRange all() { return {AuditId(), AuditId(QString::fromUcs4(U"\U0010FFFF"))}; }
};

} // namespace cq
