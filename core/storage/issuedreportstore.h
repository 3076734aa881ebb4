// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/issuedreport.h"
#include "core/base/result.h"

namespace cq {

class Database;
class WorkspaceFile;

/// Signed reports that were written to files. Writes need a running Transaction. Rows that cannot be read give Corrupt,
/// naming table and row.
class IssuedReportStore
{
public:
    explicit IssuedReportStore(const WorkspaceFile &file);

    Result<QList<IssuedReport>> loadAll() const; ///< of every audit, oldest first
    /// Inserts or replaces. Refused for an unknown audit; Conflict where another one stands at the same path.
    Result<void> put(const IssuedReport &report);

private:
    Database &m_database;
};

} // namespace cq
