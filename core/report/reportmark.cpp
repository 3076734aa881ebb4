// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportmark.h"

#include "core/report/pagestyle.h"

#include <QPainter>
#include <QPainterPath>

namespace cq {

namespace {

QPen lineOf(const QRectF &square, QColor colour)
{
    return QPen(colour, square.width() * 0.13, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPointF within(const QRectF &square, qreal x, qreal y)
{
    return {square.left() + square.width() * x, square.top() + square.height() * y};
}

void drawMet(QPainter &painter, const QRectF &square, Ink ink)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(ink));
    painter.drawEllipse(square);
    painter.setPen(lineOf(square, Qt::white));
    painter.setBrush(Qt::NoBrush);
    const QPointF tick[] = {within(square, 0.27, 0.53), within(square, 0.44, 0.7), within(square, 0.74, 0.34)};
    painter.drawPolyline(tick, 3);
}

void drawHalf(QPainter &painter, const QRectF &square)
{
    const QRectF ring =
        square.adjusted(square.width() * 0.06, square.width() * 0.06, -square.width() * 0.06, -square.width() * 0.06);
    painter.setPen(lineOf(square, colourOf(Ink::Caution)));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(ring);
    painter.setBrush(colourOf(Ink::Caution));
    painter.drawPie(ring, 90 * 16, 180 * 16);
}

void drawCross(QPainter &painter, const QRectF &square)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(Ink::Bad));
    painter.drawRect(
        square.adjusted(square.width() * 0.04, square.width() * 0.04, -square.width() * 0.04, -square.width() * 0.04));
    painter.setPen(lineOf(square, Qt::white));
    painter.drawLine(within(square, 0.3, 0.3), within(square, 0.7, 0.7));
    painter.drawLine(within(square, 0.3, 0.7), within(square, 0.7, 0.3));
}

void drawRing(QPainter &painter, const QRectF &square, bool dashed)
{
    const qreal inset = square.width() * 0.08;
    painter.setPen(lineOf(square, colourOf(Ink::Muted)));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset));
    if (dashed)
        painter.drawLine(within(square, 0.3, 0.5), within(square, 0.7, 0.5));
}

void drawFlag(QPainter &painter, const QRectF &square)
{
    painter.setPen(lineOf(square, colourOf(Ink::Accent)));
    painter.drawLine(within(square, 0.2, 0.05), within(square, 0.2, 0.97));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(Ink::Accent));
    const QPointF cloth[] = {within(square, 0.2, 0.06), within(square, 0.92, 0.3), within(square, 0.2, 0.56)};
    painter.drawPolygon(cloth, 3);
}

void drawShape(QPainter &painter, const QList<QPointF> &corners, Ink ink, bool filled)
{
    painter.setPen(QPen(colourOf(ink), filled ? 1 : 10, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    painter.setBrush(filled ? QBrush(colourOf(ink)) : QBrush(Qt::NoBrush));
    painter.drawPolygon(corners.constData(), int(corners.size()));
}

void drawExclamation(QPainter &painter, const QRectF &square)
{
    painter.setPen(lineOf(square, Qt::white));
    painter.drawLine(within(square, 0.5, 0.26), within(square, 0.5, 0.55));
    painter.drawPoint(within(square, 0.5, 0.75));
}

QList<QPointF> octagon(const QRectF &square)
{
    return {within(square, 0.3, 0), within(square, 0.7, 0), within(square, 1, 0.3), within(square, 1, 0.7),
        within(square, 0.7, 1), within(square, 0.3, 1), within(square, 0, 0.7), within(square, 0, 0.3)};
}

QList<QPointF> triangle(const QRectF &square)
{
    return {within(square, 0.5, 0.04), within(square, 1, 0.95), within(square, 0, 0.95)};
}

QList<QPointF> diamond(const QRectF &square)
{
    return {within(square, 0.5, 0.02), within(square, 0.98, 0.5), within(square, 0.5, 0.98), within(square, 0.02, 0.5)};
}

QList<QPointF> star(const QRectF &square)
{
    return {within(square, 0.5, 0), within(square, 0.63, 0.35), within(square, 1, 0.38), within(square, 0.71, 0.61),
        within(square, 0.81, 0.97), within(square, 0.5, 0.77), within(square, 0.19, 0.97), within(square, 0.29, 0.61),
        within(square, 0, 0.38), within(square, 0.37, 0.35)};
}

void drawImprovement(QPainter &painter, const QRectF &square)
{
    painter.setPen(lineOf(square, colourOf(Ink::Accent)));
    painter.drawLine(within(square, 0.5, 0.95), within(square, 0.5, 0.1));
    painter.drawLine(within(square, 0.5, 0.1), within(square, 0.18, 0.42));
    painter.drawLine(within(square, 0.5, 0.1), within(square, 0.82, 0.42));
}

} // namespace

ReportMark markOf(ResponseLevel level)
{
    switch (level) {
    case ResponseLevel::Met:
        return ReportMark::Met;
    case ResponseLevel::PartiallyMet:
        return ReportMark::PartiallyMet;
    case ResponseLevel::NotMet:
        return ReportMark::NotMet;
    case ResponseLevel::NotApplicable:
        return ReportMark::NotApplicable;
    case ResponseLevel::NotAssessed:
        return ReportMark::NotAssessed;
    }
    return ReportMark::None;
}

ReportMark markOf(const Finding &finding)
{
    if (finding.kind == FindingKind::GoodPractice)
        return ReportMark::GoodPractice;
    if (finding.kind == FindingKind::Ofi)
        return ReportMark::Improvement;
    switch (finding.severity) {
    case Severity::Critical:
        return ReportMark::Critical;
    case Severity::Major:
        return ReportMark::Major;
    case Severity::Minor:
        return ReportMark::Minor;
    case Severity::Ofi:
        return ReportMark::Improvement;
    }
    return ReportMark::None;
}

void drawMark(QPainter &painter, const QRectF &square, ReportMark mark)
{
    painter.save();
    switch (mark) {
    case ReportMark::None:
        break;
    case ReportMark::Met:
        drawMet(painter, square, Ink::Good);
        break;
    case ReportMark::PartiallyMet:
        drawHalf(painter, square);
        break;
    case ReportMark::NotMet:
        drawCross(painter, square);
        break;
    case ReportMark::NotApplicable:
        drawRing(painter, square, true);
        break;
    case ReportMark::NotAssessed:
        drawRing(painter, square, false);
        break;
    case ReportMark::Gate:
        drawFlag(painter, square);
        break;
    case ReportMark::Critical:
        drawShape(painter, octagon(square), Ink::Bad, true);
        drawExclamation(painter, square);
        break;
    case ReportMark::Major:
        drawShape(painter, triangle(square), Ink::Caution, true);
        break;
    case ReportMark::Minor:
        drawShape(painter, diamond(square), Ink::Muted, true);
        break;
    case ReportMark::Improvement:
        drawImprovement(painter, square);
        break;
    case ReportMark::GoodPractice:
        drawShape(painter, star(square), Ink::Good, true);
        break;
    case ReportMark::Notice:
        drawShape(painter, triangle(square), Ink::Bad, true);
        drawExclamation(painter, square);
        break;
    case ReportMark::TickBox:
        painter.setPen(QPen(colourOf(Ink::Text), square.width() * 0.08));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(square);
        break;
    }
    painter.restore();
}

} // namespace cq
