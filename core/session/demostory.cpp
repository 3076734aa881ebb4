// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/demostory.h"

#include "core/session/actiondesk.h"
#include "core/session/auditsession.h"
#include "core/session/centredesk.h"
#include "core/session/demotexts.h"
#include "core/session/demovisit.h"
#include "core/session/findingdesk.h"
#include "core/session/responsedesk.h"
#include "core/session/workspace.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <memory>
#include <random>

namespace cq {

namespace {

constexpr qint64 minute = 60'000;

QString words(const char *text)
{
    return QString::fromUtf8(text);
}

Person person(const char *name, Role role, const char *organisation)
{
    return {PersonId(words(name)), words(name), role, words(organisation)};
}

const Person &qualityManager()
{
    static const Person who = person("Tomas Reuter (fictional)", Role::QualityManager, "Northbridge University Hospital");
    return who;
}

const Person &leadAuditor()
{
    static const Person who = person("Helene Osei (fictional)", Role::LeadAuditor, "Coalition audit team");
    return who;
}

const Person &reviewer()
{
    static const Person who = person("Ines Duarte (fictional)", Role::Reviewer, "Coalition review group");
    return who;
}

/// What each criterion is to be answered with, and the text that goes with it.
struct Plan
{
    struct Answer
    {
        ResponseLevel level = ResponseLevel::Met;
        QString text;
    };
    QHash<CriterionId, Answer> answers;
};

/// Tells the demonstration into a new workspace. Each step returns the first error, so that a story that the rules
/// refuse cannot pass unnoticed.
class DemoTeller
{
public:
    DemoTeller(const QString &path, const DemoRequest &request)
        : m_path(path)
        , m_request(request)
        , m_random(request.seed)
        , m_now(std::make_shared<qint64>(
              QDateTime(QDate(2026, 9, 7), QTime(6, 30), Qt::UTC).toMSecsSinceEpoch()))
    {
    }

    Result<void> tell();

private:
    Result<void> openWorkspace();
    Result<CentreId> addCentre(int index);
    Centre centreNumber(int index) const;
    Result<void> stateFacts(const CentreId &centre, bool large);
    Result<std::unique_ptr<AuditSession>> startAudit(
        const CentreId &centre, AuditKind kind, const QString &title, QDate start);
    Result<void> tellStory(const CentreId &centre);
    Result<void> tellVisitUnderWay(const CentreId &centre);
    Result<void> tellSelfAssessmentUnderWay(const CentreId &centre);
    Result<void> tellActionsOpen(const CentreId &centre);
    Result<void> confirmAll(AuditSession &session);
    Result<void> askAll(AuditSession &session);
    Result<void> answerFinding(AuditSession &session, const FindingId &finding);
    Result<void> proveAndClose(AuditSession &session, const FindingId &finding);
    Result<void> tellAnswers(AuditSession &session);
    Result<void> tellDrawnAudit(const CentreId &centre, int number);
    Plan planFor(const AuditSession &session, const DemoAnswer *fixed, qsizetype count, int target);
    Result<void> answerAll(AuditSession &session, const Plan &plan, Party party, int percentage);
    Result<void> answerOne(AuditSession &session, const ResponseKey &key, const Plan::Answer &answer);
    Result<void> raiseFindings(AuditSession &session);
    Result<void> work(const Person &who, qint64 minutes);
    int drawn(int bound) { return int(m_random() % unsigned(bound)); }

