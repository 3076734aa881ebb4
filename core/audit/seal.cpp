// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/seal.h"

#include "core/audit/tombstone.h"

#include <algorithm>

namespace cq {

namespace {

Error broken(int number, const QString &why)
{
    return {ErrorCode::Corrupt, QStringLiteral("seal %1: %2").arg(number).arg(why), {}};
}

// What the last tombstone of the seal says its record has now.
QByteArray redactedDigestIn(const QList<TrailEntry> &trail, int number)
{
    const auto last = std::find_if(trail.rbegin(), trail.rend(), [number](const TrailEntry &entry) {
        return entry.action == sealTombstoneAction() && entry.target == sealTombstoneTarget(number);
    });
    return last == trail.rend() ? QByteArray() : last->newValue.toLatin1();
}

} // namespace

bool isSealed(AuditState state)
{
    return state == AuditState::Submitted || state == AuditState::InReview || state == AuditState::Decided;
}

QString sealAction()
{
    return QStringLiteral("audit.sealed");
}

Result<void> verifySeals(const QList<Seal> &seals, const QList<TrailEntry> &trail)
{
    QByteArray previous = trailStart();
    int number = 0;
    for (const Seal &seal : seals) {
        ++number;
        if (seal.number != number || seal.previous != previous)
            return broken(number, QStringLiteral("it does not follow the one before"));
        if (const auto since = entriesSince(seal, trail); !since)
            return since.error();
        if (seal.redactedDigest != redactedDigestIn(trail, number))
            return broken(number, QStringLiteral("the trail does not tell of what was taken out of it"));
        previous = seal.digest;
    }
    const auto told = std::count_if(
        trail.begin(), trail.end(), [](const TrailEntry &entry) { return entry.action == sealAction(); });
    if (told != seals.size())
        return broken(number + 1, QStringLiteral("the trail tells of it, but it is gone"));
    return {};
}

Result<QList<TrailEntry>> entriesSince(const Seal &seal, const QList<TrailEntry> &trail)
{
    for (qsizetype i = 0; i + 1 < trail.size(); ++i)
        if (const TrailEntry &own = trail.at(i + 1); trail.at(i).digest == seal.trailHead && own.action == sealAction()
            && own.newValue.toLatin1() == seal.digest)
            return trail.sliced(i + 2);
    return broken(seal.number, QStringLiteral("the trail does not tell of it"));
}

} // namespace cq
