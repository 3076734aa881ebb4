// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/tablelayout.h"
#include "core/visit/failurebound.h"
#include "core/visit/samplesize.h"

#include <algorithm>

namespace cq {

using namespace pagestyle;

namespace {

constexpr qsizetype casesAcross = 8;

ReportMark markOf(CellAnswer answer)
{
    switch (answer) {
    case CellAnswer::Open:
        return ReportMark::NotAssessed;
    case CellAnswer::Met:
        return ReportMark::Met;
    case CellAnswer::NotMet:
        return ReportMark::NotMet;
    case CellAnswer::NotApplicable:
        return ReportMark::NotApplicable;
    }
    return ReportMark::None;
}

QString casesWords(const ReportWords &words, const Sample &sample)
{
    const QString size = QString::number(sample.cases.size());
    if (sample.population == 0)
        return words.text(Phrase::CasesOfUnknown).arg(size);
    const QString population = QString::number(sample.population);
    return sample.seed ? words.text(Phrase::CasesByLot).arg(size, population, QString::number(*sample.seed))
                       : words.text(Phrase::CasesByHand).arg(size, population);
}

QString resultWords(const ReportWords &words, const Sample &sample)
{
    const SampleResult result = resultOf(sample);
    const SampleTally &cases = result.cases;
    const QString judged = QString::number(cases.judged);
    QStringList sentences;
    if (cases.judged == 0)
        sentences << words.text(Phrase::NothingJudged);
    else if (cases.failures == 0)
        sentences << words.text(Phrase::NoCaseFailed).arg(judged);
    else
        sentences << words.text(Phrase::CasesFailed).arg(QString::number(cases.failures), judged);
    if (cases.open > 0)
        sentences << words.text(Phrase::CasesOpen).arg(cases.open);
    if (cases.judged > 0)
        sentences << words.text(Phrase::BoundIs)
                         .arg(QString::number(sample.confidence),
                             words.hundredths(failureBound(cases.failures, cases.judged, sample.confidence)));
    if (const auto level = proposedLevel(result))
        sentences << words.text(Phrase::SuggestedAnswer).arg(words.word(*level));
    return sentences.join(u' ');
}

void writeFacts(PageFlow &flow, const ChapterContext &context, const Sample &sample)
{
    const ReportWords &words = context.words;
    TableLayout table(flow, {{{}, 22}, {{}, 78}});
    const auto line = [&](Phrase label, const TextBlock &value) {
        table.row({{inked(plain(words.text(label)), Ink::Muted)}, {value}});
    };
    line(Phrase::FacilityLabel, plain(context.placeName(sample.facility)));
    line(Phrase::CasesLabel, plain(casesWords(words, sample)));
    line(Phrase::SizeRule,
        plain(words.text(Phrase::SizeRuleIs)
                  .arg(QString::number(proposedSampleSize(sample.population, sample.confidence, sample.tolerableRate)),
                      QString::number(sample.tolerableRate), QString::number(sample.confidence))));
    line(Phrase::DrawnLabel,
        plain(words.text(Phrase::PersonAndDate).arg(sample.drawnBy, words.date(sample.drawnAt.localDate()))));
    line(Phrase::ResultLabel, strong(resultWords(words, sample)));
    table.finish();
}

// So many of the cases as fit across a page.
void writeCases(PageFlow &flow, const ReportWords &words, const Sample &sample, qsizetype from)
{
    const qsizetype to = std::min(sample.cases.size(), from + casesAcross);
    QList<TableLayout::Column> columns{{words.text(Phrase::CheckLabel), 36}};
    for (qsizetype caseAt = from; caseAt < from + casesAcross; ++caseAt)
        columns.append({caseAt < to ? sample.cases[caseAt].label : QString(), 8});
    TableLayout table(flow, columns);
    if (sample.seed) {
        QList<TableLayout::Cell> places{{quiet(words.text(Phrase::PlaceInList))}};
        for (qsizetype caseAt = from; caseAt < from + casesAcross; ++caseAt)
            places.append({quiet(caseAt < to ? QString::number(sample.cases[caseAt].place) : QString())});
        table.row(places);
    }
    for (qsizetype checkAt = 0; checkAt < sample.checks.size(); ++checkAt) {
        QList<TableLayout::Cell> cells{{plain(sample.checks[checkAt])}};
        for (qsizetype caseAt = from; caseAt < from + casesAcross; ++caseAt) {
            TableLayout::Cell cell;
            if (caseAt < to) {
                const CellAnswer answer = sample.at(caseAt, checkAt);
                cell << marked(inked(quiet(words.word(answer)), Ink::Text), markOf(answer));
            }
            cells.append(cell);
        }
        table.row(cells);
    }
    table.finish();
}

} // namespace

void writeSamples(PageFlow &flow, const ChapterContext &context)
{
    const QList<Sample> &samples = context.record().samples;
    if (samples.isEmpty())
        return;
    const ReportWords &words = context.words;
    flow.chapter(words.text(Phrase::SamplesTitle));
    flow.lead(plain(words.text(Phrase::SamplesIntro)));
    for (const Sample &sample : samples) {
        flow.heading(words.text(Phrase::SampleHeading).arg(sample.criterion.text(), sample.title));
        writeFacts(flow, context, sample);
        for (qsizetype from = 0; from < sample.cases.size(); from += casesAcross)
            writeCases(flow, words, sample, from);
    }
}

} // namespace cq
