// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/seal.h"
#include "core/base/result.h"

namespace cq {

class Database;
class WorkspaceFile;

/// The sealed states of audits with their canonical records. The database itself refuses to change or delete one, or to
/// add one that does not follow the last.
class SealStore
{
public:
    explicit SealStore(const WorkspaceFile &file);

    /// Needs a running Transaction. TooLarge for a record that no reader would take (AuditRecordReader::maxBytes);
    /// InvalidInput where the bytes do not have the seal's digest.
    Result<void> put(const AuditId &audit, const Seal &seal, const QByteArray &record);
    Result<QList<Seal>> load(const AuditId &audit) const; ///< by number
    /// The canonical record, as sealed or as it reads since a text was taken out of it. NotFound; Corrupt where the bytes no longer have their digest.
    Result<QByteArray> record(const AuditId &audit, int number) const;

private:
    Database &m_database;
};

} // namespace cq
