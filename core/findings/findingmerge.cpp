// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/findingmerge.h"

#include "core/findings/findinglabel.h"

#include <algorithm>

namespace cq {

namespace {

QString joined(const QList<Finding> &findings, QString Finding::*text)
{
    QStringList lines;
    for (const Finding &finding : findings)
        if (!(finding.*text).trimmed().isEmpty())
            lines.append(QStringLiteral("%1: %2").arg(findingLabel(finding.number), (finding.*text).trimmed()));
    return lines.join(u'\n');
}

} // namespace

bool mayMerge(const QList<Finding> &findings)
{
    return findings.size() >= 2 && std::all_of(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.kind == FindingKind::Nonconformity && finding.severity == Severity::Minor
            && mayFollow(finding.state, FindingState::Withdrawn) && finding.state != FindingState::ResponseRequested;
    });
}

Finding mergedFinding(const QList<Finding> &findings)
{
    Finding merged;
    merged.severity = Severity::Major;
    merged.proposedSeverity = Severity::Major;
    merged.facility = findings.isEmpty() ? FacilityId() : findings.first().facility;
    merged.state = FindingState::Proposed;
    QStringList requested;
    for (const Finding &finding : findings) {
        for (const CriterionId &criterion : finding.criteria)
            if (!merged.criteria.contains(criterion))
                merged.criteria.append(criterion);
        if (finding.facility != merged.facility)
            merged.facility = {};
        if (!finding.requestedAnswer.trimmed().isEmpty() && !requested.contains(finding.requestedAnswer))
            requested.append(finding.requestedAnswer);
        merged.isRepeat = merged.isRepeat || finding.isRepeat;
        if (finding.state == FindingState::Noted)
            merged.state = FindingState::Noted;
    }
    merged.statement = joined(findings, &Finding::statement);
    merged.evidence = joined(findings, &Finding::evidence);
    merged.requestedAnswer = requested.join(u'\n');
    return merged;
}

} // namespace cq
