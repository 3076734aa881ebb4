// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/findingdiagrams.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace cq {

using namespace pagestyle;

namespace {

constexpr qreal barRow = pt(20);
constexpr qreal barHeight = pt(12);
constexpr qreal labelWidth = pt(130);
constexpr qreal gridCell = pt(78); ///< wide
constexpr qreal gridRow = pt(36);

void text(QPainter &painter, const QRectF &box, int flags, const QString &words, Ink ink, bool bold = false)
{
    painter.setFont(reportFont(TextSize::Small, bold));
    painter.setPen(colourOf(ink));
    painter.drawText(box, flags | Qt::TextWordWrap, words);
}

void paintFunnel(QPainter &painter, const QRectF &rect, const ReportWords &words, const std::array<int, 5> &counts)
{
    const qreal whole = rect.width() - labelWidth - pt(40);
    for (int stage = 0; stage < int(counts.size()); ++stage) {
        const int count = counts[size_t(stage)];
        const qreal top = rect.top() + stage * barRow;
        text(painter, QRectF(rect.left(), top, labelWidth - pt(8), barRow), Qt::AlignVCenter,
            stageWords(words, FunnelStage(stage)), Ink::Text);
        const QRectF track(rect.left() + labelWidth, top + (barRow - barHeight) / 2, whole, barHeight);
        painter.fillRect(track, trackColour());
        const qreal width = whole * count / std::max(1, counts[0]);
        painter.fillRect(QRectF(track.topLeft(), QSizeF(width, barHeight)), colourOf(Ink::Accent));
        text(painter, QRectF(track.right() + pt(6), top, pt(34), barRow), Qt::AlignVCenter, QString::number(count),
            Ink::Text, true);
    }
}

void paintCell(QPainter &painter, const QRectF &cell, int count)
{
    painter.fillRect(cell.adjusted(pt(1), pt(1), -pt(1), -pt(1)), count > 0 ? colourOf(Ink::Accent) : trackColour());
    painter.setFont(reportFont(TextSize::Heading, true));
    painter.setPen(count > 0 ? QColor(Qt::white) : colourOf(Ink::Muted));
    painter.drawText(cell, Qt::AlignCenter, QString::number(count));
}

void paintGrid(QPainter &painter, const QRectF &rect, const ReportWords &words, const RiskGridNumbers &numbers)
{
    const qreal left = rect.left() + labelWidth;
    const qreal bottom = rect.top() + 3 * gridRow;
    for (int harm = 0; harm < 3; ++harm) { // the likeliest stands at the top
        const qreal top = bottom - (harm + 1) * gridRow;
        text(painter, QRectF(rect.left() + pt(60), top, labelWidth - pt(68), gridRow), Qt::AlignVCenter | Qt::AlignRight,
            words.word(HarmLikelihood(harm)), Ink::Text);
        for (int scope = 0; scope < 3; ++scope)
            paintCell(painter, QRectF(left + scope * gridCell, top, gridCell, gridRow),
                int(numbers[size_t(harm)][size_t(scope)].size()));
    }
    for (int scope = 0; scope < 3; ++scope)
        text(painter, QRectF(left + scope * gridCell, bottom + pt(3), gridCell, pt(12)), Qt::AlignHCenter,
            words.word(HarmScope(scope)), Ink::Text);
    text(painter, QRectF(rect.left(), rect.top(), pt(62), 3 * gridRow), Qt::AlignVCenter, words.text(Phrase::GridHarm),
        Ink::Muted, true);
    text(painter, QRectF(left, bottom + pt(17), 3 * gridCell, pt(12)), Qt::AlignHCenter, words.text(Phrase::GridScope),
        Ink::Muted, true);
}

} // namespace

QString stageWords(const ReportWords &words, FunnelStage stage)
{
    switch (stage) {
    case FunnelStage::Raised:
        return words.text(Phrase::StageRaised);
    case FunnelStage::Confirmed:
        return words.text(Phrase::StageConfirmed);
    case FunnelStage::Answered:
        return words.text(Phrase::StageAnswered);
    case FunnelStage::Accepted:
        return words.text(Phrase::StageAccepted);
    case FunnelStage::Closed:
        return words.text(Phrase::StageClosed);
    }
    return {};
}

void writeFunnel(PageFlow &flow, const ChapterContext &context)
{
    const auto counts = funnelOf(context.record().findings);
    flow.figure(qreal(counts.size()) * barRow, context.words.text(Phrase::FunnelWords),
        [&](QPainter &painter, const QRectF &rect) { paintFunnel(painter, rect, context.words, counts); });
}

void writeRiskGrid(PageFlow &flow, const ChapterContext &context)
{
    const RiskGridNumbers numbers = riskGridOf(context.record().findings);
    flow.figure(3 * gridRow + pt(32), context.words.text(Phrase::GridWords),
        [&](QPainter &painter, const QRectF &rect) { paintGrid(painter, rect, context.words, numbers); });
}

} // namespace cq
