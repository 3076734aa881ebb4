// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QTransform>

namespace cq {

using namespace pagestyle;

namespace {

constexpr qreal mostHeight = pt(270); // two with their captions to a page
constexpr qreal gapBelow = pt(12);

QList<TextBlock> captionOf(const ChapterContext &context, int place)
{
    const ReportWords &words = context.words;
    const Evidence &item = context.evidence[place];
    QList<TextBlock> caption{
        strong(words.text(Phrase::PhotographCaption).arg(words.evidenceNumber(place + 1), item.title))};
    if (const QStringList uses = context.usesOf(item.id); !uses.isEmpty())
        caption << quiet(words.text(Phrase::PhotographShows).arg(uses.join(QStringLiteral(", "))));
    return caption;
}

// What Exif says of turning (tag 274), with the middle of the picture as the origin and y downwards.
QTransform turned(int orientation)
{
    switch (orientation) {
    case 2:
        return {-1, 0, 0, 1, 0, 0};
    case 3:
        return {-1, 0, 0, -1, 0, 0};
    case 4:
        return {1, 0, 0, -1, 0, 0};
    case 5:
        return {0, 1, 1, 0, 0, 0};
    case 6:
        return {0, 1, -1, 0, 0, 0};
    case 7:
        return {0, -1, -1, 0, 0, 0};
    case 8:
        return {0, -1, 1, 0, 0, 0};
    default:
        return {};
    }
}

// As wide as the page or as tall as half of it; small ones with at least a point to the pixel stay small.
QSizeF printedSize(const PrintedPhotograph &photograph)
{
    const QSizeF pixels = turned(photograph.facts.orientation).mapRect(QRectF({}, photograph.facts.size)).size();
    const QSizeF fitted = pixels.scaled(QSizeF(bodyWidth, mostHeight), Qt::KeepAspectRatio);
    return fitted.width() > pt(pixels.width()) ? pixels * pt(1) : fitted;
}

QImage pictureOf(const PrintedPhotograph &photograph)
{
    if (photograph.placeholder > 0)
        return QImage(photograph.placeholder, 1, QImage::Format_RGB32);
    QBuffer buffer;
    buffer.setData(photograph.bytes);
    QImageReader reader(&buffer);
    QImage picture = reader.read();
    if (picture.height() == 1)
        picture = picture.scaled(picture.width(), 2); // one row is what placeholders have
    if (!picture.hasAlphaChannel())
        return picture;
    QImage onPaper(picture.size(), QImage::Format_RGB32); // what is seen through shows the page: PDF/A-1 has no veils
    onPaper.fill(Qt::white);
    QPainter(&onPaper).drawImage(0, 0, picture);
    return onPaper;
}

void paintPhotograph(QPainter &painter, const QRectF &rect, const PrintedPhotograph &photograph)
{
    const QTransform turn = turned(photograph.facts.orientation);
    const QSizeF size = turn.inverted().mapRect(QRectF({}, printedSize(photograph))).size();
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.translate(rect.left() + printedSize(photograph).width() / 2, rect.center().y());
    painter.setTransform(turn, true);
    painter.drawImage(QRectF({-size.width() / 2, -size.height() / 2}, size), pictureOf(photograph));
}

void writePhotograph(PageFlow &flow, const ChapterContext &context, const PrintedPhotograph &photograph)
{
    if (!flow.step())
        return;
    const QList<TextBlock> caption = captionOf(context, photograph.evidence);
    const Evidence &item = context.evidence[photograph.evidence];
    if (photograph.bytes.isEmpty()) {
        flow.paragraphs(caption + QList<TextBlock>{quiet(context.words.text(Phrase::PhotographNotPrinted))});
        return;
    }
    const qreal height = printedSize(photograph).height();
    flow.reserve(height + LaidColumn(caption, bodyWidth).height() + gapBelow);
    flow.figure(height,
        context.words.text(Phrase::PhotographWords)
            .arg(context.words.evidenceNumber(photograph.evidence + 1), item.title),
        [&](QPainter &painter, const QRectF &rect) { paintPhotograph(painter, rect, photograph); });
    flow.gap(pt(3));
    flow.paragraphs(caption);
    flow.gap(gapBelow);
}

} // namespace

QList<PrintedPhotograph> printedPhotographs(const QList<ReportPhotograph> &photographs, const QList<Evidence> &numbered)
{
    QList<PrintedPhotograph> printed;
    for (int place = 0; place < numbered.size(); ++place)
        for (const ReportPhotograph &photograph : photographs) {
            if (photograph.evidence != numbered[place].id)
                continue;
            PrintedPhotograph made{place, {}, {}, 0};
            if (const auto facts = photographFactsOf(photograph.bytes)) {
                made.facts = *facts;
                made.bytes = photograph.bytes;
                if (facts->format == PhotographFacts::Format::Jpeg && facts->colours != 4)
                    made.placeholder = int(printed.size()) + 1;
                else if (pictureOf(made).isNull())
                    made.bytes.clear();
            }
            printed.append(made);
        }
    return printed;
}

void writePhotographs(PageFlow &flow, const ChapterContext &context)
{
    if (context.photographs.isEmpty())
        return;
    flow.chapter(context.words.text(Phrase::PhotographsTitle));
    flow.lead(plain(context.words.text(Phrase::PhotographsIntro)));
    for (const PrintedPhotograph &photograph : context.photographs)
        writePhotograph(flow, context, photograph);
}

} // namespace cq
