// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/dueitem.h"

#include <algorithm>

namespace cq {

namespace {

// A plan's own day counts once it was accepted; until then the finding's, or a centre could move its day by proposing.
QDate closingDay(const Finding &finding, const CorrectiveAction &action)
{
    if (finding.state == FindingState::Accepted && action.dueOn.isValid())
        return action.dueOn;
    return finding.dueOn.isValid() ? finding.dueOn : action.dueOn;
}

} // namespace

QList<DueItem> dueItems(const Finding &finding, const CorrectiveAction &action)
{
    QList<DueItem> items;
    const auto add = [&](DueKind kind, QDate on) {
        if (on.isValid())
            items.append({kind, on});
    };
    if (finding.state == FindingState::ResponseRequested || finding.state == FindingState::Returned) {
        if (action.containment.trimmed().isEmpty())
            add(DueKind::Containment, action.containmentDueOn);
        add(DueKind::Answer, action.answerDueOn);
    }
    if (isOpenNonconformity(finding))
        add(DueKind::Action, closingDay(finding, action));
    if (finding.state == FindingState::Closed && !action.check.result)
        add(DueKind::EffectivenessCheck, action.check.plannedOn);
    std::stable_sort(items.begin(), items.end(), [](const DueItem &a, const DueItem &b) { return a.on < b.on; });
    return items;
}

} // namespace cq
