// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/dueaction.h"

#include "core/session/workspace.h"
#include "core/session/workspaceparts.h"

#include <algorithm>
#include <tuple>

namespace cq {

namespace {

QList<DueAction> dueOf(
    const AuditSummary &audit, const QList<Finding> &findings, const QList<CorrectiveAction> &actions)
{
    QHash<FindingId, CorrectiveAction> byFinding;
    for (const CorrectiveAction &action : actions)
        byFinding.insert(action.finding, action);
    QList<DueAction> due;
    for (const Finding &finding : findings) {
        const CorrectiveAction action = byFinding.value(finding.id);
        for (const DueItem &item : dueItems(finding, action))
            due.append({item, finding, action.owner, audit});
    }
    return due;
}

bool isBefore(const DueAction &a, const DueAction &b)
{
    return std::tie(a.item.on, a.audit.centreName, a.audit.title, a.finding.number, a.item.kind)
        < std::tie(b.item.on, b.audit.centreName, b.audit.title, b.finding.number, b.item.kind);
}

} // namespace

QString calendarUid(const DueAction &due)
{
    return QStringLiteral("%1-%2@centrequal").arg(due.finding.id.text(), textOf(due.item.kind));
}

QList<DueAction> Workspace::dueActions() const
{
    QList<DueAction> due;
    for (const AuditSummary &audit : audits()) {
        if (audit.state == AuditState::Cancelled)
            continue;
        const auto findings = d->findingStore.load(audit.id);
        const auto actions = d->actionStore.load(audit.id);
        for (const Error *error : {findings ? nullptr : &findings.error(), actions ? nullptr : &actions.error()})
            if (error)
                d->note(*error, const_cast<Workspace &>(*this));
        if (findings && actions)
            due.append(dueOf(audit, *findings, *actions));
    }
    std::stable_sort(due.begin(), due.end(), isBefore);
    return due;
}

} // namespace cq
