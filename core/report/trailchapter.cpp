// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/tablelayout.h"

namespace cq {

using namespace pagestyle;

namespace {

// A long note would stand here once for each time it was edited; the record in the file keeps it whole.
constexpr qsizetype maxValue = 400;

QString valueText(const ReportWords &words, const QString &value)
{
    if (const auto level = fromText<ResponseLevel>(value))
        return words.word(*level);
    if (const auto state = fromText<AuditState>(value))
        return words.word(*state);
    if (value.size() <= maxValue)
        return value;
    qsizetype cut = maxValue;
    if (value.at(cut - 1).isHighSurrogate())
        --cut;
    return words.text(Phrase::ShortenedValue).arg(value.left(cut), QString::number(value.size()));
}

TableLayout::Cell changeCell(const ReportWords &words, const TrailEntry &entry)
{
    TableLayout::Cell cell;
    if (!entry.oldValue.isEmpty())
        cell << plain(words.text(Phrase::FromValue).arg(valueText(words, entry.oldValue)));
    if (!entry.newValue.isEmpty())
        cell << plain(words.text(Phrase::ToValue).arg(valueText(words, entry.newValue)));
    else if (!entry.oldValue.isEmpty())
        cell << plain(words.text(Phrase::ToNothing));
    if (!entry.reason.isEmpty())
        cell << plain(words.text(Phrase::ReasonIs).arg(valueText(words, entry.reason)));
    if (entry.clockJumped)
        cell << marked(inked(strong(words.text(Phrase::ClockJumped)), Ink::Bad), ReportMark::Notice);
    for (TextBlock &block : cell)
        block.size = TextSize::Small;
    return cell;
}

void writeEntry(TableLayout &table, const ReportWords &words, const TrailEntry &entry)
{
    TextBlock action = strong(words.action(entry.action));
    action.size = TextSize::Small;
    TextBlock person = plain(entry.person);
    person.size = TextSize::Small;
    TextBlock time = plain(words.utcMoment(entry.at));
    time.size = TextSize::Small;
    table.row({{quiet(QString::number(entry.sequence))},
        {time, quiet(words.text(Phrase::LocalOffset).arg(entry.at.offsetText()))},
        {person, quiet(words.word(entry.role))}, {action, quiet(entry.target)}, changeCell(words, entry),
        {quiet(QString::fromLatin1(entry.digest.left(8)))}});
}

void writeHead(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    const QList<TrailEntry> &trail = context.record().trail;
    const Result<void> whole = verifyTrail(trail);
    flow.heading(words.text(Phrase::ChainTitle));
    flow.lead(plain(words.text(Phrase::ChainIntro)));
    TableLayout table(flow, {{{}, 28}, {{}, 72}});
    table.row({{inked(plain(words.text(Phrase::EntriesLabel)), Ink::Muted)}, {plain(QString::number(trail.size()))}});
    table.row(
        {{inked(plain(words.text(Phrase::ChainHead)), Ink::Muted)}, {strong(QString::fromLatin1(trailHead(trail)))}});
    table.row({{inked(plain(words.text(Phrase::ChainState)), Ink::Muted)},
        {whole ? marked(plain(words.text(Phrase::ChainHolds)), ReportMark::Met)
               : marked(inked(strong(words.text(Phrase::ChainBroken).arg(whole.error().detail)), Ink::Bad),
                   ReportMark::NotMet)}});
    table.finish();
}

} // namespace

void writeTrail(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.chapter(words.text(Phrase::TrailTitle));
    flow.paragraph(plain(words.text(Phrase::TrailIntro)));
    writeHead(flow, context);
    flow.heading(words.text(Phrase::EntriesTitle));
    if (context.record().trail.isEmpty()) {
        flow.paragraph(plain(words.text(Phrase::EmptyTrail)));
        return;
    }
    TableLayout table(flow,
        {{words.text(Phrase::EntryNumber), 7}, {words.text(Phrase::TimeLabel), 17}, {words.text(Phrase::WhoLabel), 16},
            {words.text(Phrase::WhatLabel), 19}, {words.text(Phrase::ChangeLabel), 31},
            {words.text(Phrase::Digest), 10}});
    for (const TrailEntry &entry : context.record().trail)
        writeEntry(table, words, entry);
    table.finish();
}

} // namespace cq
