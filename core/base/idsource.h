// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace cq {

/// Where new ids come from: each call gives a text never given before. Injected, so that demo and test data are exact.
using IdSource = std::function<QString()>;

/// Random UUIDs in lower case without braces, 36 characters.
IdSource randomIds();

/// The same sequence of UUID-shaped ids for the same seed; for demonstration data and tests only.
IdSource seededIds(quint32 seed);

} // namespace cq
