// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/outcomelook.h"
#include "core/report/sectiondiagram.h"
#include "core/report/tablelayout.h"

namespace cq {

using namespace pagestyle;

namespace {

QString idList(const auto &ids)
{
    QStringList texts;
    for (const auto &id : ids)
        texts.append(id.text());
    return texts.join(QStringLiteral(", "));
}

void writeOutcome(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    const Outcome &outcome = context.content.sheet.outcome;
    TextBlock kind = inked(strong(words.text(Phrase::OutcomeIs).arg(words.word(outcome.kind))), inkOf(outcome.kind));
    kind.size = TextSize::Heading;
    flow.paragraph(kind);
    for (const Reason &reason : outcome.reasons) {
        QList<TextBlock> blocks{plain(words.reason(reason))};
        if (!reason.criteria.isEmpty())
            blocks << quiet(words.text(Phrase::CriteriaBehind).arg(idList(reason.criteria)));
        if (!reason.sections.isEmpty())
            blocks << quiet(words.text(Phrase::SectionsBehind).arg(idList(reason.sections)));
        blocks << quiet(words.text(Phrase::RuleBehind).arg(reason.rule));
        flow.paragraphs(blocks);
    }
}

QString range(const ChapterContext &context)
{
    const ScoreSheet &sheet = context.content.sheet;
    const ReportWords &words = context.words;
    const QString ends = words.text(Phrase::RangeEnds)
                             .arg(context.percent(sheet.overall.low), words.word(sheet.outcomeAtLow),
                                 context.percent(sheet.overall.high), words.word(sheet.outcomeAtHigh));
    return ends + u' ' + words.text(sheet.isDecided() ? Phrase::RangeDecided : Phrase::RangeOpen);
}

void writeFigures(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    const SectionScore &overall = context.content.sheet.overall;
    flow.heading(words.text(Phrase::KeyFigures));
    TableLayout table(
        flow, {{words.text(Phrase::Figure), 30}, {words.text(Phrase::Value), 16}, {words.text(Phrase::Meaning), 54}});
    const auto line = [&](Phrase name, const QString &value, const QString &meaning) {
        table.row({{plain(words.text(name))}, {strong(value)}, {quiet(meaning)}});
    };
    line(Phrase::GradedScore, context.percent(overall.graded), words.text(Phrase::GradedMeaning));
    line(Phrase::StrictScore, context.percent(overall.strict), words.text(Phrase::StrictMeaning));
    line(Phrase::Completeness, context.percent(overall.completeness()),
        words.text(Phrase::CompletenessMeaning).arg(overall.answered).arg(overall.applicable));
    line(Phrase::Range, context.percent(overall.low) + QStringLiteral(" – ") + context.percent(overall.high),
        range(context));
    line(Phrase::NaClaimed, QString::number(overall.naClaimed), words.text(Phrase::NaClaimedMeaning));
    line(Phrase::NaByRule, QString::number(overall.naByRule), words.text(Phrase::NaByRuleMeaning));
    line(Phrase::Undetermined, QString::number(overall.undetermined), words.text(Phrase::UndeterminedMeaning));
    table.finish();
}

void writeFindingCounts(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    QMap<ReportMark, std::pair<int, int>> counts; // all, and of these still open
    for (const Finding &finding : context.record().findings) {
        if (finding.state == FindingState::Withdrawn)
            continue;
        auto &[all, open] = counts[markOf(finding)];
        ++all;
        open += isOpenNonconformity(finding) ? 1 : 0;
    }
    flow.heading(words.text(Phrase::FindingsAtAGlance));
    TableLayout table(flow,
        {{words.text(Phrase::Severity), 50}, {words.text(Phrase::Number), 25}, {words.text(Phrase::OfThemOpen), 25}});
    const auto line = [&](ReportMark mark, const QString &word, bool opens) {
        const auto [all, open] = counts.value(mark, {0, 0});
        table.row({{marked(plain(word), mark)}, {plain(QString::number(all))},
            {plain(opens ? QString::number(open) : QStringLiteral("–"))}});
    };
    line(ReportMark::Critical, words.word(Severity::Critical), true);
    line(ReportMark::Major, words.word(Severity::Major), true);
    line(ReportMark::Minor, words.word(Severity::Minor), true);
    line(ReportMark::Improvement, words.word(FindingKind::Ofi), false);
    line(ReportMark::GoodPractice, words.word(FindingKind::GoodPractice), false);
    table.finish();
}

QString gateWords(const ReportWords &words, const SectionScore &score)
{
    QStringList parts;
    const auto part = [&](int count, Phrase phrase) {
        if (count > 0)
            parts.append(words.text(phrase).arg(count));
    };
    part(score.gatesNotMet, Phrase::GatesNotMet);
    part(score.gatesPartiallyMet, Phrase::GatesPartial);
    part(score.gatesUnanswered, Phrase::GatesOpen);
    part(score.gatesNaUnaccepted, Phrase::GatesUnaccepted);
    return parts.isEmpty() ? QStringLiteral("–") : parts.join(QStringLiteral(", "));
}

QList<TableLayout::Cell> scoreCells(const ChapterContext &context, const SectionScore &score, TextBlock name)
{
    const auto number = [](int value) { return TableLayout::Cell{plain(QString::number(value))}; };
    TextBlock gates = quiet(gateWords(context.words, score));
    if (gates.text.size() > 1)
        gates = marked(inked(gates, Ink::Text), ReportMark::Gate);
    return {{name}, number(score.applicable), number(score.answered), {strong(context.percent(score.graded))},
        {plain(context.percent(score.strict))}, number(score.naClaimed), number(score.naByRule), {gates}};
}

void writeScoreTable(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    const QList<Section> &sections = context.content.packs.sections();
    flow.heading(words.text(Phrase::ScoresBySection));
    TableLayout table(flow,
        {{words.text(Phrase::SectionTitle), 34}, {words.text(Phrase::Applicable), 8, Qt::AlignRight},
            {words.text(Phrase::Answered), 10, Qt::AlignRight}, {words.text(Phrase::Graded), 10, Qt::AlignRight},
            {words.text(Phrase::Strict), 9.5, Qt::AlignRight},
            {words.text(Phrase::NaClaimedShort), 8.5, Qt::AlignRight},
            {words.text(Phrase::NaByRuleShort), 7.5, Qt::AlignRight}, {words.text(Phrase::GatesToWatch), 17}});
    for (int i = 0; i < sections.size() && i < context.content.sheet.sections.size(); ++i) {
        const QString name = sections[i].id.text() + QStringLiteral("  ") + sections[i].title;
        table.row(scoreCells(context, context.content.sheet.sections[i],
            sections[i].parent.isEmpty() ? inked(quiet(name), Ink::Text) : quiet(name)));
    }
    table.strongRow(scoreCells(context, context.content.sheet.overall, strong(words.text(Phrase::WholeAudit))));
    table.finish();
    flow.paragraph(quiet(words.text(Phrase::PooledNote)));
}

} // namespace

void writeSummary(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.chapter(words.text(Phrase::SummaryTitle));
    writeOutcome(flow, context);
    writeAfterActions(flow, context);
    flow.heading(words.text(Phrase::DiagramTitle));
    writeSectionDiagram(flow, context);
    writeFigures(flow, context);
    writeFindingCounts(flow, context);
    writeScoreTable(flow, context);
}

} // namespace cq
