// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/reportprolonging.h"

#include "core/session/reportcheck.h"

#include <algorithm>

namespace cq {

Prolongable prolongable(const ReportCheck &check)
{
    if (check.verdict != ReportVerdict::Good)
        return Prolongable::Hopeless;
    const auto &signatures = check.signatures.signatures;
    const bool isProven = std::all_of(signatures.begin(), signatures.end(), [](const SignatureVerdict &signature) {
        return signature.kind != SignatureKind::Approval || signature.provenTime;
    });
    return isProven ? Prolongable::Yes : Prolongable::NeedsTimestamps;
}

Result<void> prolongReport(const QString &input, const QString &output, const TrustStore &trust, const Timestamp &now,
    const TimestampSource &timestamps, const std::atomic_bool *cancelled)
{
    const auto check = checkReport(input, trust, now);
    if (!check)
        return check.error();
    if (check->verdict == ReportVerdict::Bad)
        return Error {ErrorCode::Refused,
            QStringLiteral("the report does not hold, so it is not prolonged: verify it first"), {input}};
    return prolongPdf(input, output, trust, now, timestamps, cancelled);
}

} // namespace cq
