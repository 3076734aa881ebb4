// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/outcomelook.h"
#include "core/report/tablelayout.h"

#include <QPainter>

namespace cq {

using namespace pagestyle;

namespace {

// The full reasons stand in the summary; on the cover they must leave room for the rest.
constexpr qsizetype maxReason = 500;
constexpr qsizetype maxTitle = 200;

QString shortened(const QString &text, qsizetype length)
{
    return text.size() <= length ? text : text.left(length - 1) + QChar(0x2026);
}

TextBlock title(const QString &text)
{
    TextBlock block = strong(shortened(text, maxTitle));
    block.size = TextSize::Title;
    return block;
}

TextBlock subtitle(const QString &text, Ink ink)
{
    TextBlock block = plain(shortened(text, maxTitle));
    block.size = TextSize::Heading;
    block.ink = ink;
    return block;
}

void writeNames(PageFlow &flow, const ChapterContext &context)
{
    const AuditRecord &record = context.record();
    const bool own = record.audit.kind == AuditKind::SelfAssessment;
    flow.paragraph(
        inked(strong(context.words.text(own ? Phrase::SelfAssessmentReport : Phrase::AuditReport)), Ink::Accent));
    flow.gap(pt(6));
    flow.title(title(record.centre.name));
    if (!record.centre.programme.isEmpty())
        flow.paragraph(subtitle(record.centre.programme, Ink::Muted));
    if (record.centre.isFictional)
        flow.paragraph(
            marked(inked(strong(context.words.text(Phrase::FictionalMark)), Ink::Caution), ReportMark::Notice));
    flow.gap(pt(14));
    flow.paragraph(subtitle(record.audit.title, Ink::Text));
}

void writeFacts(PageFlow &flow, const ChapterContext &context)
{
    const Audit &audit = context.record().audit;
    const ReportWords &words = context.words;
    TableLayout table(flow, {{{}, 26}, {{}, 74}});
    const auto fact = [&](Phrase label, const QString &value) {
        if (!value.isEmpty())
            table.row({{inked(plain(words.text(label)), Ink::Muted)}, {plain(value)}});
    };
    fact(Phrase::AuditType, words.word(audit.kind));
    fact(Phrase::AuditMethod, words.word(audit.method));
    fact(Phrase::AuditDates, words.period(audit.startsOn, audit.endsOn));
    fact(Phrase::AuditState, words.word(audit.state));
    fact(Phrase::CentreAddress, context.record().centre.address);
    fact(Phrase::EbmtCode, context.record().centre.cic);
    table.finish();
}

QString panelReasons(const ChapterContext &context)
{
    QStringList sentences;
    for (const Reason &reason : context.content.sheet.outcome.reasons)
        sentences.append(context.words.reason(reason));
    return shortened(sentences.join(u' '), maxReason);
}

// Outcome and reasons on the left, the three figures on the right, on a shade.
void writePanel(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    const ScoreSheet &sheet = context.content.sheet;
    TextBlock outcome = title(words.word(sheet.outcome.kind));
    outcome.ink = inkOf(sheet.outcome.kind);
    const QList<TextBlock> left{
        quiet(words.text(Phrase::Outcome)), outcome, spaced(plain(panelReasons(context)), pt(4))};
    QList<TextBlock> right;
    const auto figure = [&](Phrase label, const Score &score) {
        TextBlock value = strong(context.percent(score));
        value.size = TextSize::Heading;
        right << spaced(quiet(words.text(label)), pt(4)) << value;
    };
    figure(Phrase::GradedScore, sheet.overall.graded);
    figure(Phrase::StrictScore, sheet.overall.strict);
    figure(Phrase::Completeness, sheet.overall.completeness());
    constexpr qreal pad = pt(14);
    constexpr qreal split = 0.74;
    constexpr qreal edge = pt(4); // the coloured one
    // As far from the line between the columns as the figures are on its other side.
    LaidColumn leftColumn(left, bodyWidth * split - 2 * pad - 2 * edge);
    LaidColumn rightColumn(right, bodyWidth * (1 - split) - pad);
    const qreal height = qMax(leftColumn.height(), rightColumn.height()) + 2 * pad;
    flow.reserve(height);
    const QPointF corner(margin, flow.y());
    if (QPainter *painter = flow.painter()) {
        painter->fillRect(QRectF(corner, QSizeF(bodyWidth, height)), shadeColour());
        painter->fillRect(QRectF(corner, QSizeF(edge, height)), colourOf(outcome.ink));
        painter->fillRect(QRectF(corner + QPointF(bodyWidth * split - pad / 2, pad), QSizeF(hairline, height - 2 * pad)),
            ruleColour());
    }
    flow.take(leftColumn, height, corner + QPointF(pad + edge, pad));
    flow.take(rightColumn, height, corner + QPointF(bodyWidth * split + edge, pad));
    flow.advance(height + pt(14));
}

void writePacks(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    TableLayout table(flow,
        {{words.text(Phrase::CriteriaPacks), 44}, {words.text(Phrase::Version), 12}, {words.text(Phrase::Status), 26},
            {words.text(Phrase::Digest), 18}});
    for (const CriteriaPack &pack : context.content.packs.packs())
        table.row({{plain(pack.title), quiet(pack.id.text())}, {plain(pack.version.text())}, {plain(pack.status)},
            {quiet(QString::fromLatin1(pack.digest.left(12)))}});
    table.finish();
}

} // namespace

void writeCover(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.newPage();
    writeNames(flow, context);
    writeFacts(flow, context);
    writePanel(flow, context);
    writePacks(flow, context);
    flow.paragraph(quiet(words.text(Phrase::WhatThisIs)));
    if (context.record().audit.kind == AuditKind::Mock)
        flow.paragraph(quiet(words.text(Phrase::MockNote)));
    if (context.record().audit.kind == AuditKind::SelfAssessment)
        flow.paragraph(quiet(words.text(Phrase::SelfAssessmentNote)));
    if (context.record().audit.state < AuditState::Decided)
        flow.paragraph(quiet(words.text(Phrase::ProvisionalNote)));
    flow.paragraph(quiet(words.text(Phrase::WhereSigned)));
    flow.paragraph(quiet(words.text(Phrase::ReportId).arg(context.recordDigest)));
}

} // namespace cq
