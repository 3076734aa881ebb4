// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/session/reportplacing.h"
#include "core/signing/timestampservice.h"

namespace cq {

/// What stands now where a report was written.
enum class ReportWhereabouts { There, Gone, Changed };

template <> struct EnumText<ReportWhereabouts>
{
    static constexpr std::pair<ReportWhereabouts, const char *> table[] = {
        {ReportWhereabouts::There, "there"},
        {ReportWhereabouts::Gone, "gone"},
        {ReportWhereabouts::Changed, "changed"},
    };
};

/// Reads the file; a file that cannot be read counts as gone.
ReportWhereabouts whereabouts(const IssuedReport &report);

/// Gives a report the timestamp it waits for, in its place (see placeReport); on any thread, and nothing is noted. Where
/// the file was signed on or stamped meanwhile it is taken as it stands, as long as it holds and carries the same record.
/// NotFound where it is gone; Conflict where another document, or one that does not hold, stands there: it is left alone.
/// Errors of the source, with the report as it was.
Result<PlacedReport> timestampIssued(const IssuedReport &report, const TimestampSource &timestamps, const Timestamp &now,
    const JobProgress &progress = {});

} // namespace cq
