// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/pdfprolonger.h"

namespace cq {

/// Makes the signatures of a report last, in a new file (see prolongPdf). Refused where the report does not hold: what is
/// added would only make it look better.
Result<void> prolongReport(const QString &input, const QString &output, const TrustStore &trust, const Timestamp &now,
    const TimestampSource &timestamps = {}, const std::atomic_bool *cancelled = nullptr);

} // namespace cq
