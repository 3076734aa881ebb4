// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit.h"
#include "core/audit/trailentry.h"

namespace cq {

/// A state of an audit that stands for good: which canonical record was submitted, taken into review or decided on, and
/// by whom (domain.md section 1.9). Whatever changes later is a new state, which a later seal names this one by.
struct Seal
{
    int number = 0; ///< 1, 2, 3 ... within its audit
    AuditState state = AuditState::Submitted;
    QString reason; ///< why the audit was moved back to this state; empty where it moved on
    QString person;
    Role role = Role::LeadAuditor;
    Timestamp at;
    QByteArray digest; ///< SHA-256 of the canonical record as it was sealed, hexadecimal
    QByteArray redactedDigest; ///< the same of the record as it reads since a text was taken out of it; else empty
    QByteArray trailHead; ///< digest of the last trail entry in that record
    QByteArray previous; ///< digest of the seal before; 64 zeros for the first

    bool operator==(const Seal &) const = default;
};

/// Is an audit sealed when it reaches this state?
bool isSealed(AuditState state);

/// What the trail calls the entry in which a seal's digest stands: right behind the entry the seal names as its head.
QString sealAction();

/// Do the seals of an audit follow each other without a gap, and does its trail tell of each of them, of no other, and of
/// what was taken out of their records?
/// Corrupt, naming the first that does not hold. Whether the records have their digests is not looked at.
Result<void> verifySeals(const QList<Seal> &seals, const QList<TrailEntry> &trail);

/// The entries behind a seal's own in the trail; Corrupt where the trail does not tell of it.
Result<QList<TrailEntry>> entriesSince(const Seal &seal, const QList<TrailEntry> &trail);

} // namespace cq
