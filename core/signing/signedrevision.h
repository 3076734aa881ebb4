// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/pdfverdict.h"

namespace cq {

/// Writes a document exactly as one of its signatures covered it, as a file of its own: all bytes up to the end of that
/// revision and nothing that came later. `number` counts from 1 in the order of PdfVerdict::signatures. What is said of the
/// signature. NotFound where there are fewer; Refused where it does not vouch for what is there; Conflict where the output
/// exists; on failure no output is left. The file is read once, so what was judged is what is written.
Result<SignatureVerdict> writeSignedRevision(
    const QString &document, int number, const QString &output, const Timestamp &now);

} // namespace cq
