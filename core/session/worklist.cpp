// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/worklist.h"

#include "core/findings/dueitem.h"
#include "core/session/actiondesk.h"
#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"
#include "core/session/responsedesk.h"
#include "core/session/visitdesk.h"
#include "core/session/workspace.h"

#include <algorithm>

namespace cq {

namespace {

struct Looker
{
    const AuditSession &session;
    QDate today;
    Party side; ///< by role: in a self-assessment an auditor has nothing to do

    const Person &person() const { return session.workspace().person(); }

    bool isOnTeam() const
    {
        const QList<TeamMember> &team = session.audit().team;
        return std::any_of(
            team.cbegin(), team.cend(), [&](const TeamMember &member) { return member.name == person().name; });
    }

    bool waits(const Finding &finding) const
    {
        switch (finding.state) {
        case FindingState::Noted:
            return side == Party::Auditor && finding.raisedBy == person().name;
        case FindingState::Proposed:
            return side == Party::Reviewer;
        case FindingState::ResponseRequested:
        case FindingState::Returned:
        case FindingState::Accepted: // to be carried out and proven
            return side == Party::Centre;
        case FindingState::ResponseReceived:
            return side == Party::Reviewer || (side == Party::Auditor && isOnTeam());
        case FindingState::Confirmed:
        case FindingState::Modified:
        case FindingState::Withdrawn:
        case FindingState::Closed:
        case FindingState::EffectivenessVerified:
            break;
        }
        return false;
    }

    bool waits(const InformationRequest &request) const
    {
        if (side == Party::Centre)
            return request.state == RequestState::Asked;
        const bool isAnsweredOrLate = request.state == RequestState::Answered || isOverdue(request, today);
        return side == Party::Auditor && isOnTeam() && isAnsweredOrLate;
    }

    void addFindings(QList<WorkItem> &items) const
    {
        for (const Finding &finding : session.findings().all()) {
            if (!waits(finding))
                continue;
            const QList<DueItem> due = dueItems(finding, session.actions().at(finding.id));
            const QDate first = due.isEmpty() ? QDate() : due.first().on;
            items.append({WorkKind::Finding, finding.id, finding.number, finding.criteria.value(0), 0, 0,
                finding.statement, first, !due.isEmpty() && due.first().isOverdue(today)});
        }
    }

    void addRequests(QList<WorkItem> &items) const
    {
        for (const InformationRequest &request : session.visit().requests())
            if (waits(request))
                items.append({WorkKind::Request, {}, request.number, request.criterion, 0, 0,
                    request.state == RequestState::Answered ? request.answer : request.question, request.dueOn,
                    isOverdue(request, today)});
    }

    void addClaims(QList<WorkItem> &items) const
    {
        const AuditState state = session.audit().state;
        if (side != Party::Reviewer || (state != AuditState::Submitted && state != AuditState::InReview))
            return;
        WorkItem item {WorkKind::Claims, {}, 0, {}, 0, 0, {}, {}, false};
        const Party result = resultParty(session.audit().kind);
        for (const Response &response : session.responses().all()) {
            if (response.key.party != result || response.level != ResponseLevel::NotApplicable || response.naAccepted)
                continue;
            ++item.count;
            if (item.criterion.isEmpty() || response.key.criterion < item.criterion)
                item.criterion = response.key.criterion;
        }
        if (item.count > 0)
            items.append(item);
    }

    void addDeclaration(QList<WorkItem> &items) const
    {
        if (side == Party::Auditor && isOnTeam() && !isFrozen(session.audit().state)
            && !session.visit().declaration(person().name))
            items.append({WorkKind::Declaration, {}, 0, {}, 0, 0, {}, {}, false});
    }

    void addOpenCriteria(QList<WorkItem> &items) const
    {
        const bool isTheirs = side == resultParty(session.audit().kind) && (side == Party::Centre || isOnTeam());
        const SectionScore &overall = session.board().overall();
        const int open = overall.applicable - overall.answered;
        if (isTheirs && open > 0 && !isFrozen(session.audit().state))
            items.append({WorkKind::OpenCriteria, {}, 0, {}, open, overall.applicable, {}, {}, false});
    }
};

} // namespace

QList<WorkItem> workOf(const AuditSession &session, const QDate &today)
{
    const std::optional<Party> side = partyOf(session.workspace().person().role);
    const AuditState state = session.audit().state;
    QList<WorkItem> items;
    if (!side || !session.ownParty() || state == AuditState::Closed || state == AuditState::Cancelled)
        return items;
    const Looker looker {session, today, *side};
    looker.addFindings(items);
    looker.addRequests(items);
    looker.addClaims(items);
    looker.addDeclaration(items);
    looker.addOpenCriteria(items);
    return items;
}

} // namespace cq
