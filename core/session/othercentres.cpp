// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/othercentres.h"

#include "core/session/auditsession.h"
#include "core/session/workspace.h"

#include <algorithm>

namespace cq {

QList<BenchmarkResult> resultsOfOtherCentres(const AuditSession &session)
{
    const auto isSelf = [](AuditKind kind) { return kind == AuditKind::SelfAssessment; };
    QHash<CentreId, AuditSummary> newest;
    for (const AuditSummary &audit : session.workspace().audits()) {
        if (audit.centre == session.audit().centre || isSelf(audit.kind) != isSelf(session.audit().kind)
            || !isFrozen(audit.state) || audit.state == AuditState::Cancelled || audit.answered == 0)
            continue;
        const auto known = newest.constFind(audit.centre);
        if (known == newest.constEnd() || known->startsOn < audit.startsOn)
            newest.insert(audit.centre, audit);
    }
    QList<BenchmarkResult> results;
    for (const AuditSummary &audit : std::as_const(newest)) {
        const auto opened = session.workspace().openAudit(audit.id);
        if (!opened)
            continue; // one that cannot be read leaves the others as they are
        if (BenchmarkResult result = benchmarkResult((*opened)->board()); result.overall.isDefined())
            results.append(std::move(result));
    }
    std::sort(results.begin(), results.end(),
        [](const BenchmarkResult &a, const BenchmarkResult &b) { return a.overall < b.overall; });
    return results;
}

} // namespace cq
