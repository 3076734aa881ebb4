// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /// Unsigned: the same audit gives the same bytes. Written beside the target, then renamed. Conflict where the file
    /// exists: reports are never overwritten.
    Result<void> write(const QString &path, const Progress &progress = {}) const;
    /// Signed by the identity; the report's signature page prints name, time, meaning and kind of signature. With a source
    /// of timestamps the signature carries one; where there is none to be had it is signed without, and the result says why.
    Result<TimestampedSigning> writeSigned(const QString &path, const SigningIdentity &identity, const QString &meaning,
        const Timestamp &time, const Progress &progress = {}, const TimestampSource &timestamps = {}) const;

private:
    ReportJob() = default;
    ReportContent content() const;

    AuditRecord m_record;
    PackSet m_packs;
    ScoreSheet m_sheet;
    ScoreSheet m_withoutClaims;
    QList<TrendPoint> m_trend;
    QString m_language;
    Person m_person;
};

} // namespace cq
