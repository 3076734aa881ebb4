// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"
#include "core/audit/seal.h"
#include "core/base/result.h"

namespace cq {

class AuditSession;

/// The sealed states of an audit. Reads only: AuditSession::moveTo() seals.
class SealDesk
{
public:
    explicit SealDesk(const AuditSession &session);

    Result<QList<Seal>> all() const; ///< by number
    /// The canonical record as it was sealed, to the byte, but for texts taken out since (Seal::redactedDigest). NotFound; Corrupt where it no longer has its digest.
    Result<QByteArray> recordBytes(int number) const;
    /// The same, read: the digest is looked at first. Malformed with the first fault.
    Result<AuditRecord> record(int number) const;
    /// What the trail tells from right after the seal on. NotFound; Corrupt where the trail does not tell of the seal.
    Result<QList<TrailEntry>> since(int number) const;
    /// Do the seals follow each other, does the trail tell of each, and have the records their digests? Corrupt, naming the
    /// first that does not hold.
    Result<void> verify() const;
    /// The canonical record as a file of its own; one that is there is replaced only by a whole one. WriteFailed, DiskFull.
    Result<void> exportRecord(int number, const QString &path) const;

private:
    const AuditSession &m_session;
};

} // namespace cq
