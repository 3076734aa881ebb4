// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/trailentry.h"

#include <optional>

namespace cq {

// Where a text was taken out of the trail or of a sealed record, a later entry of the trail says so and holds what is left
// (ICH E6(R3) 4.2.2: a change to a trail is itself logged). Nothing in the chain moves: the entry keeps its digest, which
// stood over the text as well, and the tombstone carries a digest over the entry as it reads now.

/// What the trail calls the tombstone of an entry, and that of a sealed record.
QString entryTombstoneAction();
QString sealTombstoneAction();

/// What such tombstones are about: "entry 12", "seal 2".
QString entryTombstoneTarget(qint64 sequence);
QString sealTombstoneTarget(int number);

/// SHA-256, hexadecimal, over the canonical JSON of an entry as it reads, its own digest included.
QByteArray remainsDigest(const TrailEntry &entry);

/// Sequence of the tombstone that holds an entry as it reads now, the last one about it in its trail; nothing where none does.
std::optional<qint64> tombstoneOf(const TrailEntry &entry, const QList<TrailEntry> &trail);

} // namespace cq
