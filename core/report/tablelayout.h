// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pageflow.h"

#include <QList>

#include <vector>

namespace cq {

/// A table on a PageFlow, row by row. Its head is repeated on every page. A row goes to the next page as a whole where
/// it is not taller than half a page, and is split between lines where it is; nothing is ever cut off.
class TableLayout
{
public:
    struct Column
    {
        QString title;
        qreal share = 1; ///< of the width, relative to the other columns
        Qt::Alignment align = Qt::AlignLeft;
    };
    using Cell = QList<TextBlock>;

    /// Columns without any title make a table without a head.
    TableLayout(PageFlow &flow, QList<Column> columns);

    /// roomBelow: what must be left under it on the same page.
    void row(const QList<Cell> &cells, qreal roomBelow = 0) { set(cells, false, roomBelow); }
    /// A row on a shade, above the rows it belongs to: so much room must be left for them on the same page.
    void groupRow(const QList<Cell> &cells, qreal roomBelow) { set(cells, true, roomBelow); }
    /// A row on a shade that stands out from the others.
    void strongRow(const QList<Cell> &cells) { set(cells, true, 0); }
    /// Empty lines to write on by hand, across all columns but the first; never apart from each other.
    void writingLines(int lines);
    static qreal heightOfWritingLines(int lines);
    /// How tall a row will be, for rows that are to stay together.
    qreal heightOf(const QList<Cell> &cells) const;
    /// Leaves some room below the table.
    void finish();

private:
    struct Box
    {
        qreal left = 0;
        qreal width = 0;
    };
    void set(const QList<Cell> &cells, bool shaded, qreal roomBelow);
    void tagRow(std::vector<LaidColumn> &cells, bool isHead);
    std::vector<LaidColumn> lay(const QList<Cell> &cells) const;
    void place(std::vector<LaidColumn> &cells, qreal height, bool shaded);
    qreal takeSlice(std::vector<LaidColumn> &cells, qreal available);
    void head(bool isFirst);
    qreal headHeight();
    QList<Cell> headCells() const;
    void nextPage();

    PageFlow &m_flow;
    QList<Column> m_columns;
    std::vector<Box> m_boxes;
    bool m_hasHead = false;
    bool m_started = false;
    qreal m_headHeight = -1;
    int m_table = 0; ///< of the structure
};

} // namespace cq
