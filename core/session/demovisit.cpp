// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/demovisit.h"

#include "core/session/auditsession.h"
#include "core/session/demotexts.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/findingdesk.h"
#include "core/session/sampledesk.h"
#include "core/session/visitdesk.h"
#include "core/session/workspace.h"

namespace cq {

namespace {

constexpr int sampleSize = 11; // what the rule proposes for 40 cases at 20 % and 95 %

QString words(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList lines(const char *text)
{
    return words(text).split(u'\n');
}

} // namespace

DemoVisit::DemoVisit(AuditSession &session, std::function<void()> moveClock)
    : m_session(session)
    , m_moveClock(std::move(moveClock))
{
}

Result<void> DemoVisit::addEvidence()
{
    const QDate visit = m_session.audit().startsOn;
    for (const DemoEvidence &told : storyEvidence) {
        m_moveClock();
        Evidence draft;
        draft.centre = m_session.centre().id;
        draft.title = words(told.title);
        draft.kind = told.kind;
        draft.method = told.method;
        draft.effectiveOn = visit.addDays(-told.daysOld);
        draft.receivedOn = visit.addDays(-18);
        if (told.daysValid != 0)
            draft.validUntil = visit.addDays(told.daysValid);
        auto intake = m_session.workspace().evidence().takeIn(
            draft, words(told.fileName), QByteArray(told.content), EvidenceDesk::Photographs::Untouched);
        if (!intake)
            return intake.error();
        for (auto more = (*intake)->step(); !more || *more; more = (*intake)->step())
            if (!more)
                return more.error();
        const auto added = (*intake)->finish();
        if (!added)
            return added.error();
        for (const QString &criterion : lines(told.criteria))
            if (auto linked = m_session.evidence().link({added->id, CriterionId(criterion), {}}); !linked)
                return linked;
    }
    return {};
}

Result<void> DemoVisit::plan()
{
    const Audit &audit = m_session.audit();
    VisitDesk &desk = m_session.visit();
    for (const DemoSlot &told : storySlots) {
        m_moveClock();
        PlanSlot slot;
        slot.day = audit.startsOn.addDays(told.day);
        slot.fromMinute = told.fromMinute;
        slot.toMinute = told.toMinute;
        if (told.facility >= 0)
            slot.facility = m_session.facilities().value(told.facility).id;
        if (told.member >= 0)
            slot.auditor = audit.team.value(told.member).name;
        slot.toMeet = words(told.toMeet);
        slot.topic = words(told.topic);
        if (const auto added = desk.addSlot(slot); !added)
            return added.error();
    }
    for (int member = 0; member < audit.team.size(); ++member) {
        m_moveClock();
        CoiDeclaration declaration;
        declaration.member = audit.team[member].name;
        declaration.statement = member == 0 ? CoiStatement::None : CoiStatement::Declared;
        declaration.text = member == 0 ? QString() : words(storyTie);
        declaration.declaredOn = audit.startsOn.addDays(-7);
        if (auto declared = desk.setDeclaration(declaration.member, declaration); !declared)
            return declared;
    }
    for (const DemoRequestTexts &told : storyRequests) {
        m_moveClock();
        InformationRequest request;
        request.criterion = CriterionId(words(told.criterion));
        request.question = words(told.question);
        request.dueOn = audit.startsOn.addDays(-2);
        if (const auto asked = desk.ask(request); !asked)
            return asked.error();
    }
    return {};
}

Result<void> DemoVisit::answerRequests()
{
    const QList<InformationRequest> requests = m_session.visit().requests();
    for (qsizetype place = 0; place < requests.size(); ++place) {
        const char *answer = storyRequests[place].answer;
        if (!answer)
            continue; // left open on purpose
        m_moveClock();
        InformationRequest request = requests[place];
        request.answer = words(answer);
        request.answeredOn = m_session.audit().startsOn.addDays(-4);
        request.state = RequestState::Answered;
        if (auto answered = m_session.visit().setRequest(request.id, request); !answered)
            return answered;
    }
    return {};
}

Result<void> DemoVisit::settleRequests()
{
    const QList<InformationRequest> requests = m_session.visit().requests();
    for (InformationRequest request : requests) {
        if (request.state != RequestState::Answered)
            continue;
        m_moveClock();
        request.state = RequestState::Settled;
        if (auto settled = m_session.visit().setRequest(request.id, request); !settled)
            return settled;
        break; // the others wait for the visit
    }
    return {};
}

Result<void> DemoVisit::drawSample()
{
    Sample draft;
    draft.criterion = CriterionId(words(storySample.criterion));
    draft.facility = m_session.board().part(draft.criterion).facilities.value(0);
    draft.title = words(storySample.title);
    draft.tolerableRate = 20;
    draft.population = 40;
    draft.checks = lines(storySample.checks);
    const auto drawn = m_session.samples().draw(draft, sampleSize);
    if (!drawn)
        return drawn.error();
    for (int caseAt = 0; caseAt < sampleSize; ++caseAt)
        for (int checkAt = 0; checkAt < draft.checks.size(); ++checkAt) {
            m_moveClock();
            const bool fails = caseAt == 4 && checkAt == 1;
            const bool isBeside = caseAt % 5 == 2 && checkAt == draft.checks.size() - 1;
            const CellAnswer answer = fails ? CellAnswer::NotMet : isBeside ? CellAnswer::NotApplicable : CellAnswer::Met;
            if (auto set = m_session.samples().setCell(*drawn, caseAt, checkAt, answer); !set)
                return set;
        }
    return {};
}

Result<void> DemoVisit::hold(MeetingKind kind)
{
    m_moveClock();
    const DemoMeeting &told = kind == MeetingKind::Opening ? storyOpening : storyClosing;
    const QDate day = kind == MeetingKind::Opening ? m_session.audit().startsOn : m_session.audit().endsOn;
    return m_session.visit().setMeeting(kind, Meeting {kind, day, lines(told.attendance), words(told.notes)});
}

Result<void> DemoVisit::linkToFindings()
{
    const QList<EvidenceLink> links = m_session.evidence().all();
    for (const Finding &finding : m_session.findings().all())
        for (const EvidenceLink &link : links)
            if (finding.criteria.contains(link.criterion)) {
                m_moveClock();
                if (auto linked = m_session.evidence().link({link.evidence, {}, finding.id}); !linked)
                    return linked;
            }
    return {};
}

} // namespace cq
