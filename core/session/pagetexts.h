// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace cq {

/// The text of each page of a PDF as a reader would copy it, white space and order as the reader finds them; what stands
/// in annotations and form fields is not part of it. Malformed where it cannot be shown; TooLarge over 10,000 pages or
/// 64 million characters. May run on any thread.
Result<QStringList> pageTexts(const QByteArray &pdf);

} // namespace cq
