// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/signaturestatement.h"
#include "core/base/result.h"
#include "core/signing/pdfsigner.h"

#include <QString>

namespace cq {

/// Signs a report in one of its places, as a new file that begins with all bytes of the old one: earlier signatures stay
/// as they are. The place shows name, role, meaning, time and kind of signature in the report's language. The first
/// signature certifies the report: from then on readers tell whatever is not a further signature.
///
/// The report is checked first. Refused where it does not hold, so that nobody vouches for what was altered; NotFound where
/// it has no such place; Conflict where the place is signed or output exists; and what signPdf() says. On failure nothing is
/// left, and the report is as it was. With a source of timestamps the signature carries one; where there is none to be had
/// it is signed without, and the result says why.
Result<TimestampedSigning> signReport(const QString &report, const QString &output, const SigningIdentity &identity,
    const SignatureStatement &statement, const TimestampSource &timestamps = {});

} // namespace cq
