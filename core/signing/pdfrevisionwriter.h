// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/pdfsigner.h"

#include <QByteArray>

namespace cq {

/// Bytes to be written behind a PDF so that it has one more signature, with room left for the signature itself.
struct SignatureRevision
{
    QByteArray bytes;
    QString fieldName;
    qsizetype gapBegin = 0; ///< of /Contents with its < and >, counted within bytes
    qsizetype gapEnd = 0;
};

/// Builds an incremental update (ISO 32000-1 7.5.6) that fills a prepared field or adds one. A prepared field gets
/// nothing but /V and /AP, both with new objects; where the request certifies, the catalogue gets /Perms. The byte range
/// is filled in already; contentsBytes is the room for the signature. InvalidInput, Malformed, Conflict (field name
/// taken, or certifying what is signed already) or Refused (encrypted; certified, no prepared field is filled, and it is no
/// document timestamp).
Result<SignatureRevision> buildSignatureRevision(
    const QByteArray &document, const SignatureRequest &request, qsizetype contentsBytes);

/// Puts the signature into the gap, with zeros behind it. Internal where it does not fit.
Result<void> fillSignature(SignatureRevision &revision, const QByteArray &signature);

} // namespace cq
