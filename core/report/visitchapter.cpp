// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/tablelayout.h"

#include <algorithm>

namespace cq {

using namespace pagestyle;

namespace {

TextBlock orDash(const QString &text)
{
    return plain(text.trimmed().isEmpty() ? QStringLiteral("–") : text);
}

void writeDay(PageFlow &flow, const ChapterContext &context, const QList<PlanSlot> &day)
{
    const ReportWords &words = context.words;
    flow.lead(strong(words.date(day.first().day)));
    TableLayout table(flow,
        {{words.text(Phrase::TimeLabel), 16}, {words.text(Phrase::FacilityLabel), 20},
            {words.text(Phrase::AuditorLabel), 20}, {words.text(Phrase::ToMeet), 20}, {words.text(Phrase::TopicLabel), 24}});
    for (const PlanSlot &slot : day)
        table.row({{plain(words.text(Phrase::FromTo).arg(clockText(slot.fromMinute), clockText(slot.toMinute)))},
            {slot.facility.isEmpty() ? orDash({}) : plain(context.placeName(slot.facility))},
            {plain(slot.auditor.isEmpty() ? words.text(Phrase::WholeTeam) : slot.auditor)}, {orDash(slot.toMeet)},
            {orDash(slot.topic)}});
    table.finish();
}

void writePlan(PageFlow &flow, const ChapterContext &context)
{
    QList<PlanSlot> plan = context.record().plan;
    if (plan.isEmpty())
        return;
    std::sort(plan.begin(), plan.end(), comesBefore);
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::PlanHeading));
    flow.lead(quiet(words.text(Phrase::PlanIntro)));
    for (qsizetype from = 0; from < plan.size();) {
        qsizetype to = from;
        while (to < plan.size() && plan[to].day == plan[from].day)
            ++to;
        writeDay(flow, context, plan.mid(from, to - from));
        from = to;
    }
}

// Everybody on the team, for who has declared nothing has not declared "none"; and whoever declared and left the team.
void writeDeclarations(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    QMap<QString, CoiDeclaration> made;
    for (const CoiDeclaration &declaration : context.record().declarations)
        made.insert(declaration.member, declaration);
    QStringList members;
    for (const TeamMember &member : context.record().audit.team)
        members.append(member.name);
    members += made.keys();
    members.removeDuplicates();
    if (members.isEmpty())
        return;
    flow.heading(words.text(Phrase::DeclarationsTitle));
    TableLayout table(flow,
        {{words.text(Phrase::NameLabel), 30}, {words.text(Phrase::DeclarationLabel), 48},
            {words.text(Phrase::DeclaredOn), 22}});
    for (const QString &member : std::as_const(members)) {
        const auto found = made.constFind(member);
        if (found == made.constEnd()) {
            table.row({{plain(member)},
                {marked(inked(plain(words.text(Phrase::NoDeclaration)), Ink::Caution), ReportMark::Notice)},
                {orDash({})}});
            continue;
        }
        TableLayout::Cell said{plain(words.word(found->statement))};
        if (!found->text.isEmpty())
            said << quiet(found->text);
        table.row({{plain(member)}, said, {plain(words.date(found->declaredOn))}});
    }
    table.finish();
}

void writeMeetings(PageFlow &flow, const ChapterContext &context)
{
    const QList<Meeting> &meetings = context.record().meetings;
    if (meetings.isEmpty())
        return;
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::MeetingsTitle));
    TableLayout table(flow,
        {{words.text(Phrase::MeetingLabel), 24}, {words.text(Phrase::AttendanceLabel), 32},
            {words.text(Phrase::NotesLabel), 44}});
    for (const MeetingKind kind : {MeetingKind::Opening, MeetingKind::Closing})
        for (const Meeting &meeting : meetings) {
            if (meeting.kind != kind)
                continue;
            TableLayout::Cell attended;
            for (const QString &function : meeting.attendance)
                attended << plain(function);
            if (attended.isEmpty())
                attended << orDash({});
            table.row({{strong(words.word(kind)),
                           quiet(meeting.heldOn.isValid() ? words.date(meeting.heldOn) : words.text(Phrase::NotHeld))},
                attended, {orDash(meeting.notes)}});
        }
    table.finish();
}

void writeRequests(PageFlow &flow, const ChapterContext &context)
{
    QList<InformationRequest> requests = context.record().requests;
    if (requests.isEmpty())
        return;
    std::sort(requests.begin(), requests.end(), [](const auto &a, const auto &b) { return a.number < b.number; });
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::RequestsTitle));
    TableLayout table(flow,
        {{words.text(Phrase::EntryNumber), 9}, {words.text(Phrase::QuestionLabel), 40},
            {words.text(Phrase::AnswerTitle), 37}, {words.text(Phrase::Status), 14}});
    for (const InformationRequest &request : std::as_const(requests)) {
        TableLayout::Cell question{plain(request.question)};
        if (!request.criterion.isEmpty())
            question << quiet(request.criterion.text());
        question << quiet(words.text(Phrase::AskedAndDue).arg(words.date(request.askedOn), words.date(request.dueOn)));
        TableLayout::Cell answer{orDash(request.answer)};
        if (request.answeredOn.isValid())
            answer << quiet(words.text(Phrase::AnsweredOn).arg(words.date(request.answeredOn)));
        table.row({{strong(words.requestNumber(request.number))}, question, answer, {plain(words.word(request.state))}});
    }
    table.finish();
}

} // namespace

void writeVisit(PageFlow &flow, const ChapterContext &context)
{
    const AuditRecord &record = context.record();
    if (record.plan.isEmpty() && record.declarations.isEmpty() && record.meetings.isEmpty() && record.requests.isEmpty())
        return;
    flow.chapter(context.words.text(Phrase::PlanTitle));
    writePlan(flow, context);
    writeDeclarations(flow, context);
    writeMeetings(flow, context);
    writeRequests(flow, context);
}

} // namespace cq
