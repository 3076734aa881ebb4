// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/chartseries.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace cq {

/// What is printed in a report and stands in neither its record nor its packs. Attached to the report beside them, so that
/// whoever checks it can print it again and compare the pages.
struct ReportFacts
{
    QString language;
    QString programVersion;
    /// The centre's audits as the report shows them: first day, kind, title, score, marks and outcome, nothing else.
    QList<TrendPoint> trend;

    bool operator==(const ReportFacts &) const = default;
};

/// The name it is attached under.
inline constexpr QStringView reportFactsName = u"report-facts.json";

/// As canonical JSON.
QByteArray reportFactsBytes(const ReportFacts &facts);

/// Reads foreign bytes. TooLarge over 1 MiB; NewerVersion; Malformed with the first fault.
Result<ReportFacts> readReportFacts(const QByteArray &bytes);

} // namespace cq
