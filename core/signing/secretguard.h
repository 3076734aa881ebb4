// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cq {

/// To be called first in a program that handles keys: no core dump and no other process of this person reads its memory,
/// and passphrases live in memory that is neither swapped nor dumped. Where the system allows none of this, the program
/// runs all the same.
void guardSecrets();

} // namespace cq
