// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delegates/pilldelegate.h"

#include "app/models/tonerole.h"
#include "app/support/theme.h"

#include <QApplication>
#include <QPainter>

#include <optional>

namespace cq {

namespace {

std::optional<Theme::Tone> toneOf(const QModelIndex &index, const QPalette &palette)
{
    if (const QVariant severity = index.data(SeverityToneRole); severity.isValid())
        return Theme::toneOf(Severity(severity.toInt()), palette);
    if (const QVariant level = index.data(LevelToneRole); level.isValid())
        return Theme::toneOf(ResponseLevel(level.toInt()), palette);
    return std::nullopt;
}

} // namespace

PillDelegate::PillDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void PillDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto tone = toneOf(index, option.palette);
    if (!tone) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem empty = option;
    initStyleOption(&empty, index);
    const QString text = empty.text;
    empty.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &empty, painter, option.widget);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    const QFontMetrics metrics(option.font);
    const int width = qMin(metrics.horizontalAdvance(text) + 2 * Theme::grid, option.rect.width() - Theme::grid);
    const int height = metrics.height() + 4;
    const QRect pill(option.rect.left() + Theme::grid / 2, option.rect.center().y() - height / 2, width, height);
    painter->setPen(tone->line);
    painter->setBrush(tone->fill);
    painter->drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->setPen(tone->ink);
    painter->drawText(pill, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, width - Theme::grid));
    painter->restore();
}

QSize PillDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * Theme::grid, 6);
}

} // namespace cq
