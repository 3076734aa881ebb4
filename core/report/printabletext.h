// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cq {

/// A text as it may be printed: line ends unified; control characters, lone surrogates and characters that silently
/// re-order text made visible as U+FFFD; heaps of combining marks cut so that they stay within their line; endless
/// words given places to break.
QString printableText(const QString &text);

/// The same in one line, for headers, bookmarks and tables of contents.
QString printableLine(const QString &text);

} // namespace cq
