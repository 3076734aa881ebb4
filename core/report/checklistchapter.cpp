// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/tablelayout.h"

namespace cq {

using namespace pagestyle;

namespace {

QString lane(const ChapterContext &context, const ResponseKey &key)
{
    const QString party = context.words.word(key.party);
    return key.facility.isEmpty()
        ? party
        : context.words.text(Phrase::PlaceAndParty).arg(context.placeName(key.facility), party);
}

void addAnswer(TableLayout::Cell &cell, const ChapterContext &context, const Response &response)
{
    const ReportWords &words = context.words;
    cell << spaced(marked(strong(words.word(response.level)), markOf(response.level)), pt(5));
    QString who = lane(context, response.key);
    if (!response.answeredBy.isEmpty())
        who = words.text(Phrase::LanePersonDate)
                  .arg(who, response.answeredBy, words.date(response.answeredAt.localDate()));
    cell << quiet(who);
    if (!response.note.isEmpty())
        cell << plain(response.note);
    if (!response.justification.isEmpty())
        cell << plain(words.text(Phrase::JustificationIs).arg(response.justification));
    if (response.level == ResponseLevel::NotApplicable && response.naAccepted)
        cell << quiet(words.text(Phrase::ClaimAccepted));
    if (context.history.wasChanged(response.key))
        cell << marked(inked(quiet(words.text(Phrase::ChangedLater)), Ink::Caution), ReportMark::Notice);
}

// What is answered, and what should be but is not.
TableLayout::Cell answerCell(const ChapterContext &context, const Criterion &criterion, const ScoreBoard::Part &part)
{
    TableLayout::Cell cell;
    QSet<FacilityId> answered;
    for (const qsizetype place : context.answers.value(criterion.id)) {
        const Response &response = context.record().responses[place];
        addAnswer(cell, context, response);
        if (response.key.party == context.party() && response.level != ResponseLevel::NotAssessed)
            answered.insert(response.key.facility);
    }
    if (part.applies == Truth::No)
        cell.prepend(
            marked(inked(plain(context.words.text(Phrase::DoesNotApply)), Ink::Muted), ReportMark::NotApplicable));
    else if (part.applies == Truth::Unknown)
        cell.prepend(
            marked(inked(plain(context.words.text(Phrase::ApplicabilityOpen)), Ink::Caution), ReportMark::Notice));
    else if (part.inScope)
        for (const FacilityId &facility : part.facilities)
            if (!answered.contains(facility)) {
                Response open;
                open.key = {criterion.id, facility, context.party()};
                addAnswer(cell, context, open);
            }
    return cell;
}

TableLayout::Cell codeCell(const ChapterContext &context, const Criterion &criterion)
{
    const ReportWords &words = context.words;
    TableLayout::Cell cell{strong(criterion.id.text()), quiet(words.word(criterion.criticality))};
    if (criterion.isGate)
        cell << marked(inked(quiet(words.text(Phrase::Gate)), Ink::Accent), ReportMark::Gate);
    if (criterion.isAdvisory)
        cell << quiet(words.text(Phrase::Advisory));
    return cell;
}

TableLayout makeTable(PageFlow &flow, const ReportWords &words)
{
    return TableLayout(flow,
        {{words.text(Phrase::Code), 12.5}, {words.text(Phrase::CriterionTitle), 42},
            {words.text(Phrase::AnswersTitle), 45.5}});
}

void writeRow(
    TableLayout &table, const ChapterContext &context, const Criterion &criterion, const ScoreBoard::Part &part)
{
    TextBlock text = plain(criterion.text);
    if (part.applies == Truth::No)
        text.ink = Ink::Muted;
    TableLayout::Cell asked{text};
    if (const QString numbers = context.evidenceNumbers(criterion.id); !numbers.isEmpty())
        asked << spaced(quiet(context.words.text(Phrase::EvidenceIs).arg(numbers)), pt(3));
    table.row({codeCell(context, criterion), asked, answerCell(context, criterion, part)});
}

void writeSection(PageFlow &flow, const ChapterContext &context, int index, const QList<int> &criteria)
{
    const Section &section = context.content.packs.sections()[index];
    const ReportWords &words = context.words;
    flow.heading(section.id.text() + QStringLiteral("  ") + section.title);
    if (index < context.content.sheet.sections.size()) {
        const SectionScore &score = context.content.sheet.sections[index];
        flow.lead(quiet(words.text(Phrase::SectionLine)
                            .arg(context.percent(score.graded), context.percent(score.strict),
                                QString::number(score.answered), QString::number(score.applicable))));
    }
    TableLayout table = makeTable(flow, words);
    int leftOut = 0;
    for (const int place : criteria) {
        const Criterion &criterion = context.content.packs.criteria()[place];
        const ScoreBoard::Part part = context.board.part(criterion.id);
        if (!part.inScope && !context.answers.contains(criterion.id))
            ++leftOut;
        else
            writeRow(table, context, criterion, part);
    }
    table.finish();
    if (leftOut > 0)
        flow.paragraph(quiet(words.text(Phrase::LeftOutOfExpress).arg(leftOut)));
}

// Answers that name a criterion the packs do not hold: nothing recorded may be missing from the report.
void writeStrangers(PageFlow &flow, const ChapterContext &context)
{
    QList<const Response *> strangers;
    for (const Response &response : context.record().responses)
        if (context.content.packs.indexOf(response.key.criterion) < 0)
            strangers.append(&response);
    if (strangers.isEmpty())
        return;
    flow.heading(context.words.text(Phrase::StrangersTitle));
    TableLayout table = makeTable(flow, context.words);
    for (const Response *response : strangers) {
        TableLayout::Cell cell;
        addAnswer(cell, context, *response);
        table.row({{strong(response->key.criterion.text())}, {}, cell});
    }
    table.finish();
}

} // namespace

void writeChecklist(PageFlow &flow, const ChapterContext &context)
{
    const PackSet &packs = context.content.packs;
    QHash<SectionId, QList<int>> bySection;
    for (int i = 0; i < packs.criteria().size(); ++i)
        bySection[packs.criteria()[i].section].append(i);
    flow.chapter(context.words.text(Phrase::ChecklistTitle));
    flow.paragraph(
        plain(context.words.text(packs.criteria().isEmpty() ? Phrase::EmptyChecklist : Phrase::ChecklistIntro)));
    for (int i = 0; i < packs.sections().size(); ++i)
        if (const QList<int> criteria = bySection.value(packs.sections()[i].id); !criteria.isEmpty())
            writeSection(flow, context, i, criteria);
    writeStrangers(flow, context);
}

} // namespace cq
