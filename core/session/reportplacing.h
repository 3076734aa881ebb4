// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/issuedreport.h"
#include "core/base/result.h"
#include "core/session/jobprogress.h"
#include "core/session/reportcheck.h"
#include "core/signing/pdfsigner.h"

#include <functional>
#include <optional>

namespace cq {

/// A report that stands in its place: written, opened again and checked.
struct PlacedReport
{
    ReportCheck check;
    /// What its workspace is to remember; nothing where nobody signed it. Who wrote it when is set by IssuedReportDesk.
    std::optional<IssuedReport> issued;
    std::optional<Error> withoutTimestamp; ///< why there is none where one was asked for
};

/// Where a report goes.
struct ReportPlacing
{
    QString path;
    bool mayReplace = false; ///< the person agreed that a file at the path goes
    bool isSigned = true; ///< what the new file is to be
    bool wantsTimestamp = false;
    Timestamp now;
};

/// Brings a report to its place so that nothing can be lost on the way: `write` makes it beside the target under a free
/// name, it is opened again and checked, and only then put there, in one step. Conflict where a file stands at the path and
/// may not be replaced, or is no longer the one that stood there at the beginning; Cancelled, with nothing changed;
/// SigningFailed or Corrupt where the new file does not hold; what `write` says.
Result<PlacedReport> placeReport(const ReportPlacing &placing, const JobProgress &progress,
    const std::function<Result<TimestampedSigning>(const QString &fresh)> &write);

/// The lowest level of the people's signatures; None where there are none.
SignatureLevel lowestLevel(const PdfVerdict &verdict);

/// SHA-256 of a file, 64 lower-case hexadecimal digits. NotFound, Unreadable.
Result<QByteArray> fileDigest(const QString &path);

} // namespace cq
