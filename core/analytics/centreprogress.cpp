// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/centreprogress.h"

#include <algorithm>

namespace cq {

CentreProgress progressBetween(const ScoreBoard &before, const ScoreBoard &after)
{
    CentreProgress progress;
    progress.overall = {{}, before.overall().graded, after.overall().graded};
    const QList<Section> &sections = after.packs().sections();
    for (int place = 0; place < int(sections.size()); ++place) {
        const int then = before.packs().indexOf(sections.at(place).id);
        if (then >= 0 && sections.at(place).parent.isEmpty())
            progress.sections.append(
                {sections.at(place).id, before.section(then).graded, after.section(place).graded});
    }
    for (const Criterion &criterion : after.packs().criteria()) {
        const Score then = before.part(criterion.id).graded;
        const Score now = after.part(criterion.id).graded;
        if (!then.isDefined() || !now.isDefined() || then == now)
            continue;
        (now > then ? progress.better : progress.worse).append(criterion.id);
    }
    return progress;
}

std::optional<AuditSummary> selfAssessmentBefore(const QList<AuditSummary> &audits, const Audit &audit)
{
    std::optional<AuditSummary> latest;
    for (const AuditSummary &candidate : audits) {
        const bool isEarlier = candidate.startsOn.isValid()
            && (!audit.startsOn.isValid() || candidate.startsOn < audit.startsOn);
        if (candidate.id == audit.id || candidate.centre != audit.centre || !isEarlier
            || candidate.kind != AuditKind::SelfAssessment || candidate.state == AuditState::Cancelled)
            continue;
        if (!latest || latest->startsOn < candidate.startsOn)
            latest = candidate;
    }
    return latest;
}

} // namespace cq
