// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pagestyle.h"
#include "core/report/reportmark.h"
#include "core/report/structurelog.h"

#include <QList>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace cq {

/// A piece of text of one look, as chapters hand it to the page: what it says, not where it goes.
struct TextBlock
{
    QString text;
    TextSize size = TextSize::Body;
    Ink ink = Ink::Text;
    bool bold = false;
    bool italic = false;
    Qt::Alignment align = Qt::AlignLeft;
    ReportMark mark = ReportMark::None; ///< painted before the first line; the text says the same in words
    qreal gapBefore = 0; ///< in page units; not kept at the top of a cell or page
};

// The looks that chapters use over and over.
TextBlock plain(const QString &text);
TextBlock strong(const QString &text);
/// Small and muted: who, when, what it belongs to.
TextBlock quiet(const QString &text);
TextBlock marked(TextBlock block, ReportMark mark);
TextBlock inked(TextBlock block, Ink ink);
TextBlock spaced(TextBlock block, qreal gapBefore);

/// A text block broken into lines of a width. Long words are broken; text is made printable first.
class LaidText
{
public:
    LaidText(const TextBlock &block, qreal width);

    int lineCount() const { return int(m_layout->lineCount()); }
    qreal lineHeight(int line) const { return m_layout->lineAt(line).height(); }
    qreal height() const;
    qreal gapBefore() const { return m_gapBefore; }
    /// Paints one line with its top left at the point. Where it was broken at a space, it ends with one, so that readers of
    /// the text do not join two words.
    void drawLine(QPainter &painter, int line, QPointF topLeft) const;

private:
    std::unique_ptr<QTextLayout> m_layout;
    QColor m_colour;
    ReportMark m_mark;
    qreal m_indent = 0;
    qreal m_gapBefore;
};

/// Text blocks below each other in one width, to be painted line by line, on more than one page where needed.
class LaidColumn
{
public:
    LaidColumn() = default;
    LaidColumn(const QList<TextBlock> &blocks, qreal width);

    /// Says which element of a structure the texts are: each a paragraph of it, or a text that is alone the element itself.
    void belongTo(int element) { m_element = element; }

    qreal height() const { return m_height; }
    bool isDone() const { return m_next >= m_lines.size(); }
    /// Height of what is left of the first few lines.
    qreal heightOfNext(int lines) const;
    /// Takes as many of the lines left as fit into the height, paints them if there is a painter, marks them if there is a
    /// log too, returns their height.
    qreal take(qreal available, QPainter *painter, QPointF topLeft, StructureLog *log = nullptr);

private:
    struct Line
    {
        size_t text = 0;
        int line = 0;
        qreal gap = 0; ///< above it
        qreal height = 0;
    };
    int elementOf(size_t text, StructureLog &log);

    std::vector<LaidText> m_texts;
    std::vector<int> m_elements; ///< of the texts painted so far
    int m_element = StructureLog::document;
    std::vector<Line> m_lines;
    size_t m_next = 0;
    qreal m_height = 0;
};

} // namespace cq
