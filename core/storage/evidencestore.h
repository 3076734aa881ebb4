// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evidence/evidence.h"
#include "core/storage/contentstore.h"

#include <QList>
#include <QStringList>

namespace cq {

class Database;
class WorkspaceFile;

/// Evidence of centres and its links in audits, without the content itself (ContentStore). Writes need a running
/// Transaction. Rows that cannot be read give Corrupt, naming table and row.
class EvidenceStore
{
public:
    explicit EvidenceStore(const WorkspaceFile &file);

    Result<QList<Evidence>> load(const CentreId &centre) const; ///< by title
    /// Digest and size of the evidence are those of its content.
    Result<void> insert(const Evidence &evidence, const StoredContent &content);
    /// Title, kind, method, page reference, dates and facility; the rest never changes. NotFound.
    Result<void> update(const Evidence &evidence);
    /// Removes it, and its content with the last evidence that has it. NotFound; Refused while an audit uses it.
    Result<void> remove(const Evidence &evidence);

    Result<QList<EvidenceLink>> links(const AuditId &audit) const;
    Result<void> link(const AuditId &audit, const EvidenceLink &link); ///< Conflict where it is there
    Result<void> unlink(const AuditId &audit, const EvidenceLink &link); ///< NotFound
    /// Audits that use the evidence.
    Result<QList<AuditId>> auditsWith(const EvidenceId &evidence) const;

private:
    const WorkspaceFile &m_file;
    Database &m_database;
};

} // namespace cq
