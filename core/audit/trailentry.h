// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/person.h"
#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace cq {

/// One change, for good: who, when, what, from what to what, why (ICH E6(R3) 4.2.2; domain.md section 1.9).
/// Entries of one subject (an audit, a centre, the workspace) form a chain: each holds the digest of the one before.
struct TrailEntry
{
    qint64 sequence = 0; ///< 1, 2, 3 ... within its chain
    Timestamp at;
    QString person;
    Role role = Role::Auditor;
    QString action; ///< what kind of change, e.g. "response.level"; stable words
    QString target; ///< what was changed, e.g. "TOX-01" or "FAC-02 @ Ward 7"
    QString oldValue;
    QString newValue;
    QString reason;
    bool clockJumped = false; ///< the computer's clock went backwards or leapt before this entry
    QByteArray previous; ///< digest of the entry before; 64 zeros for the first
    QByteArray digest; ///< SHA-256 over all the above, hexadecimal

    bool operator==(const TrailEntry &) const = default;
};

/// The digest that stands before the first entry.
QByteArray trailStart();
/// The digest an entry must carry: over its canonical JSON without the digest itself.
QByteArray trailDigest(const TrailEntry &entry);
/// The entry, numbered, chained to its predecessor's digest and sealed with its own.
TrailEntry chained(TrailEntry entry, qint64 previousSequence, const QByteArray &previousDigest);
/// Corrupt, naming the first entry that neither has its digest nor a tombstone (tombstone.h). An empty chain holds.
Result<void> verifyTrail(const QList<TrailEntry> &entries);
/// Digest of the last entry, or trailStart().
QByteArray trailHead(const QList<TrailEntry> &entries);

QJsonObject trailJson(const TrailEntry &entry);

} // namespace cq
