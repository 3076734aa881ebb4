// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPagedPaintDevice;
class QPainter;

namespace cq {

/// Header and footer of every page; the first has a band of colour instead of a header.
class PageFurniture
{
public:
    struct Texts
    {
        QString left; ///< of the header
        QString right;
        QString foot; ///< left in the footer
        QString pageOf; ///< "Page %1 of %2", right in the footer
    };

    PageFurniture(const Texts &texts, QPagedPaintDevice *device);

    void setPages(int pages) { m_pages = pages; }
    /// Starts the page on the device and paints what it has; without a painter nothing.
    void begin(QPainter *painter, int page) const;

private:
    void head(QPainter &painter) const;
    void foot(QPainter &painter, int page) const;

    Texts m_texts;
    QPagedPaintDevice *m_device;
    int m_pages = 0;
};

} // namespace cq
