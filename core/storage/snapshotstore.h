// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"
#include "core/base/result.h"

namespace cq {

class Database;
class WorkspaceFile;

/// A snapshot without its content.
struct SnapshotLine
{
    qint64 id = 0;
    QString milestone; ///< a stable word, e.g. that of the state reached
    Timestamp takenAt;
    bool operator==(const SnapshotLine &) const = default;
};

/// Full states of audits at milestones, for this program only: each is kept with an HMAC-SHA-256 under the workspace's
/// key over audit, milestone, time and content, and read back only where it fits.
class SnapshotStore
{
public:
    explicit SnapshotStore(const WorkspaceFile &file);

    /// Needs a running Transaction. The record's audit must be in the file.
    Result<void> put(const QString &milestone, const Timestamp &takenAt, const AuditRecord &record);
    Result<QList<SnapshotLine>> list(const AuditId &audit) const; ///< oldest first
    /// NotFound, also where it is over maxSnapshotBytes; Corrupt where the keyed digest does not fit.
    Result<AuditRecord> load(qint64 id) const;

private:
    const WorkspaceFile &m_file;
    Database &m_database;
};

} // namespace cq
