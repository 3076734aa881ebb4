// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/tombstone.h"

#include "core/base/canonicaljson.h"
#include "core/base/sha256.h"

#include <algorithm>

namespace cq {

QString entryTombstoneAction()
{
    return QStringLiteral("trail.redacted");
}

QString sealTombstoneAction()
{
    return QStringLiteral("seal.redacted");
}

QString entryTombstoneTarget(qint64 sequence)
{
    return QStringLiteral("entry %1").arg(sequence);
}

QString sealTombstoneTarget(int number)
{
    return QStringLiteral("seal %1").arg(number);
}

QByteArray remainsDigest(const TrailEntry &entry)
{
    // As in trailDigest(): the canonical form of an entry always exists.
    return sha256Hex(canonicalJson(trailJson(entry)).value());
}

std::optional<qint64> tombstoneOf(const TrailEntry &entry, const QList<TrailEntry> &trail)
{
    const QString target = entryTombstoneTarget(entry.sequence);
    const auto last = std::find_if(trail.rbegin(), trail.rend(), [&](const TrailEntry &later) {
        return later.action == entryTombstoneAction() && later.target == target;
    });
    if (last == trail.rend() || last->sequence <= entry.sequence || last->newValue.toLatin1() != remainsDigest(entry))
        return std::nullopt;
    return last->sequence;
}

} // namespace cq
