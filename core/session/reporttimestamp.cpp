// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/reporttimestamp.h"

#include "core/session/reportcheck.h"
#include "core/signing/documenttimestamp.h"

namespace cq {

Result<ProvenTime> timestampReport(
    const QString &input, const QString &output, const TimestampSource &timestamps, const Timestamp &now)
{
    const auto check = checkReport(input, {}, now);
    if (!check)
        return check.error();
    if (check->verdict == ReportVerdict::Bad)
        return Error {ErrorCode::Refused,
            QStringLiteral("the report does not hold, so it gets no timestamp: verify it first"), {input}};
    return addDocumentTimestamp(input, output, timestamps);
}

} // namespace cq
