// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/structurelog.h"
#include "core/report/textblock.h"
#include "core/report/workmeter.h"

#include <QList>
#include <QRectF>
#include <QString>

#include <functional>

class QPainter;

namespace cq {

/// Fills pages from top to bottom: headings, paragraphs, figures and (through TableLayout) tables. Without a painter it
/// only measures, with exactly the same page breaks. A heading never stands alone at the foot of a page: it waits for
/// what follows it. With a log it tells what each part of the document is, in reading order.
class PageFlow
{
public:
    /// A place readers can go to.
    struct Bookmark
    {
        QString title;
        int level = 1; ///< 1 chapter, 2 section
        int page = 0; ///< counted from 1
        qreal top = 0; ///< page units from the top
    };
    /// A rectangle that leads to a bookmark.
    struct Link
    {
        int page = 0;
        QRectF rect; ///< page units
        int bookmark = 0; ///< place in bookmarks()
        int element = 0; ///< of the structure
    };
    /// Called when a page begins: starts it on the device where there is a painter, and paints header and footer.
    using PageStart = std::function<void(QPainter *painter, int page)>;

    PageFlow(QPainter *painter, PageStart pageStart, WorkMeter &meter, StructureLog *structure = nullptr);

    /// The name of the whole document.
    void title(const TextBlock &block);
    /// A chapter begins on a new page.
    void chapter(const QString &title);
    void heading(const QString &title);
    /// An introduction that waits for what follows it, as headings do.
    void lead(const TextBlock &block);
    void paragraph(const TextBlock &block);
    void paragraphs(const QList<TextBlock> &blocks);
    void gap(qreal height);
    /// Something painted, never split. The words say what it shows, for readers who cannot see it.
    void figure(qreal height, const QString &words, const std::function<void(QPainter &, const QRectF &)> &paint);
    void newPage();
    void link(const QRectF &rect, int bookmark, int element);

    // For layouts that place things themselves.
    /// Makes room: breaks the page where the height does not fit, then sets the headings that were waiting.
    void reserve(qreal height);
    qreal remaining() const;
    /// Room on a page that holds nothing but a chapter heading at most.
    qreal pageRoom() const;
    qreal y() const { return m_y; }
    void advance(qreal height) { m_y += height; }
    QPainter *painter() const { return m_painter; }
    StructureLog *structure() const { return m_structure; }
    /// A new part of the document; nothing without a log.
    int element(StructureTag tag, int parent = StructureLog::document);
    /// Paints as many of the lines left as fit, as parts of the document; returns their height.
    qreal take(LaidColumn &column, qreal available, QPointF topLeft);

    int page() const { return m_page; }
    const QList<Bookmark> &bookmarks() const { return m_bookmarks; }
    const QList<Link> &links() const { return m_links; }
    /// False where the job is to stop: what is laid out from then on is lost anyway.
    bool step() { return m_meter.step(); }
    bool isCancelled() const { return m_meter.isCancelled(); }

private:
    struct Waiting
    {
        TextBlock block;
        int level = 1; ///< 0: an introduction
    };
    qreal waitingHeight() const;
    void setWaiting();
    void flow(LaidColumn column);
    static Waiting headingOf(const QString &title, int level);

    QPainter *m_painter;
    PageStart m_pageStart;
    WorkMeter &m_meter;
    StructureLog *m_structure;
    int m_page = 0;
    qreal m_y = 0;
    QList<Waiting> m_waiting;
    QList<Bookmark> m_bookmarks;
    QList<Link> m_links;
};

} // namespace cq
