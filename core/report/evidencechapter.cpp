// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/tablelayout.h"

namespace cq {

using namespace pagestyle;

namespace {

constexpr qsizetype shownDigits = 16; ///< of a digest, enough to tell files apart; the record has it in full

TableLayout::Cell titleCell(const ChapterContext &context, const Evidence &item)
{
    const ReportWords &words = context.words;
    TableLayout::Cell cell{plain(item.title)};
    const QString file = item.pageReference.isEmpty()
        ? item.fileName
        : words.text(Phrase::EvidencePlace).arg(item.fileName, item.pageReference);
    if (!file.isEmpty())
        cell << quiet(file);
    // The centre may have got the facility after this record's centre was kept.
    if (const QString place = context.placeName(item.facility); !item.facility.isEmpty() && place != item.facility.text())
        cell << quiet(place);
    cell << quiet(words.text(Phrase::DigestStart).arg(QString::fromLatin1(item.digest.left(shownDigits))));
    return cell;
}

TableLayout::Cell datesCell(const ChapterContext &context, const Evidence &item)
{
    const ReportWords &words = context.words;
    TableLayout::Cell cell{plain(item.validUntil.isValid()
            ? words.text(Phrase::ValidUntil).arg(words.date(item.validUntil))
            : words.text(Phrase::WithoutEnd))};
    if (context.isExpired(item))
        cell << marked(inked(quiet(words.text(Phrase::ExpiredAtAudit)), Ink::Bad), ReportMark::Notice);
    if (item.effectiveOn.isValid())
        cell << quiet(words.text(Phrase::SpeaksOf).arg(words.date(item.effectiveOn)));
    return cell;
}

} // namespace

void writeEvidence(PageFlow &flow, const ChapterContext &context)
{
    if (context.evidence.isEmpty())
        return;
    const ReportWords &words = context.words;
    flow.chapter(words.text(Phrase::EvidenceTitle));
    flow.lead(plain(words.text(Phrase::EvidenceIntro)));
    TableLayout table(flow,
        {{words.text(Phrase::EntryNumber), 8}, {words.text(Phrase::TitleLabel), 34}, {words.text(Phrase::KindLabel), 15},
            {words.text(Phrase::DatesLabel), 30}, {words.text(Phrase::UsedFor), 13}});
    for (int place = 0; place < context.evidence.size(); ++place) {
        const Evidence &item = context.evidence[place];
        table.row({{strong(words.evidenceNumber(place + 1))}, titleCell(context, item),
            {plain(words.word(item.kind)), quiet(words.word(item.method))}, datesCell(context, item),
            {plain(context.usesOf(item.id).join(QStringLiteral(", ")))}});
    }
    table.finish();
}

} // namespace cq
