// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/wrappedlabel.h"

namespace cq {

WrappedLabel::WrappedLabel(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::RichText);
}

int WrappedLabel::heightForWidth(int width) const
{
    if (m_text != text() || m_font != font()) {
        m_text = text();
        m_font = font();
        m_heights.clear();
    }
    const auto known = m_heights.constFind(width);
    if (known != m_heights.constEnd())
        return *known;
    const int height = QLabel::heightForWidth(width);
    m_heights.insert(width, height);
    return height;
}

QSize WrappedLabel::sizeHint() const
{
    return {160, 0}; // the column's width decides, and heightForWidth() answers for the rest
}

QSize WrappedLabel::minimumSizeHint() const
{
    return {0, 0};
}

} // namespace cq
