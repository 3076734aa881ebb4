// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/trailentry.h"

#include "core/audit/tombstone.h"
#include "core/base/canonicaljson.h"
#include "core/base/sha256.h"

namespace cq {

QByteArray trailStart()
{
    return QByteArray(64, '0');
}

QJsonObject trailJson(const TrailEntry &entry)
{
    return {
        {QStringLiteral("sequence"), entry.sequence},
        {QStringLiteral("utc"), entry.at.utcText()},
        {QStringLiteral("offset"), entry.at.offsetText()},
        {QStringLiteral("person"), entry.person},
        {QStringLiteral("role"), textOf(entry.role)},
        {QStringLiteral("action"), entry.action},
        {QStringLiteral("target"), entry.target},
        {QStringLiteral("old"), entry.oldValue},
        {QStringLiteral("new"), entry.newValue},
        {QStringLiteral("reason"), entry.reason},
        {QStringLiteral("clockJumped"), entry.clockJumped},
        {QStringLiteral("previous"), QString::fromLatin1(entry.previous)},
        {QStringLiteral("digest"), QString::fromLatin1(entry.digest)},
    };
}

QByteArray trailDigest(const TrailEntry &entry)
{
    QJsonObject content = trailJson(entry);
    content.remove(QStringLiteral("digest"));
    // Only texts, a flag and a sequence number far below 2^53 stand in it, so the canonical form always exists.
    return sha256Hex(canonicalJson(content).value());
}

TrailEntry chained(TrailEntry entry, qint64 previousSequence, const QByteArray &previousDigest)
{
    entry.sequence = previousSequence + 1;
    entry.previous = previousDigest;
    entry.digest = trailDigest(entry);
    return entry;
}

Result<void> verifyTrail(const QList<TrailEntry> &entries)
{
    QByteArray previous = trailStart();
    qint64 sequence = 0;
    for (const TrailEntry &entry : entries) {
        ++sequence;
        // Where a text was taken out, the digest no longer follows from the entry; then a tombstone has to hold it.
        const bool holds = entry.digest == trailDigest(entry) || tombstoneOf(entry, entries);
        if (entry.sequence != sequence || entry.previous != previous || !holds)
            return Error{ErrorCode::Corrupt, QStringLiteral("the audit trail breaks at entry %1").arg(sequence), {}};
        previous = entry.digest;
    }
    return {};
}

QByteArray trailHead(const QList<TrailEntry> &entries)
{
    return entries.isEmpty() ? trailStart() : entries.last().digest;
}

} // namespace cq
