// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/pdfprolonger.h"

namespace cq {

struct ReportCheck;

/// What a report needs before it can be made to last. Hopeless: it does not hold, or nobody signed it. NeedsTimestamps:
/// a signature has no proven time yet, so it takes a source of timestamps.
enum class Prolongable { Yes, NeedsTimestamps, Hopeless };

Prolongable prolongable(const ReportCheck &check);

/// Makes the signatures of a report last, in a new file (see prolongPdf). Refused where the report does not hold: what is
/// added would only make it look better.
Result<void> prolongReport(const QString &input, const QString &output, const TrustStore &trust, const Timestamp &now,
    const TimestampSource &timestamps = {}, const std::atomic_bool *cancelled = nullptr);

} // namespace cq
