// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/answerhistory.h"

#include <QHash>

namespace cq {

namespace {

// The first answer replaces nothing; only what replaces something said before is a change.
bool replacesSomething(const TrailEntry &entry)
{
    // "not-assessed; note: ..." is how the trail tells a level given to what had only a note.
    const QString before = entry.oldValue.section(u';', 0, 0);
    return entry.action.startsWith(QLatin1String("response.")) && entry.action != QLatin1String("response.na-judged")
        && !before.isEmpty() && before != textOf(ResponseLevel::NotAssessed) && entry.oldValue != entry.newValue;
}

} // namespace

AnswerHistory::AnswerHistory(const AuditRecord &record)
{
    QHash<QString, FacilityId> facilities;
    for (const Facility &facility : record.centre.facilities) {
        facilities.insert(facility.name, facility.id);
        facilities.insert(facility.id.text(), facility.id);
    }
    for (const TrailEntry &entry : record.trail) {
        if (!replacesSomething(entry))
            continue;
        const QString criterion = entry.target.section(QStringLiteral(" @ "), 0, 0);
        const QString place = entry.target.section(QStringLiteral(" @ "), 1);
        // In a self-assessment everybody writes in the centre's lane.
        const Party party = record.audit.kind == AuditKind::SelfAssessment
            ? Party::Centre
            : partyOf(entry.role).value_or(Party::Auditor);
        m_changed.insert({CriterionId(criterion), facilities.value(place, FacilityId(place)), party});
    }
}

} // namespace cq
