// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/tablelayout.h"

#include <QPainter>

#include <cmath>
#include <iterator>

namespace cq {

using namespace pagestyle;

namespace {

// In whole points, so that the fields of the file lie exactly in their frames.
constexpr int fieldHeight = 92;
constexpr int frameInset = 1;
constexpr qreal frameHeight = pt(fieldHeight + 2 * frameInset);
constexpr qreal labelGap = pt(3);
constexpr qreal belowFrame = pt(9);

void writeWorth(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.paragraph(marked(plain(words.text(Phrase::EmptyPlaceMeans)), ReportMark::Notice));
    flow.heading(words.text(Phrase::SignatureWorthTitle));
    flow.paragraph(plain(words.text(Phrase::SignatureWorth)));
    flow.paragraph(plain(words.text(Phrase::TimeIsClaimed)));
    flow.paragraph(plain(words.text(Phrase::CheckSignature)));
}

void writeAnchors(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::AnchorsTitle));
    flow.lead(plain(words.text(Phrase::AnchorsMeaning)));
    TableLayout table(flow, {{{}, 30}, {{}, 70}});
    const auto line = [&](Phrase label, const QString &value) {
        table.row({{inked(plain(words.text(label)), Ink::Muted)}, {plain(value)}});
    };
    line(Phrase::RecordDigest, context.recordDigest);
    line(Phrase::ChainHead, QString::fromLatin1(trailHead(context.record().trail)));
    table.finish();
}

// Nothing is printed inside the frame: what stands on the page stays true whether or not somebody signs there.
PlaceOnPage writePlace(PageFlow &flow, const QString &title)
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

qreal placesHeight(const QString &title)
{
    const qreal one = LaidText(strong(title), bodyWidth).height() + labelGap + pt(1) + frameHeight + belowFrame;
    return one * qreal(std::size(EnumText<SignaturePlace>::table));
}

} // namespace

QMap<SignaturePlace, PlaceOnPage> writeSignaturePage(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.chapter(words.text(Phrase::SignatureTitle));
    writeWorth(flow, context);
    writeAnchors(flow, context);
    // Together, so that all of them are on the last page.
    flow.reserve(placesHeight(words.word(SignaturePlace::LeadAuditor)));
    QMap<SignaturePlace, PlaceOnPage> places;
    for (const auto &[place, text] : EnumText<SignaturePlace>::table)
        places.insert(place, writePlace(flow, words.word(place)));
    return places;
}

} // namespace cq
