// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/visitdesk.h"

#include "core/session/auditparts.h"

#include <algorithm>

namespace cq {

namespace {

Error invalid(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

Result<void> judgeText(const QString &text)
{
    if (text.size() > VisitDesk::maxTextLength)
        return invalid(QStringLiteral("a text is longer than %1 characters").arg(VisitDesk::maxTextLength));
    return {};
}

Result<void> judgeLine(const QString &line)
{
    if (line.size() > VisitDesk::maxFieldLength || line.contains(u'\n'))
        return invalid(QStringLiteral("an entry is one line of up to %1 characters").arg(VisitDesk::maxFieldLength));
    return {};
}

QString inWords(const std::optional<PlanSlot> &slot)
{
    if (!slot)
        return {};
    return QStringLiteral("%1 %2 to %3; %4; meets %5; %6")
        .arg(slot->day.toString(Qt::ISODate), clockText(slot->fromMinute), clockText(slot->toMinute),
            slot->auditor.isEmpty() ? QStringLiteral("whole team") : slot->auditor, slot->toMeet, slot->topic);
}

QString inWords(const std::optional<CoiDeclaration> &declaration)
{
    if (!declaration)
        return {};
    return QStringLiteral("%1; %2; %3")
        .arg(textOf(declaration->statement), declaration->text, declaration->declaredOn.toString(Qt::ISODate));
}

QString inWords(const std::optional<InformationRequest> &request)
{
    if (!request)
        return {};
    return QStringLiteral("%1; %2; %3; due %4; answer: %5; %6")
        .arg(textOf(request->state), request->criterion.text(), request->question,
            request->dueOn.toString(Qt::ISODate), request->answer, request->answeredOn.toString(Qt::ISODate));
}

QString inWords(const std::optional<Meeting> &meeting)
{
    if (!meeting)
        return {};
    return QStringLiteral("%1; %2; %3")
        .arg(meeting->heldOn.toString(Qt::ISODate), meeting->attendance.join(QStringLiteral(", ")), meeting->notes);
}

QString label(const InformationRequest &request)
{
    return QStringLiteral("R-%1").arg(request.number, 2, 10, QLatin1Char('0'));
}

// Puts a value in its place, or takes out what has its key.
template <class T, class IsIt, class Before>
void settle(QList<T> &list, const std::optional<T> &value, IsIt &&isIt, Before &&before)
{
    list.removeIf(isIt);
    if (value)
        list.insert(std::lower_bound(list.begin(), list.end(), *value, before), *value);
}

} // namespace

VisitDesk::VisitDesk(AuditSession &session)
    : m_session(session)
{
}

Result<void> VisitDesk::mayPlan() const
{
    if (auto allowed = m_session.d->mayChange(); !allowed)
        return allowed;
    if (m_session.ownParty() != resultParty(m_session.audit().kind))
        return Error {ErrorCode::Refused,
            QStringLiteral("a %1 does not plan this audit").arg(textOf(m_session.workspace().person().role)), {}};
    return {};
}

const QList<PlanSlot> &VisitDesk::plan() const
{
    return m_session.d->visit.plan;
}

std::optional<PlanSlot> VisitDesk::slot(const PlanSlotId &id) const
{
    for (const PlanSlot &slot : plan())
        if (slot.id == id)
            return slot;
    return std::nullopt;
}

Result<void> VisitDesk::judge(const PlanSlot &slot) const
{
    if (!slot.day.isValid())
        return invalid(QStringLiteral("an entry of the plan has a day"));
    if (slot.fromMinute < 0 || slot.toMinute > PlanSlot::dayMinutes || slot.toMinute <= slot.fromMinute)
        return invalid(QStringLiteral("an entry of the plan ends after it begins, on the same day"));
    const auto &facilities = m_session.facilities();
    if (!slot.facility.isEmpty()
        && std::none_of(facilities.begin(), facilities.end(),
            [&](const Facility &facility) { return facility.id == slot.facility; }))
        return invalid(QStringLiteral("the facility is not in the audit's scope"));
    for (const QString &line : {slot.auditor, slot.toMeet, slot.topic})
        if (auto sound = judgeLine(line); !sound)
            return sound;
    return {};
}

Result<PlanSlotId> VisitDesk::addSlot(PlanSlot slot)
{
    slot.id = PlanSlotId(m_session.d->workspace.d->surroundings.newId());
    if (auto done = setSlot(slot.id, slot); !done)
        return done.error();
    return slot.id;
}

Result<void> VisitDesk::setSlot(const PlanSlotId &id, const std::optional<PlanSlot> &slot)
{
    if (auto allowed = mayPlan(); !allowed)
        return allowed;
    const auto before = this->slot(id);
    if (before == slot)
        return {};
    if (slot) {
        if (slot->id != id)
            return invalid(QStringLiteral("the entry has another id"));
        if (auto sound = judge(*slot); !sound)
            return sound;
    }
    auto &d = *m_session.d;
    auto &store = d.workspace.d->visitStore;
    const PlanSlot &shown = slot ? *slot : *before;
    const QString target = shown.facility.isEmpty() ? QStringLiteral("plan") : d.facilityName(shown.facility);
    const Change change {{}, QStringLiteral("plan.slot"), target, inWords(before), inWords(slot), {}};
    const auto done = d.commit(
        change, [&] { return slot ? store.put(d.audit.id, *slot) : store.removeSlot(d.audit.id, id); });
    if (!done)
        return done;
    settle(d.visit.plan, slot, [&](const PlanSlot &known) { return known.id == id; }, comesBefore);
    Q_EMIT planChanged();
    return {};
}

std::optional<CoiDeclaration> VisitDesk::declaration(const QString &member) const
{
    for (const CoiDeclaration &declaration : m_session.d->visit.declarations)
        if (declaration.member == member)
            return declaration;
    return std::nullopt;
}

Result<void> VisitDesk::judge(const CoiDeclaration &declaration) const
{
    const auto &team = m_session.audit().team;
    if (std::none_of(team.begin(), team.end(),
            [&](const TeamMember &member) { return member.name == declaration.member; }))
        return invalid(QStringLiteral("%1 is not on the team").arg(declaration.member));
    if (!declaration.declaredOn.isValid())
        return invalid(QStringLiteral("a declaration has a day"));
    if (declaration.statement == CoiStatement::Declared && declaration.text.trimmed().isEmpty())
        return invalid(QStringLiteral("a conflict of interest is declared by saying what it is"));
    return judgeText(declaration.text);
}

Result<void> VisitDesk::setDeclaration(const QString &member, const std::optional<CoiDeclaration> &declaration)
{
    if (auto allowed = mayPlan(); !allowed)
        return allowed;
    const auto before = this->declaration(member);
    if (before == declaration)
        return {};
    if (declaration) {
        if (declaration->member != member)
            return invalid(QStringLiteral("the declaration is someone else's"));
        if (auto sound = judge(*declaration); !sound)
            return sound;
    }
    auto &d = *m_session.d;
    auto &store = d.workspace.d->visitStore;
    const Change change {{}, QStringLiteral("coi.declared"), member, inWords(before), inWords(declaration), {}};
    const auto done = d.commit(change, [&] {
        return declaration ? store.put(d.audit.id, *declaration) : store.removeDeclaration(d.audit.id, member);
    });
    if (!done)
        return done;
    settle(
        d.visit.declarations, declaration, [&](const CoiDeclaration &known) { return known.member == member; },
        [](const CoiDeclaration &a, const CoiDeclaration &b) { return a.member < b.member; });
    Q_EMIT declarationChanged(member);
    return {};
}

const QList<InformationRequest> &VisitDesk::requests() const
{
    return m_session.d->visit.requests;
}

std::optional<InformationRequest> VisitDesk::request(const RequestId &id) const
{
    for (const InformationRequest &request : requests())
        if (request.id == id)
            return request;
    return std::nullopt;
}

// Auditors and reviewers ask, and all may say what the centre answered; the centre changes nothing but its answer, until
// that is settled.
Result<void> VisitDesk::mayAsk(
    const std::optional<InformationRequest> &before, const std::optional<InformationRequest> &after) const
{
    if (auto allowed = m_session.d->workspace.d->mayWrite(); !allowed)
        return allowed;
    if (partyOf(m_session.workspace().person().role) != Party::Centre
        || m_session.audit().kind == AuditKind::SelfAssessment)
        return {};
    const auto isLive = [](RequestState state) {
        return state == RequestState::Asked || state == RequestState::Answered;
    };
    if (before && after && isLive(before->state) && isLive(after->state)) {
        InformationRequest answered = *before;
        answered.answer = after->answer;
        answered.answeredOn = after->answeredOn;
        answered.state = after->state;
        if (answered == *after)
            return {};
    }
    return Error {ErrorCode::Refused, QStringLiteral("the centre answers information requests, auditors ask them"), {}};
}

Result<void> VisitDesk::judge(const InformationRequest &request) const
{
    if (!request.criterion.isEmpty() && m_session.packs().indexOf(request.criterion) < 0)
        return invalid(QStringLiteral("no criterion %1 in this audit").arg(request.criterion.text()));
    if (request.question.trimmed().isEmpty())
        return invalid(QStringLiteral("an information request asks something"));
    if (!request.askedOn.isValid() || (request.dueOn.isValid() && request.dueOn < request.askedOn))
        return invalid(QStringLiteral("an answer is due after the question was asked"));
    const bool needsAnswer = request.state == RequestState::Answered || request.state == RequestState::Settled;
    if (needsAnswer && (request.answer.trimmed().isEmpty() || !request.answeredOn.isValid()))
        return invalid(QStringLiteral("an answered request has an answer and its day"));
    if (auto sound = judgeText(request.question); !sound)
        return sound;
    return judgeText(request.answer);
}

Result<RequestId> VisitDesk::ask(InformationRequest request)
{
    auto &parts = *m_session.d->workspace.d;
    request.id = RequestId(parts.surroundings.newId());
    request.number = requests().isEmpty() ? 1 : requests().last().number + 1;
    request.askedOn = parts.surroundings.clock().localDate();
    request.state = RequestState::Asked;
    request.answer.clear();
    request.answeredOn = {};
    if (auto done = setRequest(request.id, request); !done)
        return done.error();
    return request.id;
}

Result<void> VisitDesk::setRequest(const RequestId &id, const std::optional<InformationRequest> &request)
{
    const auto before = this->request(id);
    if (auto allowed = mayAsk(before, request); !allowed)
        return allowed;
    if (before == request)
        return {};
    if (!request && before->state != RequestState::Asked)
        return Error {ErrorCode::Refused, QStringLiteral("an answered request can only be withdrawn"), {}};
    if (request) {
        if (request->id != id || (before && before->number != request->number))
            return invalid(QStringLiteral("the request has another id or number"));
        if (auto sound = judge(*request); !sound)
            return sound;
    }
    auto &d = *m_session.d;
    auto &store = d.workspace.d->visitStore;
    const Change change {{}, QStringLiteral("request.changed"), label(request ? *request : *before), inWords(before),
        inWords(request), {}};
    const auto done = d.commit(
        change, [&] { return request ? store.put(d.audit.id, *request) : store.removeRequest(d.audit.id, id); });
    if (!done)
        return done;
    settle(
        d.visit.requests, request, [&](const InformationRequest &known) { return known.id == id; },
        [](const InformationRequest &a, const InformationRequest &b) { return a.number < b.number; });
    Q_EMIT requestChanged(id);
    return {};
}

std::optional<Meeting> VisitDesk::meeting(MeetingKind kind) const
{
    for (const Meeting &meeting : m_session.d->visit.meetings)
        if (meeting.kind == kind)
            return meeting;
    return std::nullopt;
}

Result<void> VisitDesk::judge(const Meeting &meeting) const
{
    if (meeting.attendance.join(QStringLiteral(", ")).size() > maxTextLength)
        return invalid(QStringLiteral("the attendance is longer than %1 characters").arg(maxTextLength));
    for (const QString &function : meeting.attendance) {
        if (function.trimmed().isEmpty())
            return invalid(QStringLiteral("who attends has a function"));
        if (auto sound = judgeLine(function); !sound)
            return sound;
    }
    return judgeText(meeting.notes);
}

Result<void> VisitDesk::setMeeting(MeetingKind kind, const std::optional<Meeting> &meeting)
{
    if (auto allowed = mayPlan(); !allowed)
        return allowed;
    const auto before = this->meeting(kind);
    if (before == meeting)
        return {};
    if (meeting) {
        if (meeting->kind != kind)
            return invalid(QStringLiteral("the meeting is the other one"));
        if (auto sound = judge(*meeting); !sound)
            return sound;
    }
    auto &d = *m_session.d;
    auto &store = d.workspace.d->visitStore;
    const Change change {{}, QStringLiteral("meeting.changed"), textOf(kind), inWords(before), inWords(meeting), {}};
    const auto done = d.commit(
        change, [&] { return meeting ? store.put(d.audit.id, *meeting) : store.removeMeeting(d.audit.id, kind); });
    if (!done)
        return done;
    settle(
        d.visit.meetings, meeting, [&](const Meeting &known) { return known.kind == kind; },
        [](const Meeting &a, const Meeting &b) { return a.kind < b.kind; });
    Q_EMIT meetingChanged(kind);
    return {};
}

QString VisitDesk::reminder(const CriterionId &criterion) const
{
    const auto &d = *m_session.d;
    const QString person = d.workspace.person().name;
    if (d.visit.remindersOf != person) {
        // Another person works now: what the one before noted is not theirs to read.
        const auto reminders = d.workspace.d->visitStore.reminders(d.audit.id, person);
        m_session.d->visit.reminders = reminders ? *reminders : QHash<CriterionId, QString>();
        m_session.d->visit.remindersOf = person;
        if (!reminders)
            d.workspace.d->note(reminders.error(), d.workspace);
    }
    return d.visit.reminders.value(criterion);
}

Result<void> VisitDesk::setReminder(const CriterionId &criterion, const QString &text)
{
    auto &d = *m_session.d;
    if (auto allowed = d.workspace.d->mayWrite(); !allowed)
        return allowed;
    if (m_session.packs().indexOf(criterion) < 0)
        return invalid(QStringLiteral("no criterion %1 in this audit").arg(criterion.text()));
    if (auto sound = judgeText(text); !sound)
        return sound;
    if (reminder(criterion) == text)
        return {};
    const Change change {{}, QStringLiteral("reminder.changed"), criterion.text(), {}, {}, {}};
    const auto done = d.commit(change, [&] {
        return d.workspace.d->visitStore.putReminder(d.audit.id, criterion, d.workspace.person().name, text);
    });
    if (!done)
        return done;
    if (text.isEmpty())
        d.visit.reminders.remove(criterion);
    else
        d.visit.reminders.insert(criterion, text);
    Q_EMIT reminderChanged(criterion);
    return {};
}

} // namespace cq
