// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/chartseries.h"
#include "core/audit/auditrecord.h"
#include "core/pack/packset.h"
#include "core/scoring/scoresheet.h"

#include <QString>

namespace cq {

/// A photograph among the evidence, as it is kept.
struct ReportPhotograph
{
    EvidenceId evidence;
    QByteArray bytes; ///< JPEG or PNG; empty: it is told, and not printed
};

/// Everything a report is made of, as plain data. The same content gives the same file, byte by byte.
struct ReportContent
{
    static constexpr qsizetype mostTrendPoints = 12; ///< as many as one picture can tell apart
    static constexpr qint64 mostPhotographBytes = 8 << 20; ///< what is larger is not printed
    static constexpr qint64 mostBytesOfPhotographs = 64 << 20; ///< of all together, so that the file can be sent by mail

    AuditRecord record;
    PackSet packs;
    ScoreSheet sheet;
    QList<TrendPoint> trend; ///< the centre's latest audits up to this one
    ScoreSheet withoutClaims; ///< the score if each claim "not applicable" were Not met
    QList<ReportPhotograph> photographs; ///< of the record's evidence
    QString language = QStringLiteral("en");
    QString programVersion;
};

} // namespace cq
