// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pack/packset.h"
#include "core/signing/pdfverdict.h"

#include <QList>

namespace cq {

/// The packs a record pins, taken from the report itself: the digests in the record say which bytes are the right ones.
/// Malformed for a pack that cannot be read; Corrupt where they are not those the audit pins.
Result<PackSet> embeddedPacks(const QList<EmbeddedFile> &files, const QList<PackPin> &pins);

} // namespace cq
