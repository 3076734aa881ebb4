// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/signaturestatement.h"
#include "core/base/result.h"
#include "core/report/reportcontent.h"
#include "core/session/auditsession.h"
#include "core/session/jobprogress.h"
#include "core/signing/pdfsigner.h"
#include "core/signing/signingidentity.h"

namespace cq {

/// Makes the report of an audit as a PDF. Holds copies of all it needs, so it may run on another thread.
class ReportJob
{
public:
    using Progress = JobProgress;

    /// Gathers the record, packs and score now. language: "en" or another the report can be printed in.
    static Result<ReportJob> prepare(const AuditSession &session, const QString &language);

    /// Unsigned, its places for signatures empty: the same audit gives the same bytes. Written beside the target, then
    /// renamed. Conflict where the file exists: reports are never overwritten.
    Result<void> write(const QString &path, const Progress &progress = {}) const;
    /// The same, then signed in one of its places, which certifies it: see signReport(), which also adds further ones.
    Result<TimestampedSigning> writeSigned(const QString &path, const SigningIdentity &identity,
        const SignatureStatement &statement, const Progress &progress = {}, const TimestampSource &timestamps = {}) const;

private:
    ReportJob() = default;
    ReportContent content() const;

    AuditRecord m_record;
    PackSet m_packs;
    ScoreSheet m_sheet;
    ScoreSheet m_withoutClaims;
    QList<TrendPoint> m_trend;
    QString m_language;
};

} // namespace cq
