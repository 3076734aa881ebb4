// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingexport.h"

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
