// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLabel>

namespace cq {

/// A label of wrapped rich text that remembers how high it is at a width. QLabel lays the text out anew each time a layout
/// asks, and a column of them asks for all whenever one changes.
class WrappedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget *parent = nullptr);

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    mutable QString m_text; ///< what the heights below belong to
    mutable QFont m_font;
    mutable QHash<int, int> m_heights; ///< by width
};

} // namespace cq
