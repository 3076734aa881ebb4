// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/pdfverdict.h"

#include <QList>

class QPDF;

namespace cq {

constexpr qint64 maxEmbeddedFileBytes = 64LL * 1024 * 1024;
constexpr qint64 maxEmbeddedBytes = 256LL * 1024 * 1024; ///< of all together
constexpr int maxEmbeddedFiles = 256;

/// The files a PDF carries (name tree of embedded files, and associated files of the document). Those over the limits
/// or with broken streams are left out.
QList<EmbeddedFile> readEmbeddedFiles(QPDF &pdf);

} // namespace cq
