// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/pdfverdict.h"

#include <QByteArrayView>

namespace cq {

/// Judges the revisions of a file behind the one that ends at signedEnd, which is the end of its first signature's byte
/// range; what came before was signed. Each is compared with the document right before it, so that a change that a
/// later revision puts back shows as well. Allowed is only what leaves the signed document as it was:
/// - a new signature field with an empty appearance, in the form that pdfrevisionwriter writes, or filling a signature
///   field that was prepared, its appearance included; a document timestamp in the same way (ISO 32000-2 12.8.5); where
///   the document before it holds no signature yet, the one that fills a field may certify it as pdfrevisionwriter does;
/// - data for validating signatures (/DSS, EN 319 142-1 5.4.2.2) that keeps all that was there.
/// Everything else is Forbidden and named, and so is a file whose revisions cannot be told apart (see revisionsOf).
QList<RevisionVerdict> judgeRevisions(QByteArrayView file, qint64 signedEnd);

} // namespace cq
