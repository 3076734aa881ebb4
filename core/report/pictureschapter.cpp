// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/findingdiagrams.h"
#include "core/report/radardiagram.h"
#include "core/report/tablelayout.h"
#include "core/report/trenddiagram.h"

#include <algorithm>

namespace cq {

using namespace pagestyle;

namespace {

constexpr qsizetype fewestSpokes = 3; // two make a line
constexpr qsizetype fewestPoints = 2; // one is no way

void writeComparison(PageFlow &flow, const ChapterContext &context, const QList<SectionBar> &bars)
{
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::RadarTitle));
    writeRadar(flow, context, bars);
    flow.paragraph(quiet(words.text(Phrase::RadarCaption)));
    TableLayout table(flow,
        {{words.text(Phrase::SectionTitle), 50}, {words.text(Phrase::OwnAnswers), 25, Qt::AlignRight},
            {words.text(Phrase::AuditorsAnswers), 25, Qt::AlignRight}});
    for (const SectionBar &bar : bars)
        table.row({{plain(bar.section.text() + QStringLiteral("  ") + bar.title)}, {plain(context.percent(bar.self))},
            {plain(context.percent(bar.auditor))}});
    table.finish();
}

void writeStages(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::FunnelTitle));
    writeFunnel(flow, context);
    flow.paragraph(quiet(words.text(Phrase::FunnelCaption)));
    TableLayout table(flow, {{words.text(Phrase::Stage), 60}, {words.text(Phrase::Number), 40}});
    const auto counts = funnelOf(context.record().findings);
    for (int stage = 0; stage < int(counts.size()); ++stage)
        table.row({{plain(stageWords(words, FunnelStage(stage)))}, {plain(QString::number(counts[size_t(stage)]))}});
    table.finish();
}

QString findingsIn(const ChapterContext &context, const QList<int> &numbers)
{
    QStringList names;
    for (const int number : numbers)
        names.append(context.words.findingNumber(number));
    return names.join(QStringLiteral(", "));
}

void writeGrid(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::GridTitle));
    writeRiskGrid(flow, context);
    flow.paragraph(quiet(words.text(Phrase::GridCaption)));
    TableLayout table(flow,
        {{words.text(Phrase::GridHarm), 24}, {words.text(Phrase::GridScope), 24}, {words.text(Phrase::FindingsLabel), 52}});
    const RiskGridNumbers cells = riskGridOf(context.record().findings);
    for (int harm = 2; harm >= 0; --harm)
        for (int scope = 2; scope >= 0; --scope)
            if (const QList<int> &numbers = cells[size_t(harm)][size_t(scope)]; !numbers.isEmpty())
                table.row({{plain(words.word(HarmLikelihood(harm)))}, {plain(words.word(HarmScope(scope)))},
                    {plain(findingsIn(context, numbers))}});
    table.finish();
}

void writeAudits(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::TrendTitle));
    writeTrend(flow, context);
    flow.paragraph(quiet(words.text(Phrase::TrendCaption)));
    TableLayout table(flow,
        {{words.text(Phrase::EntryNumber), 7}, {words.text(Phrase::DayLabel), 20}, {words.text(Phrase::AuditTitle), 31},
            {words.text(Phrase::Graded), 14, Qt::AlignRight}, {words.text(Phrase::Outcome), 28}});
    int number = 0;
    for (const TrendPoint &point : context.content.trend)
        table.row({{plain(QString::number(++number))}, {plain(words.date(point.audit.startsOn))},
            {plain(point.audit.title), quiet(words.word(point.audit.kind))},
            {plain(words.percent(point.graded, point.marks))}, {plain(words.word(point.outcome))}});
    table.finish();
}

bool hasCells(const QList<Finding> &findings)
{
    const RiskGridNumbers cells = riskGridOf(findings);
    return std::any_of(cells.cbegin(), cells.cend(), [](const auto &row) {
        return std::any_of(row.cbegin(), row.cend(), [](const QList<int> &numbers) { return !numbers.isEmpty(); });
    });
}

} // namespace

void writePictures(PageFlow &flow, const ChapterContext &context)
{
    const QList<SectionBar> bars = comparableBars(context);
    const QList<Finding> &findings = context.record().findings;
    const bool hasRadar = bars.size() >= fewestSpokes;
    const bool hasFunnel = funnelOf(findings)[0] > 0;
    const bool hasTrend = context.content.trend.size() >= fewestPoints;
    if (!hasRadar && !hasFunnel && !hasTrend)
        return;
    flow.chapter(context.words.text(Phrase::PicturesTitle));
    flow.lead(plain(context.words.text(Phrase::PicturesIntro)));
    if (hasRadar)
        writeComparison(flow, context, bars);
    if (hasFunnel)
        writeStages(flow, context);
    if (hasCells(findings))
        writeGrid(flow, context);
    if (hasTrend)
        writeAudits(flow, context);
}

} // namespace cq
