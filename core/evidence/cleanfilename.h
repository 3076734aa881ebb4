// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cq {

/// A name under which any system can store a file, made from a name that came from outside: without folders, line
/// breaks, marks that turn the direction of writing or have no width, signs that Windows refuses and its reserved names;
/// at most 120 characters, the ending kept. Never empty ("evidence" where nothing is left). In Unicode NFC.
QString cleanFileName(const QString &name);

/// The name with everything one cannot see written out, e.g. "\u202e", so that it can be told to a person; at most 300
/// characters.
QString visibleFileName(const QString &name);

} // namespace cq
