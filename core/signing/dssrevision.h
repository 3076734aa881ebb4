// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/validationdata.h"

#include <QByteArray>
#include <QMap>

namespace cq {

/// The name of a signature in /VRI: the SHA-1 over its /Contents with the zeros behind it, in upper-case hexadecimal
/// (EN 319 142-1 section 5.4.2.3). A name, no protection.
QByteArray validationName(const QByteArray &contents);

/// Builds an incremental update that adds validation data to a PDF (/DSS, EN 319 142-1 section 5.4.2), for each
/// signature by its validationName(). What the document carries already stays as it is and is not added again; empty
/// where there is nothing new. In the one form that revisionpolicy.h lets follow a signature: lists and /VRI stand
/// directly in /DSS. Malformed or Refused (encrypted, or with such data in another form); TooLarge over the limits of
/// ValidationData.
Result<QByteArray> buildDssRevision(const QByteArray &document, const QMap<QByteArray, ValidationData> &bySignature);

} // namespace cq
