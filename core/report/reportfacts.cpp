// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportfacts.h"

#include "core/base/canonicaljson.h"
#include "core/base/jsonfaults.h"
#include "core/base/jsonobjectreader.h"
#include "core/base/jsonsource.h"

namespace cq {

namespace {

constexpr int formatVersion = 1;
constexpr qsizetype maxPoints = 100; // some more than a picture shows
constexpr qsizetype maxMarks = 100;
constexpr qint64 maxInteger = (1LL << 53) - 1;
constexpr qint64 maxHundredths = 10'000;

QJsonObject pointJson(const TrendPoint &point)
{
    QJsonArray marks;
    for (const qint64 mark : point.marks)
        marks.append(QJsonObject {{QStringLiteral("hundredths"), mark}});
    return {{QStringLiteral("startsOn"), point.audit.startsOn.toString(Qt::ISODate)},
        {QStringLiteral("kind"), textOf(point.audit.kind)}, {QStringLiteral("title"), point.audit.title},
        {QStringLiteral("earned"), point.graded.earned}, {QStringLiteral("possible"), point.graded.possible},
        {QStringLiteral("marks"), marks}, {QStringLiteral("outcome"), textOf(point.outcome)}};
}

TrendPoint readPoint(JsonObjectReader &reader)
{
    TrendPoint point;
    point.audit.startsOn = reader.dateOrNull("startsOn");
    point.audit.kind = reader.word<AuditKind>("kind");
    point.audit.title = reader.text("title");
    // Scored, or it would not be in the picture; the painter divides by what was possible.
    point.graded.possible = reader.integer("possible", 1, maxInteger).value_or(1);
    point.graded.earned = reader.integer("earned", 0, point.graded.possible).value_or(0);
    reader.forEach("marks", maxMarks, [&](JsonObjectReader &mark) {
        point.marks.append(mark.integer("hundredths", 0, maxHundredths).value_or(0));
    });
    point.outcome = reader.word<OutcomeKind>("outcome");
    return point;
}

} // namespace

QByteArray reportFactsBytes(const ReportFacts &facts)
{
    QJsonArray trend;
    for (const TrendPoint &point : facts.trend)
        trend.append(pointJson(point));
    // Scores are sums of weights, far below 2^53, so the canonical form always exists.
    return canonicalJson({{QStringLiteral("formatVersion"), formatVersion}, {QStringLiteral("language"), facts.language},
                             {QStringLiteral("program"), facts.programVersion}, {QStringLiteral("trend"), trend}})
        .value();
}

Result<ReportFacts> readReportFacts(const QByteArray &bytes)
{
    JsonSource::Limits limits;
    limits.bytes = 1024 * 1024;
    limits.depth = 8;
    const auto source = JsonSource::parse(bytes, limits);
    if (!source)
        return source.error();
    if (source->root().toObject().value(QLatin1String("formatVersion")).toInt() > formatVersion)
        return Error {ErrorCode::NewerVersion, QStringLiteral("facts of a newer report"), {}};
    JsonFaults faults(*source, 1);
    JsonObjectReader reader(source->root(), {}, faults);
    ReportFacts facts;
    reader.integer("formatVersion", formatVersion, formatVersion);
    facts.language = reader.id("language");
    facts.programVersion = reader.text("program");
    reader.forEach("trend", maxPoints, [&](JsonObjectReader &point) { facts.trend.append(readPoint(point)); });
    reader.refuseOtherKeys();
    if (faults.count() > 0)
        return Error {ErrorCode::Malformed, faults.inOrder().first().message, {}};
    return facts;
}

} // namespace cq
