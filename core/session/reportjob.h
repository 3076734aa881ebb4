// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/signaturestatement.h"
#include "core/base/result.h"
#include "core/report/reportcontent.h"
#include "core/session/auditsession.h"
#include "core/session/evidenceexport.h"
#include "core/session/jobprogress.h"
#include "core/signing/pdfsigner.h"
#include "core/signing/signingidentity.h"

namespace cq {

/// Makes the report of an audit as a PDF. Holds copies of all it needs but the photographs, which it reads when it writes,
/// through a connection of its own; so it may run on another thread while the workspace is open.
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

    /// Titles of the photographs in the report whose files say where they were taken (Exif, XMP): the report would tell
    /// everybody who gets it. Reads them all.
    QStringList photographsThatTellTheirPlace() const;

private:
    explicit ReportJob(const EvidenceExport &contents)
        : m_contents(contents)
    {
    }
    QList<ReportPhotograph> photographs() const;
    ReportContent content() const;

    EvidenceExport m_contents;
    AuditRecord m_record;
    PackSet m_packs;
    ScoreSheet m_sheet;
    ScoreSheet m_withoutClaims;
    QList<TrendPoint> m_trend;
    QString m_language;
};

} // namespace cq
