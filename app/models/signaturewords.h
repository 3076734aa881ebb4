// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/reportcheck.h"

#include <QString>

namespace cq {

/// What a person states by signing a report (domain.md section 1.9: name, time and meaning).
enum class SignatureMeaning { Authored, Reviewed, Approved, Acknowledged };

/// As it is written into the report and its signature.
template <> struct EnumText<SignatureMeaning>
{
    static constexpr std::pair<SignatureMeaning, const char *> table[] = {
        {SignatureMeaning::Authored, "Authored"},
        {SignatureMeaning::Reviewed, "Reviewed"},
        {SignatureMeaning::Approved, "Approved"},
        {SignatureMeaning::Acknowledged, "Acknowledged"},
    };
};

QString wordFor(SignatureMeaning meaning);
/// What signing in this meaning states, in a sentence.
QString sentenceFor(SignatureMeaning meaning);

/// A digest in groups of four, as the report prints it, so that people can compare it.
QString fingerprintText(const QString &hexadecimal);

/// What a signature with this certificate will prove, and what not.
QString worthOf(const CertificateInfo &certificate);
/// "3 May 2026 to 3 May 2029"
QString validityText(const CertificateInfo &certificate);

} // namespace cq
