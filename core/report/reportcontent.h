// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/chartseries.h"
#include "core/audit/auditrecord.h"
#include "core/pack/packset.h"
#include "core/scoring/scoresheet.h"

#include <QString>

namespace cq {

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
    QString programVersion;
};

} // namespace cq
