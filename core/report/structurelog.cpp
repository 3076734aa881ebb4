// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/structurelog.h"

#include <QPainter>

namespace cq {

namespace {

void paintMark(QPainter &painter, int left)
{
    painter.fillRect(QRect(left, StructureLog::markTop, 1, 1), Qt::black);
}

} // namespace

StructureLog::Mark::Mark(StructureLog *log, QPainter *painter, int element) : m_painter(log ? painter : nullptr)
{
    if (!m_painter)
        return;
    paintMark(*m_painter, firstMark - int(log->m_pieces.size()));
    log->m_pieces.append({element, log->m_page});
}

StructureLog::Mark::~Mark()
{
    if (m_painter)
        paintMark(*m_painter, endMark);
}

int StructureLog::add(StructureTag tag, int parent)
{
    m_elements.append({tag, parent, {}, {}});
    return int(m_elements.size()) - 1;
}

int StructureLog::addFigure(const QString &words, const QRectF &box)
{
    m_elements.append({StructureTag::Figure, document, words, box});
    return int(m_elements.size()) - 1;
}

} // namespace cq
