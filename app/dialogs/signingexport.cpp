// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingexport.h"

#include "core/session/reportprolonging.h"
#include "core/session/reportsigning.h"
#include "core/signing/timestampservice.h"

#include <QDir>
#include <QFileInfo>

namespace cq {

namespace {

Result<TimestampSource> timestampsFrom(const QString &url, const JobProgress &progress)
{
    return url.isEmpty() ? Result<TimestampSource>(TimestampSource()) : timestampService(url, progress.cancelled);
}

} // namespace

Result<PlacedReport> SigningExport::run(const JobProgress &progress) const
{
    const auto timestamps = timestampsFrom(timestampUrl, progress);
    if (!timestamps)
        return timestamps.error();
    const ReportPlacing placing {path, mayReplace, bool(identity), !timestampUrl.isEmpty(), statement.time};
    return placeReport(placing, progress, [&](const QString &fresh) -> Result<TimestampedSigning> {
        if (identity)
            return job.writeSigned(fresh, *identity, statement, progress, *timestamps);
        const auto written = job.write(fresh, progress);
        return written ? Result<TimestampedSigning>(TimestampedSigning()) : written.error();
    });
}

Result<PlacedReport> FurtherSignature::run(const JobProgress &progress) const
{
    const auto timestamps = timestampsFrom(timestampUrl, progress);
    if (!timestamps)
        return timestamps.error();
    const ReportPlacing placing {path, mayReplace, true, !timestampUrl.isEmpty(), statement.time};
    return placeReport(placing, progress,
        [&](const QString &fresh) { return signReport(report, fresh, *identity, statement, *timestamps); });
}

Result<void> Prolonging::run(const JobProgress &progress) const
{
    // NotFound would say that a certificate names nobody to ask.
    if (!QFileInfo::exists(report))
        return Error {ErrorCode::Unreadable, QStringLiteral("the report is not there any more"), {report}};
    const auto timestamps = timestampsFrom(timestampUrl, progress);
    if (!timestamps)
        return timestamps.error();
    const auto known = book.store();
    TrustStore all = known ? *known : TrustStore();
    if (const auto added = all.add(trust); !added)
        return added.error();
    return prolongReport(report, path, all, now, *timestamps, progress.cancelled);
}

QString freeName(const QString &folder, const QString &wanted)
{
    const QFileInfo file(wanted);
    const QDir dir(folder);
    QString path = dir.filePath(wanted);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = dir.filePath(QStringLiteral("%1 (%2).%3").arg(file.completeBaseName()).arg(number).arg(file.suffix()));
    return path;
}

} // namespace cq
