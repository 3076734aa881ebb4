// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/chartseries.h"
#include "core/audit/auditrecord.h"
#include "core/base/timestamp.h"
#include "core/pack/packset.h"
#include "core/scoring/scoresheet.h"

#include <QString>

#include <optional>

namespace cq {

/// What the signature page prints about the signature that will be put on the file (domain.md section 1.9): name, time,
/// meaning and, in plain words, what kind of signature it is.
struct SignatureBlock
{
    QString name;
    QString organisation;
    QString role; ///< in words, e.g. "Lead auditor"
    QString meaning; ///< e.g. "authored", "reviewed"
    Timestamp time; ///< as claimed by the signer's computer
    QString kind; ///< "self-issued identity made in CentreQual" / "own certificate, issued by X"
    QString fingerprint; ///< SHA-256 of the certificate, hexadecimal
    bool selfIssued = false; ///< nobody but the signer vouches for the name: the report then says so outright
    bool operator==(const SignatureBlock &) const = default;
};

/// Everything a report is made of, as plain data. The same content gives the same file, byte by byte.
struct ReportContent
{
    static constexpr qsizetype mostTrendPoints = 12; ///< as many as one picture can tell apart

    AuditRecord record;
    PackSet packs;
    ScoreSheet sheet;
    QList<TrendPoint> trend; ///< the centre's latest audits up to this one
    ScoreSheet withoutClaims; ///< the score if each claim "not applicable" were Not met
    QString language = QStringLiteral("en");
    std::optional<SignatureBlock> signature; ///< nothing: the report says that it is not signed
    QString programVersion;
};

} // namespace cq
