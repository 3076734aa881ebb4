// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delegates/searchhitdelegate.h"

#include "app/models/searchmodel.h"
#include "app/support/theme.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace cq {

namespace {

void paintExcerpt(QPainter &painter, const QRect &line, const QModelIndex &index, const QFont &font)
{
    QTextLayout layout(index.data(SearchModel::ExcerptRole).toString(), font);
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(wrapping);
    QList<QTextLayout::FormatRange> formats;
    for (const TextSpan &mark : index.data(SearchModel::MarksRole).value<QList<TextSpan>>()) {
        QTextLayout::FormatRange range;
        range.start = int(mark.from);
        range.length = int(mark.length);
        range.format.setFontWeight(QFont::Bold);
        range.format.setFontUnderline(true);
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    layout.createLine().setLineWidth(line.width());
    layout.endLayout();
    painter.setClipRect(line);
    layout.draw(&painter, line.topLeft());
}

} // namespace

void SearchHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem empty = option;
    initStyleOption(&empty, index);
    const QString head = empty.text;
    empty.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &empty, painter, option.widget);

    painter->save();
    const QRect room = option.rect.adjusted(Theme::grid, Theme::grid / 2, -Theme::grid, -Theme::grid / 2);
    const QFontMetrics metrics(option.font);
    const bool isHeading = index.data(SearchModel::HeadingRole).toBool();
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    // A heading is disabled only so that it cannot be chosen; it is to be read like the rest.
    const QColor ink = option.palette.color(QPalette::Active, isChosen ? QPalette::HighlightedText : QPalette::Text);
    QFont font = option.font;
    font.setBold(isHeading);
    painter->setFont(font);
    painter->setPen(isHeading || isChosen ? ink : Theme::mutedInk(option.palette));
    const QRect first(room.left(), isHeading ? room.bottom() - metrics.height() : room.top(), room.width(), metrics.height());
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(font).elidedText(head, Qt::ElideRight, room.width()));
    if (!isHeading) {
        painter->setPen(ink);
        paintExcerpt(*painter, first.translated(0, metrics.lineSpacing()), index, option.font);
    }
    painter->restore();
}

QSize SearchHitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, 2 * option.fontMetrics.lineSpacing() + Theme::grid};
}

} // namespace cq
