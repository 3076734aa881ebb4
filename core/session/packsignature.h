// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/contentsignature.h"

namespace cq {

/// The signature of a criteria pack: what stands beside its file in one of the same name with ".p7s" behind it. Empty
/// where there is none. Unreadable; TooLarge before reading; Malformed where that file is empty.
Result<QByteArray> packSignatureBeside(const QString &packPath);

/// Signs a pack's file beside it. Malformed where the pack has faults: nobody vouches for what cannot be used; Conflict
/// where there is a signature already; what signContent() says. On failure nothing is left.
Result<void> signPackFile(const QString &packPath, const SigningIdentity &identity, const Timestamp &now);

} // namespace cq
