// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/tablelayout.h"

#include <iterator>

namespace cq {

namespace {

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

qreal placesHeight(const QString &title)
{
    return heightOfSignaturePlace(title) * qreal(std::size(EnumText<SignaturePlace>::table));
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
        places.insert(place, writeSignaturePlace(flow, words.word(place)));
    return places;
}

} // namespace cq
