// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/textblock.h"

#include "core/report/printabletext.h"

#include <QPainter>
#include <QTextOption>

#include <optional>

namespace cq {

TextBlock plain(const QString &text)
{
    TextBlock block;
    block.text = text;
    return block;
}

TextBlock strong(const QString &text)
{
    TextBlock block = plain(text);
    block.bold = true;
    return block;
}

TextBlock quiet(const QString &text)
{
    TextBlock block = plain(text);
    block.size = TextSize::Small;
    block.ink = Ink::Muted;
    return block;
}

TextBlock marked(TextBlock block, ReportMark mark)
{
    block.mark = mark;
    return block;
}

TextBlock inked(TextBlock block, Ink ink)
{
    block.ink = ink;
    return block;
}

TextBlock spaced(TextBlock block, qreal gapBefore)
{
    block.gapBefore = gapBefore;
    return block;
}

LaidText::LaidText(const TextBlock &block, qreal width)
    : m_layout(
        std::make_unique<QTextLayout>(printableText(block.text), reportFont(block.size, block.bold, block.italic)))
    , m_colour(colourOf(block.ink))
    , m_mark(block.mark)
    , m_gapBefore(block.gapBefore)
{
    QTextOption option(block.align);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true); // or drawing would shape the text a second time
    if (m_mark != ReportMark::None)
        m_indent = m_layout->font().pixelSize() * 1.25;
    qreal y = 0;
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(qMax(width - m_indent, pagestyle::pt(10)));
        line.setPosition({m_indent, y});
        y += line.height();
    }
    m_layout->endLayout();
}

qreal LaidText::height() const
{
    return m_layout->boundingRect().height();
}

void LaidText::drawLine(QPainter &painter, int line, QPointF topLeft) const
{
    const QTextLine textLine = m_layout->lineAt(line);
    if (line == 0 && m_mark != ReportMark::None) {
        const qreal side = m_layout->font().pixelSize() * 0.95;
        const qreal top = topLeft.y() + textLine.ascent() - side * 0.87;
        drawMark(painter, QRectF(topLeft.x(), top, side, side), m_mark);
    }
    painter.setPen(m_colour);
    textLine.draw(&painter, topLeft - QPointF(0, textLine.y()));
    const int end = textLine.textStart() + textLine.textLength();
    if (line + 1 < lineCount() && m_layout->text().at(end - 1).isSpace()) {
        painter.setFont(m_layout->font());
        painter.drawText(topLeft + QPointF(textLine.naturalTextRect().right(), textLine.ascent()), QStringLiteral(" "));
    }
}

LaidColumn::LaidColumn(const QList<TextBlock> &blocks, qreal width)
{
    m_texts.reserve(size_t(blocks.size()));
    for (const TextBlock &block : blocks) {
        m_texts.emplace_back(block, width);
        const LaidText &text = m_texts.back();
        for (int i = 0; i < text.lineCount(); ++i) {
            const qreal gap = i == 0 && !m_lines.empty() ? text.gapBefore() : 0;
            m_lines.push_back({m_texts.size() - 1, i, gap, text.lineHeight(i)});
            m_height += gap + text.lineHeight(i);
        }
    }
}

qreal LaidColumn::heightOfNext(int lines) const
{
    qreal height = 0;
    for (size_t i = m_next; i < m_lines.size() && i < m_next + size_t(lines); ++i)
        height += m_lines[i].height + (i == m_next ? 0 : m_lines[i].gap);
    return height;
}

// Texts are begun in their order, so the list grows by one at most.
int LaidColumn::elementOf(size_t text, StructureLog &log)
{
    if (text >= m_elements.size()) {
        const bool isAlone = m_texts.size() == 1 && m_element != StructureLog::document;
        m_elements.resize(text + 1, m_element);
        if (!isAlone)
            m_elements[text] = log.add(StructureTag::P, m_element);
    }
    return m_elements[text];
}

qreal LaidColumn::take(qreal available, QPainter *painter, QPointF topLeft, StructureLog *log)
{
    qreal used = 0;
    std::optional<StructureLog::Mark> mark;
    const LaidText *marked = nullptr;
    for (bool first = true; m_next < m_lines.size(); ++m_next, first = false) {
        const Line &line = m_lines[m_next];
        const qreal gap = first ? 0 : line.gap;
        if (used + gap + line.height > available)
            break;
        used += gap;
        if (painter && log && marked != &m_texts[line.text]) {
            marked = &m_texts[line.text];
            mark.emplace(log, painter, elementOf(line.text, *log));
        }
        if (painter)
            m_texts[line.text].drawLine(*painter, line.line, topLeft + QPointF(0, used));
        used += line.height;
    }
    return used;
}

} // namespace cq
