// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "core/audit/signaturestatement.h"
#include "core/signing/pdfsigner.h"

namespace cq {

/// The place a word names. InvalidInput, with the words there are.
Result<SignaturePlace> placeNamed(const QString &word);
/// That of --field, else the role's own. InvalidInput for an observer who names none.
Result<SignaturePlace> placeFor(const Arguments &arguments, Role role);

/// The service of --timestamp; no source where none is asked for. InvalidInput without --sign.
Result<TimestampSource> timestampsFor(const Arguments &arguments);

/// How a command that signed ends: a signature without the timestamp that was asked for is told.
ExitCode toldOf(const QString &out, const std::optional<Error> &withoutTimestamp);

} // namespace cq
