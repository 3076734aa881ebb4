// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/searchhit.h"
#include "core/base/result.h"
#include "core/review/blindmode.h"

namespace cq {

class Workspace;

/// Looks through everything the workspace says: criteria, findings, notes, the person's own reminders, evidence, audits,
/// centres, facilities. Reads only.
class SearchDesk
{
public:
    explicit SearchDesk(Workspace &workspace);

    static constexpr int maxHits = 8; ///< of a kind; who looks for more types another letter

    /// Kind by kind, best first within a kind. Criteria are those of the audit given, or of the newest packs held where
    /// none is; what the blind mode hides from the person working is not found.
    Result<QList<SearchHit>> find(const QString &typed, const AuditId &audit, BlindMode mode) const;

private:
    QList<SearchHit> findCriteria(const WordSearch &search, const AuditId &audit) const;

    Workspace &m_workspace;
};

} // namespace cq
