// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/reportjob.h"
#include "core/session/reportplacing.h"
#include "core/session/trustbook.h"

#include <memory>

namespace cq {

/// Makes the report of an audit and brings it to its place, see placeReport().
struct SigningExport
{
    ReportJob job;
    QString path;
    bool mayReplace = false; ///< the person agreed that a file at the path goes
    std::shared_ptr<const SigningIdentity> identity; ///< none: the report is not signed
    SignatureStatement statement; ///< of a report that is not signed only the time counts
    QString timestampUrl = {}; ///< address of the service asked for a timestamp; empty: none is wanted

    /// InvalidInput for an address that cannot be asked, and what placeReport() says.
    Result<PlacedReport> run(const JobProgress &progress) const;
};

/// One more signature on a report that is there, see placeReport(): until the new file was checked, the report stays as it
/// is.
struct FurtherSignature
{
    QString report;
    QString path; ///< where the signed report goes; the report's own path: it takes its place
    bool mayReplace = false; ///< the person agreed that a file at the path goes
    std::shared_ptr<const SigningIdentity> identity;
    SignatureStatement statement;
    QString timestampUrl = {}; ///< as with SigningExport

    /// The errors of SigningExport::run() and of signReport().
    Result<PlacedReport> run(const JobProgress &progress) const;
};

/// Makes the signatures of a report last, in a new file, see prolongReport(). Whom the person trusts ends the chains of
/// certificates; a book that cannot be read takes no part.
struct Prolonging
{
    QString report;
    QString path; ///< of the new file
    TrustBook book;
    TrustStore trust; ///< besides the book
    Timestamp now;
    QString timestampUrl = {}; ///< as with SigningExport

    /// InvalidInput for an address that cannot be asked, Unreadable for a report that went away, and what prolongReport()
    /// says.
    Result<void> run(const JobProgress &progress) const;
};

/// A name in the folder that no file has: the wanted one, or with a number before its suffix.
QString freeName(const QString &folder, const QString &wanted);

} // namespace cq
