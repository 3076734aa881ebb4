// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pendingtimestamp.h"

#include "core/session/reporttimestamp.h"

namespace cq {

namespace {

Result<void> isStillThatReport(const IssuedReport &report, const Timestamp &now)
{
    const auto digest = fileDigest(report.path);
    if (!digest)
        return digest.error();
    if (*digest == report.fileDigest)
        return {};
    const auto check = checkReport(report.path, {}, now);
    if (check && check->verdict == ReportVerdict::Good && check->recordDigest == report.recordDigest)
        return {};
    return Error {ErrorCode::Conflict, QStringLiteral("what stands at %1 is not the report that was signed").arg(report.path), {}};
}

} // namespace

ReportWhereabouts whereabouts(const IssuedReport &report)
{
    const auto digest = fileDigest(report.path);
    if (!digest)
        return ReportWhereabouts::Gone;
    return *digest == report.fileDigest ? ReportWhereabouts::There : ReportWhereabouts::Changed;
}

Result<PlacedReport> timestampIssued(const IssuedReport &report, const TimestampSource &timestamps, const Timestamp &now,
    const JobProgress &progress)
{
    if (const auto same = isStillThatReport(report, now); !same)
        return same.error();
    ReportPlacing placing;
    placing.path = report.path;
    placing.mayReplace = true;
    placing.now = now;
    return placeReport(placing, progress, [&](const QString &fresh) -> Result<TimestampedSigning> {
        const auto proven = timestampReport(report.path, fresh, timestamps, now);
        return proven ? Result<TimestampedSigning>(TimestampedSigning()) : proven.error();
    });
}

} // namespace cq
