// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/signatureplaces.h"

#include <QPainter>

#include <cmath>

namespace cq {

using namespace pagestyle;

namespace {

// In whole points, so that the fields of the file lie exactly in their frames.
constexpr int fieldHeight = 92;
constexpr int frameInset = 1;
constexpr qreal frameHeight = pt(fieldHeight + 2 * frameInset);
constexpr qreal labelGap = pt(3);
constexpr qreal belowFrame = pt(9);

} // namespace

PlaceOnPage writeSignaturePlace(PageFlow &flow, const QString &title)
{
    LaidColumn label({strong(title)}, bodyWidth);
    flow.advance(flow.take(label, flow.remaining(), {margin, flow.y()}) + labelGap);
    const int top = int(std::ceil(flow.y() / unitsPerPoint));
    if (QPainter *painter = flow.painter()) {
        painter->setPen(QPen(ruleColour(), hairline));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(margin, pt(top), bodyWidth, frameHeight));
    }
    flow.advance(pt(top) - flow.y() + frameHeight + belowFrame);
    constexpr int left = int(margin) / unitsPerPoint + frameInset;
    constexpr int width = int(bodyWidth) / unitsPerPoint - 2 * frameInset;
    return {{left, int(pageHeight) / unitsPerPoint - top - frameInset - fieldHeight, width, fieldHeight},
        flow.element(StructureTag::Form)};
}

qreal heightOfSignaturePlace(const QString &title)
{
    return LaidText(strong(title), bodyWidth).height() + labelGap + pt(1) + frameHeight + belowFrame;
}

} // namespace cq
