// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit.h"
#include "core/audit/auditsummary.h"
#include "core/audit/response.h"
#include "core/base/result.h"
#include "core/centre/centre.h"

#include <optional>

namespace cq {

class Database;
class WorkspaceFile;

/// Audits with scope, team, pinned packs and answers. Writes need a running Transaction. Rows that cannot be read give
/// Corrupt, naming table and row.
class AuditStore
{
public:
    explicit AuditStore(const WorkspaceFile &file);

    /// Conflict where the id exists; Refused where centre, facility or pack is not in the file.
    Result<void> insert(const Audit &audit);
    /// Everything but id and createdAt. NotFound.
    Result<void> update(const Audit &audit);
    Result<Audit> load(const AuditId &id) const; ///< NotFound
    /// All audits, latest start first, then by title; one query.
    Result<QList<AuditSummary>> list() const;
    Result<QList<AuditId>> ids() const; ///< all; asks nothing of the rest of a row

    /// All answers of an audit, sorted by criterion, facility, party as texts.
    Result<QList<Response>> responses(const AuditId &audit) const;
    /// Puts the answer at its key. One that says nothing (not assessed, no texts) is deleted instead.
    Result<void> putResponse(const AuditId &audit, const Response &response);

    /// The centre as it is now, kept with the audit; replaces an earlier one.
    Result<void> freezeCentre(const AuditId &audit, const Centre &centre);
    /// Nothing where the centre was never frozen.
    Result<std::optional<Centre>> frozenCentre(const AuditId &audit) const;

private:
    Database &m_database;
};

} // namespace cq
