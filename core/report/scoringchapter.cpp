// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/tablelayout.h"

#include <QRegularExpression>

namespace cq {

namespace {

// A threshold is a percentage where a rule compares a score with it, and a count elsewhere.
bool isScoreMark(const ScoringPolicy &policy, const QString &name)
{
    const QRegularExpression comparison(
        QStringLiteral("\\b(graded|strict|completeness)\\s*[=!<>]=?\\s*%1\\b").arg(QRegularExpression::escape(name)));
    for (const OutcomeRule &rule : policy.outcomeRules)
        if (comparison.match(rule.when.text()).hasMatch())
            return true;
    return false;
}

QString decimal(const ReportWords &words, int thousandths)
{
    return words.thousandths(thousandths);
}

void writeAnswerValues(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    const ScoringPolicy &policy = context.content.packs.policy();
    flow.heading(words.text(Phrase::ValuesTitle));
    TableLayout table(flow,
        {{words.text(Phrase::AnswerLabel), 40}, {words.text(Phrase::GradedScore), 30},
            {words.text(Phrase::StrictScore), 30}});
    const auto level = [&](ResponseLevel value, const QString &graded, const QString &strict) {
        table.row({{marked(plain(words.word(value)), markOf(value))}, {plain(graded)}, {plain(strict)}});
    };
    level(ResponseLevel::Met, decimal(words, policy.metValue), decimal(words, policy.metValue));
    level(ResponseLevel::PartiallyMet, decimal(words, policy.partialValue), decimal(words, policy.notMetValue));
    level(ResponseLevel::NotMet, decimal(words, policy.notMetValue), decimal(words, policy.notMetValue));
    level(ResponseLevel::NotApplicable, words.text(Phrase::LeavesScore), words.text(Phrase::LeavesScore));
    level(ResponseLevel::NotAssessed, words.text(Phrase::LowersCompleteness), words.text(Phrase::LowersCompleteness));
    table.finish();
}

void writeWeights(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    const ScoringPolicy &policy = context.content.packs.policy();
    flow.heading(words.text(Phrase::WeightsTitle));
    TableLayout table(flow, {{words.text(Phrase::FigureOrLine), 60}, {words.text(Phrase::Value), 40}});
    for (auto it = policy.weights.cbegin(); it != policy.weights.cend(); ++it)
        table.row(
            {{plain(words.text(Phrase::WeightOf).arg(words.word(it.key())))}, {plain(QString::number(it.value()))}});
    for (auto it = policy.thresholds.cbegin(); it != policy.thresholds.cend(); ++it)
        table.row({{plain(words.text(Phrase::ThresholdOf).arg(it.key()))},
            {plain(isScoreMark(policy, it.key()) ? words.hundredths(it.value()) : QString::number(it.value()))}});
    if (policy.sectionFloor > 0)
        table.row({{plain(words.text(Phrase::FloorRule).arg(policy.floorItems).arg(policy.floorWeight))},
            {plain(words.hundredths(policy.sectionFloor))}});
    table.finish();
}

void writeRules(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    const QList<Reason> &reasons = context.content.sheet.outcome.reasons;
    const QString deciding = reasons.isEmpty() ? QString() : reasons.first().rule;
    flow.heading(words.text(Phrase::RulesTitle));
    flow.lead(plain(words.text(Phrase::RulesIntro)));
    TableLayout table(flow,
        {{words.text(Phrase::RuleOrder), 7}, {words.text(Phrase::RuleLabel), 47},
            {words.text(Phrase::ConditionLabel), 26}, {words.text(Phrase::Outcome), 20}});
    int order = 0;
    for (const OutcomeRule &rule : context.content.packs.policy().outcomeRules) {
        const bool decided = rule.id == deciding;
        TableLayout::Cell name{plain(rule.text), quiet(rule.id)};
        if (decided)
            name << marked(inked(strong(words.text(Phrase::ThisRuleDecided)), Ink::Accent), ReportMark::Improvement);
        const QList<TableLayout::Cell> cells{
            {plain(QString::number(++order))}, name, {quiet(rule.when.text())}, {plain(words.word(rule.outcome))}};
        if (decided)
            table.strongRow(cells);
        else
            table.row(cells);
    }
    table.finish();
}

void writePackDetails(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::PacksTitle));
    TableLayout table(flow, {{{}, 28}, {{}, 72}});
    for (const CriteriaPack &pack : context.content.packs.packs()) {
        TableLayout::Cell details{strong(pack.title),
            plain(words.text(Phrase::PackStatus).arg(pack.status, pack.publisher)),
            quiet(words.text(Phrase::DigestIs).arg(QString::fromLatin1(pack.digest)))};
        if (!pack.description.isEmpty())
            details << plain(pack.description);
        table.row({{plain(pack.id.text()), quiet(words.text(Phrase::VersionIs).arg(pack.version.text()))}, details});
    }
    table.finish();
}

} // namespace

void writeScoringRules(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.chapter(words.text(Phrase::ScoringTitle));
    flow.paragraph(plain(words.text(Phrase::ScoringIntro)));
    flow.paragraph(plain(words.text(Phrase::EngineLine).arg(engineVersion(), context.content.programVersion)));
    writeAnswerValues(flow, context);
    writeWeights(flow, context);
    writeRules(flow, context);
    writePackDetails(flow, context);
}

} // namespace cq
