// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit.h"
#include "core/scoring/score.h"
#include "core/audit/auditsummary.h"

#include <QDate>
#include <QList>

namespace cq {

class Workspace;

/// What the first screen tells a person, by role: the audit to go on with and how it stands, or what to begin with.
struct HomeSummary
{
    /// What is the next step.
    enum class Lead {
        NoCentre, ///< nothing is here yet
        NoAudit, ///< centres, but no audit that is still being worked on
        Continue, ///< an auditor's audit
        Readiness, ///< a quality manager's
        Inbox, ///< a reviewer's
    };

    Lead lead = Lead::NoCentre;
    AuditSummary audit; ///< the one to go on with; for Continue and Readiness
    int applicable = 0;
    int open = 0;
    Score graded;
    QList<qint64> marks; ///< for percentText
    int gatesNotMet = 0;
    int overdueActions = 0; ///< of all audits: answers, actions and checks past their day; for quality managers
    int waiting = 0; ///< audits that wait for a reviewer

    /// `preferred` is the audit opened last; it is taken where it is still being worked on.
    static HomeSummary of(Workspace &workspace, const AuditId &preferred, const QDate &today);
};

/// The states in which an audit is still being worked on, for a role.
QList<AuditState> workingStates(Role role);

} // namespace cq
