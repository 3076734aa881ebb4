// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/contentspage.h"

#include <QFontMetricsF>
#include <QPainter>

namespace cq {

using namespace pagestyle;

namespace {

constexpr qreal lineHeight = pt(13);
// The chapter heading takes less than this on the first page.
constexpr qreal headRoom = pt(44);
constexpr int linesOnFirst = int((bodyBottom - bodyTop - headRoom) / lineHeight);
constexpr int linesOnOthers = int((bodyBottom - bodyTop) / lineHeight);

// The dots that lead to the number are for the eye alone; a space, which nobody sees, parts it from the title.
void drawEntry(
    QPainter &painter, const QRectF &rect, const PageFlow::Bookmark &bookmark, int page, StructureLog *log, int element)
{
    const bool chapter = bookmark.level == 1;
    const QFont font = reportFont(TextSize::Body, chapter);
    const QFontMetricsF metrics(font);
    const QString number = QString::number(page);
    const qreal baseline = rect.top() + pt(9.5);
    const qreal left = rect.left() + (chapter ? 0 : pt(14));
    const qreal numberLeft = rect.right() - metrics.horizontalAdvance(number);
    const QString title = metrics.elidedText(bookmark.title, Qt::ElideRight, numberLeft - left - pt(12));
    {
        const StructureLog::Mark mark(log, &painter, element);
        painter.setFont(font);
        painter.setPen(colourOf(Ink::Text));
        painter.drawText(QPointF(left, baseline), title + u' ');
        painter.drawText(QPointF(numberLeft, baseline), number);
    }
    const qreal from = left + metrics.horizontalAdvance(title) + pt(5);
    painter.setPen(QPen(ruleColour(), pt(0.8), Qt::DotLine));
    if (from < numberLeft - pt(6))
        painter.drawLine(QPointF(from, baseline - pt(1)), QPointF(numberLeft - pt(5), baseline - pt(1)));
}

} // namespace

int contentsPages(qsizetype bookmarks)
{
    // The first bookmark is the contents' own and has no line.
    const qsizetype further = qMax<qsizetype>(0, bookmarks - 1 - linesOnFirst);
    return int(1 + (further + linesOnOthers - 1) / linesOnOthers);
}

void writeContents(PageFlow &flow, const QString &title, const QList<PageFlow::Bookmark> &bookmarks, int pageShift)
{
    flow.chapter(title);
    flow.reserve(lineHeight);
    const int list = flow.element(StructureTag::TOC);
    int line = 0;
    for (qsizetype i = 1; i < bookmarks.size(); ++i, ++line) {
        if (line == linesOnFirst || (line > linesOnFirst && (line - linesOnFirst) % linesOnOthers == 0))
            flow.newPage();
        const QRectF rect(margin, flow.y(), bodyWidth, lineHeight);
        const int entry = flow.element(StructureTag::TOCI, list);
        const int link = flow.element(StructureTag::Link, flow.element(StructureTag::Reference, entry));
        if (flow.painter())
            drawEntry(*flow.painter(), rect, bookmarks[i], bookmarks[i].page + pageShift, flow.structure(), link);
        flow.link(rect, int(i), link);
        flow.advance(lineHeight);
    }
}

} // namespace cq
