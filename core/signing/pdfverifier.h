// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/signing/pdfverdict.h"
#include "core/signing/truststore.h"

#include <QByteArray>
#include <QString>

namespace cq {

/// Judges every signature and document timestamp of a PDF from anywhere: integrity, trust and coverage apart (now is
/// used where a signature claims no time, and for the authorities of timestamps). Nobody is asked: what is known of
/// revocation is what the document carries. An unsigned PDF gives no signatures.
/// NotFound, Unreadable, TooLarge over 512 MiB or 64 signatures, Malformed where it is no PDF and nothing in it looks
/// like a signature. Revisions behind the first signature and the form of the document are judged apart too
/// (revisionpolicy.h, plainform.h), and enter no signature's verdict.
Result<PdfVerdict> verifyPdf(const QString &path, const TrustStore &trust, const Timestamp &now);
Result<PdfVerdict> verifyPdf(const QByteArray &bytes, const TrustStore &trust, const Timestamp &now);

/// The verdicts on the signatures alone, in the order of what they cover: neither revisions nor form are looked at.
Result<QList<SignatureVerdict>> verifySignatures(
    const QByteArray &bytes, const TrustStore &trust, const Timestamp &now);

} // namespace cq
