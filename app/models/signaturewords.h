// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/signaturestatement.h"
#include "core/session/reportcheck.h"

#include <QString>

namespace cq {

/// A place for a signature, by who signs there.
QString wordFor(SignaturePlace place);
/// What who signs there usually states.
SignatureMeaning usualMeaning(SignaturePlace place);

QString wordFor(SignatureMeaning meaning);
/// What signing in this meaning states, in a sentence.
QString sentenceFor(SignatureMeaning meaning);

/// A digest in groups of four, as the report prints it, so that people can compare it.
QString fingerprintText(const QString &hexadecimal);

/// What a signature with this certificate will prove, and what not.
QString worthOf(const CertificateInfo &certificate);
/// How long an identity can still sign; empty while its end is far.
QString expiryText(const Timestamp &validUntil, const Timestamp &now);
/// "3 May 2026 to 3 May 2029"
QString validityText(const CertificateInfo &certificate);

} // namespace cq
