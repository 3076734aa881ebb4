// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sectiondiagram.h"

#include <QFontMetricsF>
#include <QPainter>

namespace cq {

using namespace pagestyle;

namespace {

constexpr qreal rowHeight = pt(15.5);
constexpr qreal barHeight = pt(9);
constexpr qreal labelWidth = pt(178);
constexpr qreal valueWidth = pt(44);
constexpr qreal flagWidth = pt(62);
constexpr qreal footHeight = pt(34);
constexpr int rowsPerFigure = 30;

/// Paints the rows of one part of the diagram.
class DiagramPainter
{
public:
    DiagramPainter(QPainter &painter, const QRectF &rect, const ChapterContext &context)
        : m_painter(painter)
        , m_context(context)
        , m_rect(rect)
        , m_track(rect.left() + labelWidth, rect.top(), rect.width() - labelWidth - valueWidth - flagWidth,
              rect.height() - footHeight)
    {
    }

    void row(int index, const SectionScore &score, const Section &section)
    {
        const qreal top = m_rect.top() + index * rowHeight;
        text(m_rect.left(), top, labelWidth - pt(8), section.id.text() + QStringLiteral("  ") + section.title, false);
        const QRectF track(m_track.left(), top + (rowHeight - barHeight) / 2, m_track.width(), barHeight);
        m_painter.fillRect(track, trackColour());
        if (score.graded.isDefined()) {
            m_painter.fillRect(
                QRectF(track.topLeft(), QSizeF(track.width() * part(score.graded), barHeight)), colourOf(Ink::Accent));
            stroke(m_track.left() + m_track.width() * part(score.strict), track.top() - pt(2), barHeight + pt(4));
        }
        text(m_track.right() + pt(6), top, valueWidth, m_context.percent(score.graded), true);
        flag(score, top);
    }

    void foot()
    {
        floor();
        m_painter.setFont(reportFont(TextSize::Small));
        m_painter.setPen(colourOf(Ink::Muted));
        const qreal scale = m_track.bottom() + pt(10);
        for (const int mark : {0, 25, 50, 75, 100}) {
            const QString word = QString::number(mark);
            const qreal width = QFontMetricsF(m_painter.font()).horizontalAdvance(word);
            m_painter.drawText(QPointF(m_track.left() + m_track.width() * mark / 100 - width / 2, scale), word);
        }
        legend(m_track.bottom() + pt(24));
    }

private:
    static qreal part(const Score &score) { return qreal(score.earned) / qreal(score.possible); }

    void text(qreal left, qreal top, qreal width, const QString &words, bool bold)
    {
        const QFont font = reportFont(TextSize::Small, bold);
        m_painter.setFont(font);
        m_painter.setPen(colourOf(Ink::Text));
        m_painter.drawText(
            QPointF(left, top + rowHeight / 2 + pt(2.7)), QFontMetricsF(font).elidedText(words, Qt::ElideRight, width));
    }

    void stroke(qreal x, qreal top, qreal height)
    {
        m_painter.fillRect(QRectF(x - pt(1.4), top, pt(2.8), height), Qt::white);
        m_painter.fillRect(QRectF(x - pt(0.7), top, pt(1.4), height), colourOf(Ink::Text));
    }

    void flag(const SectionScore &score, qreal top)
    {
        const int gates = score.gatesNotMet + score.gatesPartiallyMet + score.gatesUnanswered + score.gatesNaUnaccepted;
        if (gates == 0)
            return;
        const qreal left = m_track.right() + valueWidth;
        drawMark(m_painter, QRectF(left, top + rowHeight / 2 - pt(4), pt(8), pt(8)), ReportMark::Gate);
        text(left + pt(11), top, flagWidth, m_context.words.text(Phrase::GatesShort).arg(gates), false);
    }

    void floor()
    {
        const int mark = m_context.content.packs.policy().sectionFloor;
        if (mark <= 0)
            return;
        const qreal x = m_track.left() + m_track.width() * mark / 10000;
        m_painter.setPen(QPen(colourOf(Ink::Bad), pt(0.9), Qt::DashLine));
        m_painter.drawLine(QPointF(x, m_track.top()), QPointF(x, m_track.bottom()));
    }

    void legend(qreal baseline)
    {
        const ReportWords &words = m_context.words;
        m_painter.setFont(reportFont(TextSize::Small));
        const QFontMetricsF metrics(m_painter.font());
        qreal x = m_rect.left();
        const auto entry = [&](const QString &word, const auto &sample) {
            sample(QRectF(x, baseline - pt(6), pt(12), pt(6)));
            m_painter.setPen(colourOf(Ink::Muted));
            m_painter.drawText(QPointF(x + pt(16), baseline), word);
            x += pt(16) + metrics.horizontalAdvance(word) + pt(14);
        };
        entry(words.text(Phrase::GradedScore), [&](const QRectF &r) { m_painter.fillRect(r, colourOf(Ink::Accent)); });
        entry(words.text(Phrase::StrictScore), [&](const QRectF &r) { stroke(r.center().x(), r.top(), r.height()); });
        if (const int mark = m_context.content.packs.policy().sectionFloor; mark > 0)
            entry(words.text(Phrase::FloorLine).arg(words.hundredths(mark)), [&](const QRectF &r) {
                m_painter.setPen(QPen(colourOf(Ink::Bad), pt(0.9), Qt::DashLine));
                m_painter.drawLine(QPointF(r.left(), r.center().y()), QPointF(r.right(), r.center().y()));
            });
        entry(words.text(Phrase::GateFlag), [&](const QRectF &r) {
            drawMark(m_painter, QRectF(r.left() + pt(3), r.top() - pt(1), pt(8), pt(8)), ReportMark::Gate);
        });
    }

    QPainter &m_painter;
    const ChapterContext &m_context;
    QRectF m_rect;
    QRectF m_track;
};

} // namespace

void writeSectionDiagram(PageFlow &flow, const ChapterContext &context)
{
    const QList<Section> &sections = context.content.packs.sections();
    QList<int> shown;
    for (int i = 0; i < sections.size() && i < context.content.sheet.sections.size(); ++i)
        if (sections[i].parent.isEmpty())
            shown.append(i);
    for (qsizetype from = 0; from < shown.size(); from += rowsPerFigure) {
        const qsizetype count = qMin<qsizetype>(rowsPerFigure, shown.size() - from);
        const qreal height = qreal(count) * rowHeight + footHeight;
        flow.figure(height, context.words.text(Phrase::DiagramWords), [&](QPainter &painter, const QRectF &rect) {
            DiagramPainter diagram(painter, rect, context);
            for (qsizetype i = 0; i < count; ++i)
                diagram.row(int(i), context.content.sheet.sections[shown[from + i]], sections[shown[from + i]]);
            diagram.foot();
        });
        flow.gap(pt(8));
    }
}

} // namespace cq
