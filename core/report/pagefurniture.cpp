// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pagefurniture.h"

#include "core/report/pagestyle.h"

#include <QFontMetricsF>
#include <QPagedPaintDevice>
#include <QPainter>

namespace cq {

using namespace pagestyle;

namespace {

void paintText(QPainter &painter, const QString &words, qreal left, qreal baseline, qreal width, bool atRight)
{
    const QFont font = reportFont(TextSize::Small);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(words, Qt::ElideRight, width);
    painter.setFont(font);
    painter.setPen(colourOf(Ink::Muted));
    painter.drawText(QPointF(atRight ? left + width - metrics.horizontalAdvance(shown) : left, baseline), shown);
}

} // namespace

PageFurniture::PageFurniture(const Texts &texts, QPagedPaintDevice *device)
    : m_texts(texts)
    , m_device(device)
{
}

void PageFurniture::begin(QPainter *painter, int page) const
{
    if (!painter)
        return;
    if (page > 1)
        m_device->newPage();
    if (page == 1)
        painter->fillRect(QRectF(0, 0, pageWidth, pt(12)), colourOf(Ink::Accent));
    else
        head(*painter);
    foot(*painter, page);
}

void PageFurniture::head(QPainter &painter) const
{
    constexpr qreal half = bodyWidth / 2 - pt(8);
    paintText(painter, m_texts.left, margin, headerLine - pt(6), half, false);
    paintText(painter, m_texts.right, margin + bodyWidth - half, headerLine - pt(6), half, true);
    painter.fillRect(QRectF(margin, headerLine, bodyWidth, hairline), ruleColour());
}

void PageFurniture::foot(QPainter &painter, int page) const
{
    constexpr qreal numberWidth = pt(90);
    painter.fillRect(QRectF(margin, footerLine, bodyWidth, hairline), ruleColour());
    paintText(painter, m_texts.foot, margin, footerLine + pt(14), bodyWidth - numberWidth - pt(8), false);
    paintText(painter, m_texts.pageOf.arg(page).arg(m_pages), margin + bodyWidth - numberWidth, footerLine + pt(14),
        numberWidth, true);
}

} // namespace cq
