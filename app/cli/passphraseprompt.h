// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/passphrase.h"

namespace cq {

/// The passphrase from CENTREQUAL_PASSPHRASE, or typed at the terminal without being shown. InvalidInput where there is
/// neither.
Result<Passphrase> askForPassphrase();

/// The PIN of a card or token, from CENTREQUAL_PIN or typed at the terminal.
Result<Passphrase> askForPin();

/// The same as askForPassphrase() for a new key: a typed one is asked for twice.
Result<Passphrase> askForNewPassphrase();

} // namespace cq
