// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/proventime.h"
#include "core/signing/timestampservice.h"

namespace cq {

/// Adds a document timestamp to a report, signed offline say, in a new file (see addDocumentTimestamp). Refused where the
/// report does not hold: a timestamp would only make it look better.
Result<ProvenTime> timestampReport(
    const QString &input, const QString &output, const TimestampSource &timestamps, const Timestamp &now);

} // namespace cq