    QString m_path;
    DemoRequest m_request;
    std::mt19937 m_random;
    std::shared_ptr<qint64> m_now;
    std::unique_ptr<Workspace> m_workspace;
};

Result<void> DemoTeller::openWorkspace()
{
    Surroundings surroundings;
    // Central European Summer Time; the steady clock goes with it, so that nothing looks like a leap.
    surroundings.clock = [now = m_now] { return Timestamp {*now, 120}; };
    surroundings.steadyClock = [now = m_now] { return *now; };
    surroundings.newId = seededIds(m_request.seed);
    auto created = Workspace::create(m_path, qualityManager(), surroundings);
    if (!created)
        return created.error();
    m_workspace = std::move(*created);
    return {};
}

// The person sits down to work, some time after what happened last.
Result<void> DemoTeller::work(const Person &who, qint64 minutes)
{
    *m_now += minutes * minute;
    return m_workspace->setPerson(who);
}

Centre DemoTeller::centreNumber(int index) const
{
    Centre centre;
    centre.isFictional = true;
    centre.workingLanguage = QStringLiteral("en");
    const auto facility = [&](const char *name, FacilityType type) {
        centre.facilities.append({{}, words(name), type, {}});
    };
    if (index == 0) {
        centre.name = QStringLiteral("Northbridge University Hospital");
        centre.programme = QStringLiteral("Northbridge Cellular Therapy Programme");
        centre.cic = QStringLiteral("9999");
        centre.address = QStringLiteral("1 Bridge Square, Northbridge (a place that does not exist)");
        centre.certificates.append({{}, QStringLiteral("JACIE certification, HCT pathway, edition 9.1"),
            QStringLiteral("JACIE"), QStringLiteral("fictional"), QStringLiteral("Adult and paediatric transplantation"),
            QDate(2025, 12, 1), QDate(2029, 11, 30)});
        centre.certificates.append({{}, QStringLiteral("National authorisation, tissues and cells"),
            QStringLiteral("Fictional national authority"), QStringLiteral("fictional"), QStringLiteral("Apheresis"),
            QDate(2024, 2, 1), QDate(2027, 1, 31)});
        centre.contacts.append({{}, QStringLiteral("Quality manager"), qualityManager().name, {}});
        facility("Ward 7, haematology", FacilityType::ClinicalUnit);
        facility("Children's ward 2", FacilityType::ClinicalUnit);
        facility("Intensive care", FacilityType::IntensiveCare);
        facility("Apheresis unit", FacilityType::Collection);
        facility("Cell laboratory", FacilityType::Laboratory);
        facility("Hospital pharmacy", FacilityType::Pharmacy);
        return centre;
    }
    centre.name = index == 1 ? QStringLiteral("Southmere General Hospital")
                             : QStringLiteral("Example Hospital %1").arg(index + 1);
    centre.programme = QStringLiteral("Adult CAR-T programme");
    centre.cic = QString::number(9999 - index);
    centre.address = QStringLiteral("Fictional town %1").arg(index + 1);
    facility("Ward B4", FacilityType::ClinicalUnit);
    facility("Intensive care", FacilityType::IntensiveCare);
    facility("Hospital pharmacy", FacilityType::Pharmacy);
    return centre;
}

Result<CentreId> DemoTeller::addCentre(int index)
{
    if (auto ready = work(qualityManager(), 10); !ready)
        return ready.error();
    const auto centre = m_workspace->centres().add(centreNumber(index));
    if (!centre)
        return centre;
    if (auto stated = stateFacts(*centre, index == 0); !stated)
        return stated.error();
    return centre;
}

Result<void> DemoTeller::stateFacts(const CentreId &centre, bool large)
{
    QStringList yes;
    if (large)
        std::transform(std::begin(storyFacts), std::end(storyFacts), std::back_inserter(yes), words);
    else
        std::transform(std::begin(smallFacts), std::end(smallFacts), std::back_inserter(yes), words);
    const QDate asOf(2026, 9, 1);
    QSet<FactId> stated;
    for (const CriteriaPack &pack : m_workspace->packs())
        for (const ProfileFactDefinition &fact : pack.facts) {
            std::optional<FactValue> value;
            if (fact.type == ValueType::Boolean)
                value = FactValue(yes.contains(fact.id.text()));
            else if (fact.id.text() == QLatin1String("volume.iec_12m"))
                value = FactValue(qint64 {large ? 22 : 8});
            if (!value || stated.contains(fact.id))
                continue;
            stated.insert(fact.id);
            *m_now += minute / 4;
            if (auto set = m_workspace->centres().setFact(centre, {fact.id, value, asOf, qualityManager().name}); !set)
                return set;
        }
    return {};
}

Result<std::unique_ptr<AuditSession>> DemoTeller::startAudit(
    const CentreId &centre, AuditKind kind, const QString &title, QDate start)
{
    const auto known = m_workspace->centres().find(centre);
    if (!known)
        return known.error();
    Audit audit;
    audit.centre = centre;
    audit.kind = kind;
    audit.title = title;
    audit.startsOn = start;
    audit.endsOn = start.addDays(kind == AuditKind::SelfAssessment ? 90 : 1);
    audit.scope.activities = QStringLiteral("Commercial CAR-T cell therapy, from referral to long-term follow-up");
    audit.scope.periodFrom = start.addYears(-1);
    audit.scope.periodTo = start;
    for (const Facility &facility : known->facilities)
        audit.scope.facilities.append(facility.id);
    if (kind != AuditKind::SelfAssessment) {
        audit.team.append({leadAuditor().name, Role::LeadAuditor, leadAuditor().organisation, QStringLiteral("clinical")});
        audit.team.append({QStringLiteral("Piotr Nowak (fictional)"), Role::Auditor, leadAuditor().organisation,
            QStringLiteral("collection and processing")});
    }
    for (const CriteriaPack &pack : m_workspace->packs())
        audit.packs.append({pack.id, pack.version, pack.digest});
    const auto id = m_workspace->startAudit(audit);
    if (!id)
        return id.error();
    return m_workspace->openAudit(*id);
}

// Everything Met but what the story insists on, then one criterion after the other partially met until the graded score
// is down to the target (hundredths of a percent). Gates are left to the story.
Plan DemoTeller::planFor(const AuditSession &session, const DemoAnswer *fixed, qsizetype count, int target)
{
    Plan plan;
    ScoreBoard board = session.board();
    QList<CriterionId> candidates;
    const auto put = [&](const CriterionId &criterion, ResponseLevel level, const QString &text) {
        plan.answers.insert(criterion, {level, text});
        for (const FacilityId &facility : board.part(criterion).facilities)
            board.setResponse(criterion, facility, level, false);
    };
    for (const Criterion &criterion : session.packs().criteria()) {
        put(criterion.id, ResponseLevel::Met, {});
        if (!criterion.isGate && !criterion.perFacility && board.part(criterion.id).applies == Truth::Yes)
            candidates.append(criterion.id);
    }
    for (qsizetype i = 0; i < count; ++i) {
        put(CriterionId(words(fixed[i].criterion)), fixed[i].level, words(fixed[i].text));
        candidates.removeAll(CriterionId(words(fixed[i].criterion)));
    }
    std::shuffle(candidates.begin(), candidates.end(), m_random);
    int note = 0;
    while (!candidates.isEmpty() && board.overall().graded.comparedTo(target) > 0)
        put(candidates.takeLast(), ResponseLevel::PartiallyMet,
            words(partialNotes[size_t(note++) % std::size(partialNotes)]));
    return plan;
}

Result<void> DemoTeller::answerOne(AuditSession &session, const ResponseKey &key, const Plan::Answer &answer)
{
    *m_now += minute / 2;
    const bool isClaim = answer.level == ResponseLevel::NotApplicable;
    if (auto set = session.responses().setLevel(key, answer.level, isClaim ? answer.text : QString()); !set)
        return set;
    return isClaim || answer.text.isEmpty() ? Result<void>() : session.responses().setNote(key, answer.text);
}

// The first `percentage` of the applicable criteria, in reading order.
Result<void> DemoTeller::answerAll(AuditSession &session, const Plan &plan, Party party, int percentage)
{
    const int wanted = session.board().overall().applicable * percentage / 100;
    int answered = 0;
    for (const Criterion &criterion : session.packs().criteria()) {
        const ScoreBoard::Part part = session.board().part(criterion.id);
        if (part.applies != Truth::Yes || !part.inScope || answered++ >= wanted)
            continue;
        for (const FacilityId &facility : part.facilities)
            if (auto done = answerOne(session, {criterion.id, facility, party}, plan.answers.value(criterion.id)); !done)
                return done.error().withContext(criterion.id.text());
    }
    return {};
}

Result<void> DemoTeller::raiseFindings(AuditSession &session)
{
    for (const CriterionId &criterion : session.findings().withoutFinding()) {
        const bool isRepeat = criterion.text() == QLatin1String("QMS-09");
        for (const FacilityId &facility : session.board().part(criterion).facilities) {
            auto finding = session.findings().proposed(criterion, facility, isRepeat);
            if (!finding)
                continue;
            *m_now += minute;
            finding->risk = RiskCell {finding->severity == Severity::Minor ? HarmLikelihood::Low : HarmLikelihood::Moderate,
                isRepeat ? HarmScope::Pattern : HarmScope::Limited};
            finding->evidence = QStringLiteral("Documents and interviews on the day of the visit.");
            finding->requestedAnswer
                = QStringLiteral("State the cause, what was corrected, and show proof that the correction is in use.");
            const auto raised = session.findings().raise(*finding);
            if (!raised)
                return raised.error().withContext(criterion.text());
            if (auto moved = session.findings().moveTo(*raised, FindingState::Proposed, {}); !moved)
                return moved;
        }
    }
    return {};
}

Result<void> DemoTeller::tellStory(const CentreId &centre)
{
    auto started = startAudit(
        centre, AuditKind::Initial, QStringLiteral("Initial qualification audit 2026"), QDate(2026, 9, 28));
    if (!started)
        return started.error();
    AuditSession &session = **started;
    const Plan own = planFor(session, storyOfCentre, std::size(storyOfCentre), 9400);
    const Plan audited = planFor(session, storyOfAuditors, std::size(storyOfAuditors), 8600);
    DemoVisit visit(session, [this] { *m_now += minute / 4; });
    for (const auto &step : std::initializer_list<std::function<Result<void>()>> {
             [&] { return session.moveTo(AuditState::SelfAssessment, {}); },
             [&] { return answerAll(session, own, Party::Centre, 100); },
             [&] { return visit.addEvidence(); },
             [&] { return work(leadAuditor(), 14 * 24 * 60); },
             [&] { return visit.plan(); },
             [&] { return work(qualityManager(), 3 * 24 * 60); },
             [&] { return visit.answerRequests(); },
             [&] { return work(leadAuditor(), 4 * 24 * 60); },
             [&] { return session.moveTo(AuditState::OnSite, {}); },
             [&] { return visit.settleRequests(); },
             [&] { return visit.hold(MeetingKind::Opening); },
             [&] { return answerAll(session, audited, Party::Auditor, 100); },
             [&] { return visit.drawSample(); },
             [&] { return raiseFindings(session); },
             [&] { return visit.linkToFindings(); },
             [&] { return visit.hold(MeetingKind::Closing); },
             [&] { return session.moveTo(AuditState::Consolidation, {}); },
         })
        if (auto done = step(); !done)
            return done;
    return {};
}

Result<void> DemoTeller::tellVisitUnderWay(const CentreId &centre)
{
    if (auto ready = work(leadAuditor(), 24 * 60); !ready)
        return ready;
    auto started = startAudit(
        centre, AuditKind::Surveillance, QStringLiteral("Surveillance audit, autumn 2026"), QDate(2026, 9, 29));
    if (!started)
        return started.error();
    AuditSession &session = **started;
    const Plan plan = planFor(session, nullptr, 0, 9200);
    if (auto moved = session.moveTo(AuditState::OnSite, {}); !moved)
        return moved;
    return answerAll(session, plan, Party::Auditor, 65);
}

Result<void> DemoTeller::tellSelfAssessmentUnderWay(const CentreId &centre)
{
    if (auto ready = work(qualityManager(), 24 * 60); !ready)
        return ready;
    auto started
        = startAudit(centre, AuditKind::SelfAssessment, QStringLiteral("Self-assessment 2027"), QDate(2026, 9, 30));
    if (!started)
        return started.error();
    return answerAll(**started, planFor(**started, nullptr, 0, 9300), Party::Centre, 40);
}

Result<void> DemoTeller::confirmAll(AuditSession &session)
{
    if (auto ready = work(reviewer(), 3 * 24 * 60); !ready)
        return ready;
    if (auto moved = session.moveTo(AuditState::InReview, {}); !moved)
        return moved;
    const QList<Finding> findings = session.findings().all();
    for (const Finding &finding : findings) {
        *m_now += minute;
        if (auto confirmed = session.findings().moveTo(finding.id, FindingState::Confirmed, {}); !confirmed)
            return confirmed;
    }
    return session.moveTo(AuditState::ActionsOpen, {});
}

Result<void> DemoTeller::askAll(AuditSession &session)
{
    if (auto ready = work(leadAuditor(), 60); !ready)
        return ready;
    const QList<Finding> findings = session.findings().all();
    for (const Finding &finding : findings) {
        if (finding.kind != FindingKind::Nonconformity)
            continue;
        *m_now += minute;
        if (auto asked = session.findings().moveTo(finding.id, FindingState::ResponseRequested, {}); !asked)
            return asked;
    }
    return {};
}

Result<void> DemoTeller::answerFinding(AuditSession &session, const FindingId &finding)
{
    *m_now += 20 * minute;
    CorrectiveAction action = session.actions().at(finding);
    action.containment = words("Until then two people look at every case together.");
    action.correction = words(answerOfCentre.correction);
    action.whys.clear();
    for (const char *why : answerOfCentre.whys)
        action.whys.append(words(why));
    action.rootCause = words(answerOfCentre.rootCause);
    action.action = words(answerOfCentre.action);
    action.owner = words(answerOfCentre.owner);
    action.dueOn = QDate(2026, 12, 15);
    if (auto written = session.actions().change(action); !written)
        return written;
    return session.findings().moveTo(finding, FindingState::ResponseReceived, words(answerOfCentre.remark));
}

Result<void> DemoTeller::proveAndClose(AuditSession &session, const FindingId &finding)
{
    if (auto ready = work(qualityManager(), 5 * 24 * 60); !ready)
        return ready;
    CorrectiveAction action = session.actions().at(finding);
    for (const auto &[proof, word] : EnumText<Proof>::table)
        action.proofs.insert(proof, QStringLiteral("Folder “Actions 2026”, document %1").arg(int(proof) + 1));
    if (auto written = session.actions().change(action); !written)
        return written;
    if (auto ready = work(leadAuditor(), 24 * 60); !ready)
        return ready;
    action = session.actions().at(finding);
    action.check.plannedOn = QDate(2027, 4, 1);
    if (auto planned = session.actions().change(action, words("Half a year of work under the new rule.")); !planned)
        return planned;
    return session.findings().moveTo(finding, FindingState::Closed, {});
}

// One finding for each place an answer can be in: returned once and closed, accepted, answered, returned; the rest wait.
Result<void> DemoTeller::tellAnswers(AuditSession &session)
{
    QList<FindingId> asked;
    for (const Finding &finding : session.findings().all())
        if (finding.state == FindingState::ResponseRequested)
            asked.append(finding.id);
    if (asked.size() < 4)
        return Error {ErrorCode::Internal, QStringLiteral("the story has too few findings to answer"), {}};
    const auto judge = [&](qsizetype place, FindingState to, const char *remark) {
        return session.findings().moveTo(asked[place], to, words(remark));
    };
    for (const auto &step : std::initializer_list<std::function<Result<void>()>> {
             [&] { return work(qualityManager(), 6 * 24 * 60); },
             [&] { return answerFinding(session, asked[0]); },
             [&] { return answerFinding(session, asked[3]); },
             [&] { return work(leadAuditor(), 2 * 24 * 60); },
             [&] { return judge(0, FindingState::Returned, "Who trains the team that works at night?"); },
             [&] { return judge(3, FindingState::Returned, "The cause named is the fault itself. Please ask why once more."); },
             [&] { return work(qualityManager(), 3 * 24 * 60); },
             [&] { return answerFinding(session, asked[0]); },
             [&] { return answerFinding(session, asked[1]); },
             [&] { return answerFinding(session, asked[2]); },
             [&] { return work(leadAuditor(), 24 * 60); },
             [&] { return judge(0, FindingState::Accepted, "The plan reaches the cause."); },
             [&] { return judge(1, FindingState::Accepted, "Accepted; the proofs are to follow."); },
             [&] { return proveAndClose(session, asked[0]); },
         })
        if (auto done = step(); !done)
            return done;
    return {};
}

Result<void> DemoTeller::tellActionsOpen(const CentreId &centre)
{
    if (auto ready = work(leadAuditor(), 24 * 60); !ready)
        return ready;
    auto started
        = startAudit(centre, AuditKind::ForCause, QStringLiteral("For-cause audit, September 2026"), QDate(2026, 9, 14));
    if (!started)
        return started.error();
    AuditSession &session = **started;
    const Plan plan = planFor(session, nullptr, 0, 9300);
    for (const auto &step : std::initializer_list<std::function<Result<void>()>> {
             [&] { return session.moveTo(AuditState::OnSite, {}); },
             [&] { return answerAll(session, plan, Party::Auditor, 100); },
             [&] { return raiseFindings(session); },
             [&] { return session.moveTo(AuditState::Submitted, {}); },
             [&] { return confirmAll(session); },
             [&] { return askAll(session); },
             [&] { return tellAnswers(session); },
         })
        if (auto done = step(); !done)
            return done;
    return {};
}

Result<void> DemoTeller::tellDrawnAudit(const CentreId &centre, int number)
{
    if (auto ready = work(leadAuditor(), 60); !ready)
        return ready;
    const QDate start = QDate(2026, 10, 1).addDays(-drawn(700));
    auto started = startAudit(centre, drawn(2) == 0 ? AuditKind::Renewal : AuditKind::Initial,
        QStringLiteral("Audit %1").arg(number + 1), start);
    if (!started)
        return started.error();
    AuditSession &session = **started;
    const Plan plan = planFor(session, nullptr, 0, 8000 + drawn(2000));
    if (auto done = answerAll(session, plan, Party::Auditor, 100); !done)
        return done;
    return raiseFindings(session);
}

Result<void> DemoTeller::tell()
{
    if (auto opened = openWorkspace(); !opened)
        return opened;
    QList<CentreId> centres;
    for (int i = 0; i < m_request.centres; ++i) {
        const auto centre = addCentre(i);
        if (!centre)
            return centre.error();
        centres.append(*centre);
    }
    for (int i = 0; i < m_request.audits; ++i) {
        // After the story's three, each centre gets its turn, the ones without an audit first; the fourth has actions.
        const auto told = i == 0 ? tellStory(centres.first())
            : i == 1             ? tellVisitUnderWay(centres[1 % centres.size()])
            : i == 2             ? tellSelfAssessmentUnderWay(centres.first())
            : i == 3             ? tellActionsOpen(centres[2 % centres.size()])
                                 : tellDrawnAudit(centres[(i - 1) % centres.size()], i);
        if (!told)
            return told.error().withContext(QStringLiteral("demonstration audit %1").arg(i + 1));
    }
    return {};
}

} // namespace

Result<void> createDemonstration(const QString &path, const DemoRequest &request)
{
    return DemoTeller(path, request).tell();
}

} // namespace cq
