// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/radardiagram.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace cq {

using namespace pagestyle;

namespace {

constexpr qreal figureHeight = pt(300);
constexpr qreal legendHeight = pt(22);
constexpr qreal labelRoom = pt(30);
constexpr qreal dot = pt(2.4); ///< half the size of a point

using Side = Score SectionBar::*;

class RadarPainter
{
public:
    RadarPainter(QPainter &painter, const QRectF &rect, const QList<SectionBar> &bars)
        : m_painter(painter)
        , m_bars(bars)
        , m_radius((rect.height() - legendHeight) / 2 - labelRoom)
        , m_centre(rect.center().x(), rect.top() + (rect.height() - legendHeight) / 2)
    {
    }

    void web()
    {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setFont(reportFont(TextSize::Small));
        for (const int percent : {25, 50, 75, 100}) {
            m_painter.setPen(QPen(ruleColour(), percent == 100 ? pt(0.9) : hairline));
            QPolygonF ring;
            for (int i = 0; i < m_bars.size(); ++i)
                ring << at(i, percent / 100.0);
            m_painter.drawPolygon(ring);
        }
        for (int i = 0; i < m_bars.size(); ++i) {
            m_painter.setPen(QPen(ruleColour(), hairline));
            m_painter.drawLine(m_centre, at(i, 1));
            name(i);
        }
        m_painter.setPen(colourOf(Ink::Muted));
        for (const int percent : {50, 100})
            m_painter.drawText(at(0, percent / 100.0) + QPointF(pt(3), pt(9)), QString::number(percent));
    }

    void side(Side side, Ink ink, bool dashed)
    {
        QPolygonF line;
        for (int i = 0; i < m_bars.size(); ++i) {
            const Score &score = m_bars[i].*side;
            line << at(i, qreal(score.earned) / qreal(score.possible));
        }
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(penOf(ink, dashed));
        m_painter.drawPolygon(line);
        for (const QPointF &point : line)
            mark(point, ink, dashed);
    }

    void legend(qreal left, qreal baseline, const QString &words, Ink ink, bool dashed)
    {
        m_painter.setPen(penOf(ink, dashed));
        m_painter.drawLine(QPointF(left, baseline - pt(3)), QPointF(left + pt(26), baseline - pt(3)));
        mark({left + pt(13), baseline - pt(3)}, ink, dashed);
        m_painter.setFont(reportFont(TextSize::Small));
        m_painter.setPen(colourOf(Ink::Text));
        m_painter.drawText(QPointF(left + pt(32), baseline), words);
    }

private:
    static QPen penOf(Ink ink, bool dashed) { return {colourOf(ink), pt(1.3), dashed ? Qt::DashLine : Qt::SolidLine}; }

    // Clockwise from the top; 0 is the middle, 1 the outermost ring.
    QPointF at(int spoke, qreal part) const
    {
        const qreal angle = 2 * std::numbers::pi * spoke / qreal(m_bars.size());
        return m_centre + QPointF(std::sin(angle), -std::cos(angle)) * m_radius * part;
    }

    void mark(QPointF point, Ink ink, bool square)
    {
        const QRectF box(point.x() - dot, point.y() - dot, 2 * dot, 2 * dot);
        m_painter.setPen(QPen(colourOf(ink), pt(1)));
        m_painter.setBrush(square ? QBrush(Qt::white) : QBrush(colourOf(ink)));
        if (square)
            m_painter.drawRect(box);
        else
            m_painter.drawEllipse(box);
        m_painter.setBrush(Qt::NoBrush);
    }

    void name(int spoke)
    {
        const QString id = m_bars[spoke].section.text();
        const QFontMetricsF metrics(m_painter.font());
        const QPointF anchor = at(spoke, 1 + pt(9) / m_radius);
        const qreal width = metrics.horizontalAdvance(id);
        const qreal side = (anchor.x() - m_centre.x()) / m_radius; // -1 left of the middle .. 1 right of it
        m_painter.setPen(colourOf(Ink::Text));
        m_painter.drawText(QPointF(anchor.x() - width * (1 - side) / 2, anchor.y() + pt(3)), id);
    }

    QPainter &m_painter;
    const QList<SectionBar> &m_bars;
    qreal m_radius;
    QPointF m_centre;
};

} // namespace

QList<SectionBar> comparableBars(const ChapterContext &context)
{
    QList<SectionBar> bars = context.bars;
    bars.removeIf([](const SectionBar &bar) { return !bar.self.isDefined() || !bar.auditor.isDefined(); });
    return bars;
}

void writeRadar(PageFlow &flow, const ChapterContext &context, const QList<SectionBar> &bars)
{
    const ReportWords &words = context.words;
    flow.figure(figureHeight, words.text(Phrase::RadarWords), [&](QPainter &painter, const QRectF &rect) {
        painter.setRenderHint(QPainter::Antialiasing);
        RadarPainter radar(painter, rect, bars);
        radar.web();
        radar.side(&SectionBar::self, Ink::Caution, true);
        radar.side(&SectionBar::auditor, Ink::Accent, false);
        const qreal baseline = rect.bottom() - pt(8);
        radar.legend(rect.left() + pt(90), baseline, words.text(Phrase::OwnAnswers), Ink::Caution, true);
        radar.legend(rect.left() + rect.width() / 2 + pt(30), baseline, words.text(Phrase::AuditorsAnswers), Ink::Accent,
            false);
    });
}

} // namespace cq
