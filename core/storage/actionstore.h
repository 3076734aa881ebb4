// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/findings/correctiveaction.h"

namespace cq {

class Database;
class WorkspaceFile;

/// The centre's answers to findings. Writes need a running Transaction. Rows that cannot be read give Corrupt, naming
/// table and row.
class ActionStore
{
public:
    explicit ActionStore(const WorkspaceFile &file);

    Result<QList<CorrectiveAction>> load(const AuditId &audit) const; ///< by number of the finding
    Result<QList<CorrectiveAction>> loadAll() const; ///< of every audit
    /// Inserts or replaces. Refused for an unknown finding.
    Result<void> put(const CorrectiveAction &action);

private:
    Database &m_database;
};

} // namespace cq
