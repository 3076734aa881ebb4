// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delegates/sectiondelegate.h"

#include "app/models/sectionmodel.h"
#include "app/support/theme.h"
#include "app/support/words.h"

#include <QPainter>

namespace cq {

namespace {

constexpr int margin = Theme::grid;
constexpr int ringSize = 24;
constexpr int fullTurn = 360 * 16;

void paintRing(QPainter *painter, const QRect &place, int perMille, const QPalette &palette)
{
    const QRectF circle = QRectF(place).adjusted(2, 2, -2, -2);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(Theme::line(palette), 3));
    painter->drawEllipse(circle);
    const Theme::Tone done = Theme::toneOf(ResponseLevel::Met, palette);
    const QColor colour = perMille >= 1000 ? done.ink : Theme::accent(palette);
    painter->setPen(QPen(colour, 3, Qt::SolidLine, Qt::FlatCap));
    painter->drawArc(circle, fullTurn / 4, -fullTurn * perMille / 1000);
    if (perMille >= 1000)
        painter->drawText(place, Qt::AlignCenter, symbolFor(ResponseLevel::Met));
}

} // namespace

SectionDelegate::SectionDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

QSize SectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, 2 * QFontMetrics(option.font).lineSpacing() + margin + 4};
}

void SectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        QColor soft = Theme::accent(option.palette);
        soft.setAlpha(Theme::isDark(option.palette) ? 46 : 26);
        painter->fillRect(option.rect, soft);
        painter->fillRect(QRect(option.rect.topLeft(), QSize(4, option.rect.height())), Theme::accent(option.palette));
    }
    const bool applies = index.data(SectionModel::AppliesRole).toBool();
    const int indent = index.data(SectionModel::DepthRole).toInt() * 2 * margin;
    const QRect inner = option.rect.adjusted(margin + 4 + indent, 0, -margin, 0);
    const QRect ring(inner.left(), inner.center().y() - ringSize / 2, ringSize, ringSize);
    if (applies)
        paintRing(painter, ring, index.data(SectionModel::PerMilleRole).toInt(), option.palette);
    const QFontMetrics metrics(option.font);
    QRect text = inner.adjusted(ringSize + margin, 0, 0, 0);
    QRect title(text.left(), option.rect.center().y() - metrics.lineSpacing(), text.width(), metrics.lineSpacing());
    QRect below = title.translated(0, metrics.lineSpacing());

    const int gates = index.data(SectionModel::GatesNotMetRole).toInt();
    if (gates > 0) {
        //: sign at a section: number of gates in it that are not met
        const QString flag = tr("⚑ %1").arg(gates);
        painter->setPen(Theme::toneOf(ResponseLevel::NotMet, option.palette).ink);
        painter->drawText(below, Qt::AlignRight | Qt::AlignVCenter, flag);
        below.setRight(below.right() - metrics.horizontalAdvance(flag) - margin);
    }
    QFont font = option.font;
    font.setWeight(index.row() == 0 ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(applies ? option.palette.color(QPalette::Text) : Theme::mutedInk(option.palette));
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, title.width()));
    painter->setFont(option.font);
    painter->setPen(Theme::mutedInk(option.palette));
    const QString numbers = applies ? tr("%1 · %2").arg(index.data(SectionModel::CountRole).toString(),
                                          index.data(SectionModel::ScoreRole).toString())
                                    : tr("does not apply");
    painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(numbers, Qt::ElideRight, below.width()));
    painter->restore();
}

} // namespace cq
