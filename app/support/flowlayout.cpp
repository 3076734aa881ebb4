// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/flowlayout.h"

#include <QWidget>

#include <utility>

namespace cq {

FlowLayout::FlowLayout(QWidget *parent, int gap)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index, nullptr);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

Qt::Orientations FlowLayout::expandingDirections() const
{
    return {};
}

bool FlowLayout::hasHeightForWidth() const
{
    return true;
}

int FlowLayout::heightForWidth(int width) const
{
    return place({0, 0, width, 0}, true);
}

QSize FlowLayout::sizeHint() const
{
    return minimumSize();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, false);
}

int FlowLayout::place(const QRect &rect, bool onlyMeasure) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    int along = 0;
    int top = area.top();
    int lineHeight = 0;
    QList<std::pair<QLayoutItem *, QRect>> line;
    const auto centreLine = [&line, &lineHeight] {
        for (const auto &[placed, spot] : std::as_const(line))
            placed->setGeometry(spot.translated(0, (lineHeight - spot.height()) / 2));
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (along > 0 && along + size.width() > area.width()) {
            centreLine();
            along = 0;
            top += lineHeight + m_gap;
            lineHeight = 0;
        }
        if (!onlyMeasure) {
            const QRect logical(area.left() + along, top, size.width(), size.height());
            const Qt::LayoutDirection direction
                = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
            line.append({item,
                direction == Qt::LeftToRight
                    ? logical
                    : QRect(area.right() - along - size.width() + 1, top, size.width(), size.height())});
        }
        along += size.width() + m_gap;
        lineHeight = qMax(lineHeight, size.height());
    }
    centreLine();
    return top + lineHeight - rect.top() + contentsMargins().bottom();
}

} // namespace cq
