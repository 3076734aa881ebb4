// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/proventime.h"
#include "core/signing/timestampservice.h"

#include <QString>

namespace cq {

/// The field that a document timestamp fills where its maker prepared it; made where there is none.
QString documentTimestampField();

/// Adds a document timestamp (EN 319 142-1 section 5.4.3) to a finished PDF as an incremental update, in an invisible
/// field: an authority's word that the document was there with all its signatures. The bytes of input stay as they are.
/// Written beside output, flushed, reopened, verified, then renamed; on failure nothing is left. What is proven, with
/// the authority not yet judged. Conflict where the output exists; the errors of the source and of reading a PDF to
/// sign.
Result<ProvenTime> addDocumentTimestamp(const QString &input, const QString &output, const TimestampSource &timestamps);

/// The same in memory: the document with one more revision. Nothing is verified.
Result<QByteArray> withDocumentTimestamp(const QByteArray &document, const TimestampSource &timestamps);

} // namespace cq
