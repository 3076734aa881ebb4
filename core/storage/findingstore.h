// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/findings/earlierfinding.h"
#include "core/findings/finding.h"

#include <QHash>

namespace cq {

class Database;
class WorkspaceFile;

/// Findings of audits. Writes need a running Transaction. Rows that cannot be read give Corrupt, naming table and row.
class FindingStore
{
public:
    explicit FindingStore(const WorkspaceFile &file);

    Result<QList<Finding>> load(const AuditId &audit) const; ///< by number
    Result<QHash<AuditId, QList<Finding>>> loadAll() const; ///< of every audit, by number
    /// Confirmed nonconformities of earlier audits of the same centre, the latest of each criterion. Earlier is by the
    /// day an audit starts, else by the day it was made.
    Result<QHash<CriterionId, EarlierFinding>> earlier(const AuditId &audit) const;
    /// The number a new finding gets; never one that was given before, removed or not. NotFound for an unknown audit.
    Result<int> nextNumber(const AuditId &audit) const;
    /// Inserts or replaces by id. Conflict where another finding of the audit has the number, or the id is another
    /// audit's.
    Result<void> put(const AuditId &audit, const Finding &finding);
    Result<void> remove(const AuditId &audit, const FindingId &finding); ///< NotFound

private:
    Database &m_database;
};

} // namespace cq
