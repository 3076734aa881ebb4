// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/response.h"
#include "core/audit/trailentry.h"
#include "core/base/result.h"
#include "core/centre/facility.h"
#include "core/review/blindmode.h"

#include <QHash>
#include <QSet>

namespace cq {

class Workspace;

/// What blind mode keeps from the person working, over all audits, by the rule of ResponseDesk::isHidden(). For lists that
/// show many audits at once: reads each audit it is asked about once, so it is made anew for each list.
class HiddenAnswers
{
public:
    HiddenAnswers(const Workspace &workspace, BlindMode mode);

    bool hides(const AuditId &audit, const ResponseKey &key);
    /// Does an entry of an audit's trail tell an answer of the centre's that is hidden?
    bool hides(const AuditId &audit, const TrailEntry &entry);

private:
    struct AuditView
    {
        bool isBlind = false; ///< an auditor looks, and can still answer
        QSet<CriterionId> gates;
        QSet<ResponseKey> answered; ///< by the auditors
        QList<Facility> facilities; ///< of the centre
    };
    const AuditView &viewOf(const AuditId &audit);
    AuditView read(const AuditId &audit) const;

    const Workspace &m_workspace;
    BlindMode m_mode;
    QHash<AuditId, AuditView> m_views;
};

/// The centre's answers an entry of an audit's trail may tell of: one, or, where its facility is known by no name any
/// more, one for each facility. None where it tells of something else.
QList<ResponseKey> centreAnswersIn(const TrailEntry &entry, const QList<Facility> &facilities);

} // namespace cq
