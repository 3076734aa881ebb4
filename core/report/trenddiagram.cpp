// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/trenddiagram.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace cq {

using namespace pagestyle;

namespace {

constexpr qreal plotHeight = pt(150);
constexpr qreal axisWidth = pt(30);
constexpr qreal below = pt(42); ///< the numbers, and the legend below them
constexpr qreal dot = pt(2.6);

class TrendPainter
{
public:
    TrendPainter(QPainter &painter, const QRectF &rect, const ChapterContext &context)
        : m_painter(painter)
        , m_context(context)
        , m_trend(context.content.trend)
        , m_plot(rect.left() + axisWidth, rect.top() + pt(12), rect.width() - axisWidth, plotHeight - pt(12))
    {
        m_painter.setFont(reportFont(TextSize::Small));
    }

    void axes()
    {
        for (const int percent : {0, 25, 50, 75, 100}) {
            const qreal y = heightOf(percent / 100.0);
            m_painter.setPen(QPen(ruleColour(), hairline));
            m_painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
            m_painter.setPen(colourOf(Ink::Muted));
            m_painter.drawText(QRectF(m_plot.left() - axisWidth, y - pt(6), axisWidth - pt(6), pt(12)),
                Qt::AlignRight | Qt::AlignVCenter, QString::number(percent));
        }
        m_painter.setPen(colourOf(Ink::Text));
        for (int i = 0; i < m_trend.size(); ++i)
            m_painter.drawText(QRectF(at(i).x() - pt(20), m_plot.bottom() + pt(3), pt(40), pt(12)), Qt::AlignCenter,
                QString::number(i + 1));
    }

    void side(bool ofSelf)
    {
        QPolygonF line;
        QList<int> places;
        for (int i = 0; i < m_trend.size(); ++i)
            if ((m_trend[i].audit.kind == AuditKind::SelfAssessment) == ofSelf) {
                line << at(i);
                places << i;
            }
        m_painter.setPen(penOf(ofSelf));
        m_painter.drawPolyline(line);
        for (qsizetype k = 0; k < line.size(); ++k) {
            mark(line[k], ofSelf);
            label(line[k], m_trend[places[k]]);
        }
    }

    bool has(bool ofSelf) const
    {
        return std::any_of(m_trend.begin(), m_trend.end(),
            [&](const TrendPoint &point) { return (point.audit.kind == AuditKind::SelfAssessment) == ofSelf; });
    }

    void legend(qreal left, bool ofSelf)
    {
        const qreal middle = m_plot.bottom() + pt(30);
        m_painter.setPen(penOf(ofSelf));
        m_painter.drawLine(QPointF(left, middle), QPointF(left + pt(26), middle));
        mark({left + pt(13), middle}, ofSelf);
        m_painter.setPen(colourOf(Ink::Text));
        m_painter.drawText(QPointF(left + pt(32), middle + pt(3)),
            m_context.words.text(ofSelf ? Phrase::SelfAssessments : Phrase::Audits));
    }

    qreal left() const { return m_plot.left(); }
    qreal middle() const { return m_plot.center().x(); }

private:
    static Ink inkOf(bool ofSelf) { return ofSelf ? Ink::Caution : Ink::Accent; }
    static QPen penOf(bool ofSelf) { return {colourOf(inkOf(ofSelf)), pt(1.3), ofSelf ? Qt::DashLine : Qt::SolidLine}; }

    qreal heightOf(qreal part) const { return m_plot.bottom() - m_plot.height() * part; }

    QPointF at(int place) const
    {
        const Score &score = m_trend[place].graded;
        return {m_plot.left() + m_plot.width() * (place + 0.5) / qreal(m_trend.size()),
            heightOf(qreal(score.earned) / qreal(score.possible))};
    }

    // Below its point, unless that is low; on white, so that no line of the scale crosses it.
    void label(QPointF point, const TrendPoint &shown)
    {
        const QString words = m_context.words.percent(shown.graded, shown.marks);
        const qreal width = QFontMetricsF(m_painter.font()).horizontalAdvance(words) + pt(4);
        const bool isLow = point.y() > m_plot.bottom() - pt(20);
        const QRectF box(point.x() - width / 2, point.y() + (isLow ? -pt(17) : pt(5)), width, pt(12));
        m_painter.fillRect(box, Qt::white);
        m_painter.setPen(colourOf(Ink::Text));
        m_painter.drawText(box, Qt::AlignCenter, words);
    }

    void mark(QPointF point, bool square)
    {
        const QRectF box(point.x() - dot, point.y() - dot, 2 * dot, 2 * dot);
        m_painter.setPen(QPen(colourOf(inkOf(square)), pt(1)));
        m_painter.setBrush(square ? QBrush(Qt::white) : QBrush(colourOf(inkOf(square))));
        if (square)
            m_painter.drawRect(box);
        else
            m_painter.drawEllipse(box);
        m_painter.setBrush(Qt::NoBrush);
    }

    QPainter &m_painter;
    const ChapterContext &m_context;
    const QList<TrendPoint> &m_trend;
    QRectF m_plot;
};

} // namespace

void writeTrend(PageFlow &flow, const ChapterContext &context)
{
    const QString words = context.words.text(Phrase::TrendWords);
    flow.figure(plotHeight + below, words, [&](QPainter &painter, const QRectF &rect) {
        painter.setRenderHint(QPainter::Antialiasing);
        TrendPainter trend(painter, rect, context);
        trend.axes();
        trend.side(true);
        trend.side(false);
        if (trend.has(true))
            trend.legend(trend.left(), true);
        if (trend.has(false))
            trend.legend(trend.has(true) ? trend.middle() : trend.left(), false);
    });
}

} // namespace cq
