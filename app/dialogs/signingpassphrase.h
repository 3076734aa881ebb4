// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/passphrase.h"

class QLineEdit;

namespace cq {

/// Takes a passphrase out of the field it was typed into: the field is empty afterwards, its history too, and the text is
/// wiped from memory.
Passphrase takePassphrase(QLineEdit &field);

/// Empties the field and wipes what stood in it.
void wipePassphrase(QLineEdit &field);

} // namespace cq
