// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace cq {

/// What a part of a document is, by the standard types of ISO 32000-1 14.8.4. Header cells say for what they are.
enum class StructureTag { H1, H2, P, Table, TR, ColumnHeader, RowHeader, TD, Figure, TOC, TOCI, Reference, Link, Form };

/// The parts of a document in reading order, and which of them each painted piece belongs to: what programs that read
/// aloud go by. A PDF painter of Qt cannot say it, so each piece is painted between marks far outside the page, which
/// addStructure() finds again.
class StructureLog
{
public:
    static constexpr int document = -1; ///< the element above all others
    static constexpr int markTop = -20'000; ///< of every mark, in page units; higher than any page
    static constexpr int endMark = -20'000; ///< left edge of the mark behind a piece
    static constexpr int firstMark = -20'001; ///< left edge of the mark before the first piece, one less for each further

    struct Element
    {
        StructureTag tag = StructureTag::P;
        int parent = document; ///< place in elements()
        QString words; ///< what a figure shows, for those who cannot see it
        QRectF box; ///< of a figure, page units
    };
    struct Piece
    {
        int element = 0; ///< place in elements()
        int page = 0; ///< counted from 1
    };

    /// While it lives, what is painted belongs to the element. What is painted without one is decoration.
    class Mark
    {
    public:
        /// Marks nothing without a log or without a painter.
        Mark(StructureLog *log, QPainter *painter, int element);
        ~Mark();
        Q_DISABLE_COPY_MOVE(Mark)

    private:
        QPainter *m_painter;
    };

    /// A new element, the last of its parent's so far. Returns its place.
    int add(StructureTag tag, int parent = document);
    int addFigure(const QString &words, const QRectF &box);
    void beginPage(int page) { m_page = page; }

    const QList<Element> &elements() const { return m_elements; }
    /// In the order in which they were painted.
    const QList<Piece> &pieces() const { return m_pieces; }

private:
    QList<Element> m_elements;
    QList<Piece> m_pieces;
    int m_page = 0;
};

} // namespace cq
