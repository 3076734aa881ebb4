// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"

#include <memory>

namespace cq {

/// Brings a report to its place so that nothing can be lost on the way: written beside the target under a free name,
/// opened again and checked, and only then put there. What stood there before comes back where that fails.
struct SigningExport
{
    ReportJob job;
    QString path;
    bool mayReplace = false; ///< the person agreed that a file at the path goes
    std::shared_ptr<const SigningIdentity> identity; ///< none: the report is not signed
    SignatureStatement statement; ///< of a report that is not signed only the time counts

    /// What checking the new file showed. Conflict where a file stands at the path and may not be replaced; Cancelled,
    /// with nothing changed; SigningFailed or Corrupt where the new file does not hold.
    Result<ReportCheck> run(const JobProgress &progress) const;
};

/// One more signature on a report that was exported, in the same way: on a copy beside it, which is opened again, checked
/// and put in its place. Until then the report stays as it is. Cancelled, and what signReport() says.
Result<ReportCheck> addSignature(const QString &path, const SigningIdentity &identity,
    const SignatureStatement &statement, const JobProgress &progress);

/// A name in the folder that no file has: the wanted one, or with a number before its suffix.
QString freeName(const QString &folder, const QString &wanted);

} // namespace cq
