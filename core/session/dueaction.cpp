// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/dueaction.h"

#include "core/session/workspace.h"
#include "core/session/workspaceparts.h"

#include <algorithm>
#include <tuple>

namespace cq {

namespace {

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

QList<AuditFinding> Workspace::findings() const
{
    const auto findings = d->findingStore.loadAll();
    const auto actions = d->actionStore.loadAll();
    for (const Error *error : {findings ? nullptr : &findings.error(), actions ? nullptr : &actions.error()})
        if (error)
            d->note(*error, const_cast<Workspace &>(*this));
    QHash<FindingId, CorrectiveAction> byFinding;
    if (actions)
        for (const CorrectiveAction &action : *actions)
            byFinding.insert(action.finding, action);
    // Where one row is broken, the other audits' findings are still told.
    const auto findingsOf = [&](const AuditId &audit) {
        if (findings)
            return findings->value(audit);
        const auto own = d->findingStore.load(audit);
        return own ? *own : QList<Finding>();
    };
    QList<AuditFinding> all;
    for (const AuditSummary &audit : audits())
        for (const Finding &finding : findingsOf(audit.id)) {
            CorrectiveAction action = byFinding.value(finding.id);
            action.finding = finding.id;
            all.append({audit, finding, action});
        }
    return all;
}

QList<DueAction> Workspace::dueActions() const
{
    QList<DueAction> due;
    for (const AuditFinding &found : findings())
        if (found.audit.state != AuditState::Cancelled)
            for (const DueItem &item : dueItems(found.finding, found.action))
                due.append({item, found.finding, found.action.owner, found.audit});
    std::stable_sort(due.begin(), due.end(), isBefore);
    return due;
}

} // namespace cq
