// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/tablelayout.h"

#include <algorithm>

namespace cq {

using namespace pagestyle;

namespace {

bool isFollowUp(const Response &response)
{
    return (response.key.party == Party::Correction || response.key.party == Party::Verification)
        && response.level != ResponseLevel::NotAssessed;
}

void writeResults(PageFlow &flow, const ChapterContext &context, const ScoreSheet &audited)
{
    const ReportWords &words = context.words;
    const ScoreSheet &now = context.content.sheet;
    TableLayout table(flow,
        {{words.text(Phrase::Figure), 34}, {words.text(Phrase::AsAudited), 33}, {words.text(Phrase::AfterActions), 33}});
    table.row({{plain(words.text(Phrase::Outcome))}, {strong(words.word(audited.outcome.kind))},
        {strong(words.word(now.outcome.kind))}});
    table.row({{plain(words.text(Phrase::GradedScore))}, {plain(words.percent(audited.overall.graded, audited.marks))},
        {plain(context.percent(now.overall.graded))}});
    table.row({{plain(words.text(Phrase::StrictScore))}, {plain(words.percent(audited.overall.strict, audited.marks))},
        {plain(context.percent(now.overall.strict))}});
    table.finish();
}

void writeAnswers(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    QList<ResponseKey> places;
    QHash<ResponseKey, Response> given;
    for (const Response &response : context.record().responses) {
        given.insert(response.key, response);
        const ResponseKey place {response.key.criterion, response.key.facility, context.party()};
        if (isFollowUp(response) && !places.contains(place))
            places.append(place);
    }
    const auto cell = [&](const ResponseKey &place, Party lane) {
        const Response response = given.value({place.criterion, place.facility, lane});
        TableLayout::Cell text {response.level == ResponseLevel::NotAssessed
                ? plain(QStringLiteral("–"))
                : marked(plain(words.word(response.level)), markOf(response.level))};
        if (lane != context.party() && !response.note.isEmpty())
            text << quiet(response.note);
        return text;
    };
    TableLayout table(flow,
        {{words.text(Phrase::CriterionTitle), 22}, {words.text(Phrase::AsAudited), 18}, {words.word(Party::Correction), 30},
            {words.word(Party::Verification), 30}});
    for (const ResponseKey &place : std::as_const(places))
        table.row({{strong(place.criterion.text()), quiet(context.placeName(place.facility))}, cell(place, context.party()),
            cell(place, Party::Correction), cell(place, Party::Verification)});
    table.finish();
}

} // namespace

void writeAfterActions(PageFlow &flow, const ChapterContext &context)
{
    const QList<Response> &responses = context.record().responses;
    if (std::none_of(responses.cbegin(), responses.cend(), isFollowUp))
        return;
    const auto audited = ScoreBoard::make(ScoringInput::asAudited(context.record(), context.content.packs));
    if (!audited)
        return; // the same packs and facilities made the sheet this report shows
    flow.heading(context.words.text(Phrase::AfterActionsTitle));
    flow.lead(plain(context.words.text(Phrase::AfterActionsIntro)));
    writeResults(flow, context, audited->sheet());
    writeAnswers(flow, context);
}

} // namespace cq
