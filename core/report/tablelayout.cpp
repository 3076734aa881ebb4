// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/tablelayout.h"

#include <QPainter>

#include <algorithm>

namespace cq {

using namespace pagestyle;

namespace {

constexpr qreal padX = pt(4);
constexpr qreal padY = pt(3.5);
constexpr int minLines = 3; // of a split row at the foot of a page
constexpr qreal writingLine = pt(19); // room for a hand

bool allDone(const std::vector<LaidColumn> &cells)
{
    return std::all_of(cells.begin(), cells.end(), [](const LaidColumn &cell) { return cell.isDone(); });
}

} // namespace

TableLayout::TableLayout(PageFlow &flow, QList<Column> columns) : m_flow(flow), m_columns(std::move(columns))
{
    qreal shares = 0;
    for (const Column &column : m_columns) {
        shares += column.share;
        m_hasHead = m_hasHead || !column.title.isEmpty();
    }
    qreal left = margin;
    for (const Column &column : m_columns) {
        const qreal width = bodyWidth * column.share / shares;
        m_boxes.push_back({left, width});
        left += width;
    }
}

std::vector<LaidColumn> TableLayout::lay(const QList<Cell> &cells) const
{
    std::vector<LaidColumn> laid;
    laid.reserve(size_t(cells.size()));
    for (qsizetype i = 0; i < cells.size(); ++i) {
        Cell cell = cells[i];
        for (TextBlock &block : cell)
            block.align = m_columns[i].align;
        laid.emplace_back(cell, m_boxes[size_t(i)].width - 2 * padX);
    }
    return laid;
}

QList<TableLayout::Cell> TableLayout::headCells() const
{
    QList<Cell> cells;
    for (const Column &column : m_columns) {
        TextBlock title;
        title.text = column.title;
        title.size = TextSize::Small;
        title.bold = true;
        title.ink = Ink::Accent;
        cells.append({title});
    }
    return cells;
}

qreal TableLayout::headHeight()
{
    if (m_headHeight < 0) {
        m_headHeight = 0;
        if (m_hasHead)
            m_headHeight = heightOf(headCells());
    }
    return m_headHeight;
}

// The first cell of a row without a head above says what the row is about.
void TableLayout::tagRow(std::vector<LaidColumn> &cells, bool isHead)
{
    const int row = m_flow.element(StructureTag::TR, m_table);
    for (size_t i = 0; i < cells.size(); ++i) {
        const StructureTag tag = isHead ? StructureTag::ColumnHeader
            : i == 0 && !m_hasHead      ? StructureTag::RowHeader
                                        : StructureTag::TD;
        cells[i].belongTo(m_flow.element(tag, row));
    }
}

// Repeated on further pages it is for the eye alone: the table has it once.
void TableLayout::head(bool isFirst)
{
    if (!m_hasHead)
        return;
    if (QPainter *painter = m_flow.painter()) {
        painter->fillRect(QRectF(margin, m_flow.y(), bodyWidth, headHeight()), shadeColour());
        painter->fillRect(QRectF(margin, m_flow.y() + headHeight() - pt(1), bodyWidth, pt(1)), colourOf(Ink::Accent));
        auto cells = lay(headCells());
        if (isFirst)
            tagRow(cells, true);
        for (size_t i = 0; i < cells.size(); ++i)
            cells[i].take(headHeight(), painter, {m_boxes[i].left + padX, m_flow.y() + padY},
                isFirst ? m_flow.structure() : nullptr);
    }
    m_flow.advance(headHeight());
}

void TableLayout::nextPage()
{
    m_flow.newPage();
    head(false);
}

qreal TableLayout::heightOf(const QList<Cell> &cells) const
{
    qreal height = 0;
    for (const LaidColumn &cell : lay(cells))
        height = qMax(height, cell.height() + 2 * padY);
    return height;
}

void TableLayout::set(const QList<Cell> &cells, bool shaded, qreal roomBelow)
{
    if (!m_flow.step())
        return;
    auto laid = lay(cells);
    qreal height = 0, least = 0;
    for (const LaidColumn &cell : laid) {
        height = qMax(height, cell.height() + 2 * padY);
        least = qMax(least, cell.heightOfNext(minLines) + 2 * padY);
    }
    const qreal wanted = (height <= m_flow.pageRoom() / 2 ? height : least) + roomBelow;
    if (!m_started) {
        m_flow.reserve(headHeight() + wanted);
        m_table = m_flow.element(StructureTag::Table);
        head(true);
        m_started = true;
    } else if (wanted > m_flow.remaining()) {
        nextPage();
    }
    tagRow(laid, false);
    place(laid, height, shaded);
}

qreal TableLayout::heightOfWritingLines(int lines)
{
    return lines * writingLine + 2 * padY;
}

void TableLayout::writingLines(int lines)
{
    if (!m_flow.step())
        return;
    if (m_flow.remaining() < heightOfWritingLines(lines))
        nextPage();
    const qreal left = m_boxes.size() > 1 ? m_boxes[1].left + padX : margin;
    if (QPainter *painter = m_flow.painter()) {
        for (int line = 1; line <= lines; ++line)
            painter->fillRect(
                QRectF(left, m_flow.y() + line * writingLine, margin + bodyWidth - left, hairline), colourOf(Ink::Muted));
        painter->fillRect(QRectF(margin, m_flow.y() + heightOfWritingLines(lines) - hairline, bodyWidth, hairline),
            ruleColour());
    }
    m_flow.advance(heightOfWritingLines(lines));
}

void TableLayout::place(std::vector<LaidColumn> &cells, qreal height, bool shaded)
{
    while (true) {
        const qreal room = m_flow.remaining();
        const bool whole = height <= room;
        QPainter *painter = m_flow.painter();
        if (painter && shaded)
            painter->fillRect(QRectF(margin, m_flow.y(), bodyWidth, qMin(height, room)), shadeColour());
        const qreal used = takeSlice(cells, room - 2 * padY) + 2 * padY;
        m_flow.advance(whole ? qMin(height, room) : used);
        if (painter)
            painter->fillRect(QRectF(margin, m_flow.y() - hairline, bodyWidth, hairline), ruleColour());
        if (allDone(cells))
            return;
        nextPage();
        height = 0;
        for (const LaidColumn &cell : cells)
            height = qMax(height, cell.heightOfNext(INT_MAX) + 2 * padY);
    }
}

qreal TableLayout::takeSlice(std::vector<LaidColumn> &cells, qreal available)
{
    qreal used = 0;
    for (size_t i = 0; i < cells.size(); ++i)
        used = qMax(used, m_flow.take(cells[i], available, {m_boxes[i].left + padX, m_flow.y() + padY}));
    return used;
}

void TableLayout::finish()
{
    m_flow.gap(pt(10));
}

} // namespace cq
