// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pageflow.h"

#include "core/report/printabletext.h"

#include <QPainter>

namespace cq {

using namespace pagestyle;

namespace {

constexpr qreal belowParagraph = pt(5);

constexpr qreal gapAbove(int level)
{
    return level == 0 ? 0 : pt(16);
}

constexpr qreal gapBelow(int level)
{
    return level == 1 ? pt(12) : belowParagraph;
}

} // namespace

PageFlow::PageFlow(QPainter *painter, PageStart pageStart, WorkMeter &meter, StructureLog *structure)
    : m_painter(painter), m_pageStart(std::move(pageStart)), m_meter(meter), m_structure(structure)
{
}

void PageFlow::newPage()
{
    ++m_page;
    m_y = bodyTop;
    if (m_structure)
        m_structure->beginPage(m_page);
    m_pageStart(m_painter, m_page);
}

qreal PageFlow::remaining() const
{
    return bodyBottom - m_y;
}

qreal PageFlow::pageRoom() const
{
    return bodyBottom - bodyTop - pt(60);
}

PageFlow::Waiting PageFlow::headingOf(const QString &title, int level)
{
    TextBlock block = strong(printableLine(title));
    block.size = TextSize::Heading;
    block.ink = level == 1 ? Ink::Accent : Ink::Text;
    return {block, level};
}

void PageFlow::title(const TextBlock &block)
{
    LaidColumn column({block}, bodyWidth);
    column.belongTo(element(StructureTag::H1));
    flow(std::move(column));
    m_y += belowParagraph;
}

void PageFlow::chapter(const QString &title)
{
    if (!m_waiting.isEmpty())
        reserve(0);
    newPage();
    m_waiting = {headingOf(title, 1)};
}

void PageFlow::heading(const QString &title)
{
    m_waiting.append(headingOf(title, 2));
}

void PageFlow::lead(const TextBlock &block)
{
    m_waiting.append({block, 0});
}

qreal PageFlow::waitingHeight() const
{
    qreal height = 0;
    for (const Waiting &waiting : m_waiting)
        height += LaidText(waiting.block, bodyWidth).height() + gapAbove(waiting.level) + gapBelow(waiting.level);
    return height;
}

void PageFlow::reserve(qreal height)
{
    if (m_y + waitingHeight() + height > bodyBottom && m_y > bodyTop)
        newPage();
    setWaiting();
}

void PageFlow::setWaiting()
{
    const QList<Waiting> all = std::exchange(m_waiting, {});
    for (const Waiting &waiting : all) {
        if (m_y > bodyTop)
            m_y += gapAbove(waiting.level);
        if (waiting.level > 0)
            m_bookmarks.append({waiting.block.text, waiting.level, m_page, m_y});
        LaidColumn column({waiting.block}, bodyWidth);
        if (waiting.level > 0)
            column.belongTo(element(waiting.level == 1 ? StructureTag::H1 : StructureTag::H2));
        m_y += take(column, remaining(), {margin, m_y});
        if (waiting.level == 1 && m_painter)
            m_painter->fillRect(QRectF(margin, m_y + pt(3), pt(36), pt(2)), colourOf(Ink::Accent));
        m_y += gapBelow(waiting.level);
    }
}

void PageFlow::paragraph(const TextBlock &block)
{
    paragraphs({block});
}

void PageFlow::paragraphs(const QList<TextBlock> &blocks)
{
    if (isCancelled())
        return;
    flow(LaidColumn(blocks, bodyWidth));
    m_y += belowParagraph;
}

void PageFlow::flow(LaidColumn column)
{
    // Short texts stay together; of long ones at least three lines go on the page they begin on.
    reserve(column.height() <= pt(40) ? column.height() : column.heightOfNext(3));
    while (!column.isDone()) {
        const qreal used = take(column, remaining(), {margin, m_y});
        m_y += used;
        if (column.isDone())
            break;
        if (used <= 0 && m_y <= bodyTop)
            break;
        newPage();
    }
}

void PageFlow::gap(qreal height)
{
    if (m_y > bodyTop)
        m_y += height;
}

void PageFlow::figure(qreal height, const QString &words, const std::function<void(QPainter &, const QRectF &)> &paint)
{
    reserve(height);
    if (m_painter) {
        const QRectF rect(margin, m_y, bodyWidth, height);
        const StructureLog::Mark mark(
            m_structure, m_painter, m_structure ? m_structure->addFigure(words, rect) : StructureLog::document);
        m_painter->save();
        paint(*m_painter, rect);
        m_painter->restore();
    }
    m_y += height;
}

void PageFlow::link(const QRectF &rect, int bookmark, int element)
{
    m_links.append({m_page, rect, bookmark, element});
}

int PageFlow::element(StructureTag tag, int parent)
{
    return m_structure ? m_structure->add(tag, parent) : StructureLog::document;
}

qreal PageFlow::take(LaidColumn &column, qreal available, QPointF topLeft)
{
    return column.take(available, m_painter, topLeft, m_structure);
}

} // namespace cq
