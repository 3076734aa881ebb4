// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/timestampservice.h"
#include "core/signing/truststore.h"

#include <QString>

#include <atomic>

namespace cq {

/// Makes the signatures of a PDF last (EN 319 142-1 section 6.3): adds what it takes to judge them when certificates
/// have run out and nobody can be asked any more, as an incremental update, so that every signature reaches B-LT. With
/// a source of timestamps they reach B-LTA by one more document timestamp over all of it; where a signature has no
/// proven time yet, it first gets one in the same way. The bytes of input stay as they are.
///
/// Asks the services named in the certificates (validationcollector.h). Written beside output, flushed, reopened,
/// verified, then renamed; on failure nothing is left. Conflict where the output exists; NotFound where there is
/// nobody's signature; Refused where a signature has no proven time and no source is given, or does not reach the level
/// nevertheless, as its certificate was revoked say; the errors of the services, and of reading a PDF to sign. The flag
/// has to outlive the call.
Result<void> prolongPdf(const QString &input, const QString &output, const TrustStore &trust, const Timestamp &now,
    const TimestampSource &timestamps = {}, const std::atomic_bool *cancelled = nullptr);

} // namespace cq
