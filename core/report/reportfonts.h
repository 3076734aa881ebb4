// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace cq {

/// The family reports are set in; other scripts come from the fonts of the system.
QString reportFontFamily();

/// Makes the fonts in a folder known to the program; writeReport() does it itself for ":/fonts", once. NotFound where
/// a face is missing there.
Result<void> addReportFonts(const QString &folder);

/// The fonts are there, or are loaded now from ":/fonts". NotFound otherwise.
Result<void> ensureReportFonts();

} // namespace cq
