// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QRectF>
#include <QString>

#include <optional>

class QPDFObjectHandle;

namespace cq {

/// A place for a signature that the maker of a PDF prepared: a field of its form that is its own widget.
struct SignatureField
{
    QString name;
    QRectF rect; ///< PDF points from the lower left corner of its page, y upwards; empty for an invisible one
    bool isSigned = false;

    bool operator==(const SignatureField &) const = default;
};

/// What a PDF tells of its places for signatures, and in which language it is written.
struct SignatureForm
{
    QString language; ///< /Lang; empty where there is none
    QList<SignatureField> fields; ///< those at the top of the form, in its order
};

/// Reads the last revision. Malformed where it is no PDF with a sound cross reference. Believes what it reads: verify
/// the file first.
Result<SignatureForm> readSignatureForm(const QString &path);

/// For the other classes of this room: the rectangle of a signature field that is its own widget; nothing for others.
std::optional<QRectF> signatureFieldRect(QPDFObjectHandle field);

} // namespace cq
