// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace cq {

using IssuedReportId = Id<struct IssuedReportTag>;

/// A signed report that was written to a file, as the workspace of its audit remembers it.
struct IssuedReport
{
    IssuedReportId id;
    AuditId audit;
    QString path; ///< absolute, where it was last seen
    QByteArray fileDigest; ///< SHA-256 of the file, 64 lower-case hexadecimal digits
    QByteArray recordDigest; ///< the same of the audit record in it
    QString level; ///< the lowest PAdES level of its signatures, in the words of SignatureLevel
    bool wantsTimestamp = false; ///< one was asked for, and not every signature has one yet
    QStringList signers; ///< in the order they signed
    QString issuedBy; ///< who worked when the file was written last
    Timestamp issuedAt;

    bool operator==(const IssuedReport &) const = default;
};

} // namespace cq
