// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/eveninglist.h"

#include "core/session/auditsession.h"
#include "core/session/responsedesk.h"
#include "core/session/visitdesk.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace cq {

namespace {

// The functions to meet at each place, in the order of the plan.
QHash<FacilityId, QString> functionsByPlace(const QList<PlanSlot> &plan)
{
    QHash<FacilityId, QStringList> functions;
    for (const PlanSlot &slot : plan) {
        QStringList &known = functions[slot.facility];
        if (!slot.toMeet.trimmed().isEmpty() && !known.contains(slot.toMeet))
            known.append(slot.toMeet);
    }
    QHash<FacilityId, QString> joined;
    for (auto it = functions.cbegin(); it != functions.cend(); ++it)
        joined.insert(it.key(), it.value().join(QStringLiteral(", ")));
    return joined;
}

} // namespace

QList<OpenItem> openItems(const AuditSession &session)
{
    const QList<CriterionId> changing = session.board().canChange();
    const QSet<CriterionId> canChange(changing.begin(), changing.end());
    const auto functions = functionsByPlace(session.visit().plan());
    const Party party = resultParty(session.audit().kind);
    QList<OpenItem> items;
    for (const Criterion &criterion : session.packs().criteria()) {
        const ScoreBoard::Part part = session.board().part(criterion.id);
        if (part.applies == Truth::No || !part.inScope || !part.isScored)
            continue;
        for (const FacilityId &facility : part.facilities)
            if (session.responses().at({criterion.id, facility, party}).level == ResponseLevel::NotAssessed)
                items.append({criterion.id, facility, functions.value(facility), criterion.isGate,
                    canChange.contains(criterion.id)});
    }
    const auto placeOf = [&](const FacilityId &id) {
        const auto &facilities = session.facilities();
        for (qsizetype place = 0; place < facilities.size(); ++place)
            if (facilities[place].id == id)
                return place;
        return qsizetype(-1);
    };
    std::stable_sort(items.begin(), items.end(),
        [&](const OpenItem &a, const OpenItem &b) { return placeOf(a.facility) < placeOf(b.facility); });
    return items;
}

} // namespace cq
