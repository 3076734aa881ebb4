// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/visit/sample.h"

namespace cq {

class Database;
class WorkspaceFile;

/// Samples of audits. Writes need a running Transaction. Rows that cannot be read give Corrupt, naming table and row.
class SampleStore
{
public:
    explicit SampleStore(const WorkspaceFile &file);

    Result<QList<Sample>> load(const AuditId &audit) const; ///< by time drawn, then id
    /// Inserts the sample with its checks, cases and cells. Conflict where the id or a label stands twice.
    Result<void> insert(const AuditId &audit, const Sample &sample);
    Result<void> putCell(const SampleId &sample, int caseAt, int checkAt, CellAnswer answer);
    /// Conflict where another case of the sample has the label; NotFound for an unknown case.
    Result<void> putLabel(const SampleId &sample, int caseAt, const QString &label);
    Result<void> remove(const AuditId &audit, const SampleId &sample); ///< NotFound

private:
    Database &m_database;
};

} // namespace cq
