// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/signaturestatement.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QSize>
#include <QString>

namespace cq {

/// What a signature shows in its place (domain.md section 1.9): printed name, role, meaning and time, and in plain words
/// what kind of signature it is.
struct SignatureBlock
{
    SignatureStatement statement;
    QString holder; ///< of the certificate
    QString organisation; ///< of the holder
    QString issuer; ///< empty: the holder issued it, and nobody else vouches for the name: it then says so outright
    bool madeInProgram = false;
    QString fingerprint; ///< SHA-256 of the certificate, hexadecimal
    bool operator==(const SignatureBlock &) const = default;
};

/// Paints it as a PDF of one page of a size in points, in the fonts of reports. The same block gives the same bytes.
/// InvalidInput for a language without words, and for texts that have no room: nothing is cut off in silence.
Result<QByteArray> paintAppearance(const SignatureBlock &block, QSize size, const QString &language);

} // namespace cq
