// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/redaction.h"
#include "core/audit/seal.h"
#include "core/base/result.h"

namespace cq {

class Database;
class WorkspaceFile;

/// Where a text is taken out of what otherwise never changes. Each call but wipe() needs a running Transaction, in which
/// the trail has still to be told: the database lets an entry change only until the tombstone announced for it is written.
class RedactionStore
{
public:
    explicit RedactionStore(const WorkspaceFile &file);

    /// Out of what the audit says now, private reminders included; gives how many rows held it.
    Result<int> putContent(const AuditId &audit, const Redaction &redaction);
    /// An entry of the trail as it reads from now on; the tombstone will be the entry of that sequence.
    Result<void> putEntry(const QString &subject, const TrailEntry &entry, qint64 tombstone);
    /// The record and the reason of a seal as they read from now on, the record under its new digest.
    Result<void> putRecord(const AuditId &audit, int number, const QByteArray &record, const QString &reason);
    /// Snapshots of the audit with the text taken out; gives how many held it.
    Result<int> putSnapshots(const AuditId &audit, const Redaction &redaction);

    /// Writes the file anew, so that nothing of what was taken out is left in unused parts, the journal or the search index.
    /// Outside a transaction. Locked while another program reads the file.
    Result<void> wipe();

private:
    const WorkspaceFile &m_file;
    Database &m_database;
};

} // namespace cq
