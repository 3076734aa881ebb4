// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/homesummary.h"

#include "core/session/auditsession.h"
#include "core/session/centredesk.h"
#include "core/session/workspace.h"

#include <algorithm>

namespace cq {

namespace {

std::optional<AuditSummary> auditToContinue(const QList<AuditSummary> &audits, Role role, const AuditId &preferred)
{
    const QList<AuditState> states = workingStates(role);
    std::optional<AuditSummary> best;
    for (const AuditSummary &audit : audits) {
        if (!states.contains(audit.state))
            continue;
        if (audit.id == preferred)
            return audit;
        // One's own kind of work comes first: self-assessments for quality managers, visits for auditors; then the latest.
        const auto rank = [role](const AuditSummary &candidate) {
            const bool isOwn = (role == Role::QualityManager) == (candidate.kind == AuditKind::SelfAssessment);
            return std::pair(isOwn, candidate.startsOn);
        };
        if (!best || rank(*best) < rank(audit))
            best = audit;
    }
    return best;
}

void readFigures(HomeSummary &summary, Workspace &workspace)
{
    const Result<std::unique_ptr<AuditSession>> session = workspace.openAudit(summary.audit.id);
    if (!session)
        return;
    const ScoreBoard &board = (*session)->board();
    const SectionScore &overall = board.overall();
    summary.applicable = overall.applicable;
    summary.open = overall.applicable - overall.answered;
    summary.graded = overall.graded;
    summary.marks = board.marks();
    summary.gatesNotMet = overall.gatesNotMet;
}

} // namespace

QList<AuditState> workingStates(Role role)
{
    if (role == Role::Reviewer)
        return {AuditState::Submitted, AuditState::InReview, AuditState::ActionsOpen};
    return {AuditState::Draft, AuditState::Planned, AuditState::SelfAssessment, AuditState::PreReview, AuditState::OnSite,
        AuditState::Consolidation};
}

HomeSummary HomeSummary::of(Workspace &workspace, const AuditId &preferred, const QDate &today)
{
    HomeSummary summary;
    const Role role = workspace.person().role;
    const QList<AuditSummary> audits = workspace.audits();
    summary.waiting = int(std::count_if(audits.cbegin(), audits.cend(),
        [](const AuditSummary &audit) { return workingStates(Role::Reviewer).contains(audit.state); }));
    if (role == Role::Reviewer) {
        summary.lead = Lead::Inbox;
        return summary;
    }
    if (role == Role::QualityManager) {
        const QList<DueAction> due = workspace.dueActions();
        summary.overdueActions = int(std::count_if(
            due.cbegin(), due.cend(), [&](const DueAction &action) { return action.item.isOverdue(today); }));
    }
    const std::optional<AuditSummary> audit = auditToContinue(audits, role, preferred);
    if (!audit) {
        summary.lead = workspace.centres().all().isEmpty() ? Lead::NoCentre : Lead::NoAudit;
        return summary;
    }
    summary.lead = role == Role::QualityManager ? Lead::Readiness : Lead::Continue;
    summary.audit = *audit;
    readFigures(summary, workspace);
    return summary;
}

} // namespace cq
