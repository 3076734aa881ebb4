// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/auditsession.h"

#include "core/session/auditparts.h"
#include "core/session/reportcheck.h"

#include <algorithm>

namespace cq {

namespace {

QList<Facility> facilitiesInScope(const Audit &audit, const Centre &centre)
{
    QList<Facility> inScope;
    std::copy_if(centre.facilities.begin(), centre.facilities.end(), std::back_inserter(inScope),
        [&](const Facility &facility) { return audit.scope.facilities.contains(facility.id); });
    return inScope;
}

QString scopeText(const Audit &audit)
{
    QStringList team;
    for (const TeamMember &member : audit.team)
        team.append(QStringLiteral("%1 (%2)").arg(member.name, textOf(member.role)));
    return QStringLiteral("%1; %2; %3; %4 to %5; %6 facilities; %7")
        .arg(audit.title, textOf(audit.method), audit.scope.activities, audit.startsOn.toString(Qt::ISODate),
            audit.endsOn.toString(Qt::ISODate))
        .arg(audit.scope.facilities.size())
        .arg(team.join(QStringLiteral(", ")));
}

} // namespace

Result<VisitParts> VisitParts::load(const VisitStore &store, const AuditId &audit)
{
    const auto plan = store.plan(audit);
    const auto declarations = store.declarations(audit);
    const auto requests = store.requests(audit);
    const auto meetings = store.meetings(audit);
    for (const Error *error : {plan ? nullptr : &plan.error(), declarations ? nullptr : &declarations.error(),
             requests ? nullptr : &requests.error(), meetings ? nullptr : &meetings.error()})
        if (error)
            return *error;
    return VisitParts {*plan, *declarations, *requests, *meetings, {}, {}};
}

AuditSession::Private::Private(
    Workspace &owner, AuditSession &session, AuditRecord &&loaded, const PackSet &set, ScoreBoard &&scored)
    : workspace(owner)
    , audit(std::move(loaded.audit))
    , centre(std::move(loaded.centre))
    , packs(set)
    , facilities(facilitiesInScope(audit, centre))
    , findings(std::move(loaded.findings))
    , board(std::move(scored))
    , responseDesk(session)
    , findingDesk(session)
    , sampleDesk(session)
    , visitDesk(session)
    , evidenceLinkDesk(session)
    , actionDesk(session)
    , sealDesk(session)
{
    for (const Response &response : loaded.responses)
        responses.insert(response.key, response);
    for (const CorrectiveAction &action : loaded.actions)
        actions.insert(action.finding, action);
}

Result<void> AuditSession::Private::mayChange() const
{
    if (auto allowed = workspace.d->mayWrite(); !allowed)
        return allowed;
    if (isFrozen(audit.state))
        return Error {ErrorCode::Refused,
            QStringLiteral("the audit is %1: what was submitted stands still").arg(textOf(audit.state)), {}};
    return {};
}

Result<void> AuditSession::Private::commit(Change change, const std::function<Result<void>()> &write)
{
    change.subject = audit.id.text();
    return workspace.d->commit(change, write);
}

Result<void> AuditSession::Private::commit(
    Change change, const std::function<Result<void>()> &write, const std::function<Result<Change>()> &then)
{
    change.subject = audit.id.text();
    return workspace.d->commit(change, write, then);
}

Result<void> AuditSession::Private::commitAll(QList<Change> changes, const std::function<Result<void>()> &write)
{
    for (Change &change : changes)
        change.subject = audit.id.text();
    return workspace.d->commitAll(changes, write);
}

QString AuditSession::Private::facilityName(const FacilityId &id) const
{
    for (const Facility &facility : centre.facilities)
        if (facility.id == id)
            return facility.name;
    return id.text();
}

AuditRecord AuditSession::Private::recordNow() const
{
    AuditRecord record;
    record.audit = audit;
    record.centre = centre;
    record.responses = responses.values();
    std::sort(record.responses.begin(), record.responses.end(), [](const Response &a, const Response &b) {
        return std::tie(a.key.criterion, a.key.facility, a.key.party)
            < std::tie(b.key.criterion, b.key.facility, b.key.party);
    });
    record.findings = findings;
    for (const Finding &finding : findings)
        if (const auto action = actions.find(finding.id); action != actions.end())
            record.actions.append(*action);
    record.samples = samples;
    record.plan = visit.plan;
    record.declarations = visit.declarations;
    record.requests = visit.requests;
    record.meetings = visit.meetings;
    return record;
}

Result<void> AuditSession::Private::addEvidence(AuditRecord &record) const
{
    QHash<EvidenceId, Evidence> library;
    for (const Evidence &evidence : evidenceLinkDesk.library())
        library.insert(evidence.id, evidence);
    QSet<EvidenceId> added;
    for (const EvidenceLink &link : evidenceLinks) {
        const auto found = library.constFind(link.evidence);
        if (found == library.constEnd())
            return Error {ErrorCode::NotFound,
                QStringLiteral("evidence %1, which the audit uses").arg(link.evidence.text()), {}};
        if (!added.contains(link.evidence))
            record.evidence.append(*found);
        added.insert(link.evidence);
    }
    record.evidenceLinks = evidenceLinks;
    return {};
}

FindingPart AuditSession::Private::findingPart() const
{
    FindingPart part;
    const Role role = workspace.person().role;
    if (!workspace.d->mayWrite())
        return part;
    const auto party = audit.kind == AuditKind::SelfAssessment ? std::optional(Party::Centre) : partyOf(role);
    part.finds = party == resultParty(audit.kind);
    part.answers = party == Party::Centre;
    part.reviews = role == Role::Reviewer;
    return part;
}

void AuditSession::Private::keep(const Finding &finding)
{
    const auto place = std::lower_bound(findings.begin(), findings.end(), finding,
        [](const Finding &a, const Finding &b) { return a.number < b.number; });
    if (place != findings.end() && place->id == finding.id)
        *place = finding;
    else
        findings.insert(place, finding);
    board.setFindings(findings);
}

void AuditSession::Private::keep(const CorrectiveAction &action)
{
    actions.insert(action.finding, action);
}

void AuditSession::Private::rebuildBoard()
{
    facilities = facilitiesInScope(audit, centre);
    // The limits that can fail were judged when the audit started or changed; the packs are pinned.
    if (auto fresh = ScoreBoard::make(ScoringInput::of(recordNow(), packs)))
        board = std::move(*fresh);
}

Result<std::unique_ptr<AuditSession>> Workspace::openAudit(const AuditId &id)
{
    const QString step = QStringLiteral("opening audit %1").arg(id.text());
    AuditRecord record;
    const auto audit = d->auditStore.load(id);
    if (!audit)
        return audit.error().withContext(step);
    record.audit = *audit;
    const auto frozen = isFrozen(audit->state) ? d->auditStore.frozenCentre(id) : std::optional<Centre>();
    if (!frozen)
        return frozen.error().withContext(step);
    const auto centre = *frozen ? Result<Centre>(**frozen) : d->centreStore.load(audit->centre);
    const auto responses = d->auditStore.responses(id);
    const auto findings = d->findingStore.load(id);
    const auto actions = d->actionStore.load(id);
    const auto samples = d->sampleStore.load(id);
    const auto visit = VisitParts::load(d->visitStore, id);
    const auto links = d->evidenceStore.links(id);
    const auto packs = packSet(audit->packs);
    for (const Error *error : {centre ? nullptr : &centre.error(), responses ? nullptr : &responses.error(),
             findings ? nullptr : &findings.error(), samples ? nullptr : &samples.error(),
             visit ? nullptr : &visit.error(), links ? nullptr : &links.error(), packs ? nullptr : &packs.error(),
             actions ? nullptr : &actions.error()})
        if (error)
            return error->withContext(step);
    record.centre = *centre;
    record.responses = *responses;
    record.findings = *findings;
    record.actions = *actions;
    auto board = ScoreBoard::make(ScoringInput::of(record, *packs));
    if (!board)
        return board.error().withContext(step);
    std::unique_ptr<AuditSession> session(new AuditSession);
    session->d = std::make_unique<AuditSession::Private>(
        *this, *session, std::move(record), *packs, std::move(*board));
    session->d->samples = *samples;
    session->d->visit = *visit;
    session->d->evidenceLinks = *links;
    session->followCentre();
    return session;
}

AuditSession::AuditSession() = default;

AuditSession::~AuditSession() = default;

void AuditSession::followCentre()
{
    CentreDesk &centres = d->workspace.centres();
    connect(&centres, &CentreDesk::factChanged, this, [this](const CentreId &centre, const FactId &fact) {
        if (centre != d->centre.id || isFrozen(d->audit.state))
            return;
        const auto now = d->workspace.centres().find(centre);
        if (!now)
            return;
        d->centre = *now;
        const auto known = d->centre.profile.find(fact);
        d->board.setFact(fact, known == d->centre.profile.end() ? std::optional<FactValue>() : known->value);
        Q_EMIT applicabilityChanged();
        Q_EMIT scoreChanged();
    });
    connect(&centres, &CentreDesk::centreChanged, this, [this](const CentreId &centre) {
        if (centre != d->centre.id || isFrozen(d->audit.state))
            return;
        const auto now = d->workspace.centres().find(centre);
        if (!now)
            return;
        d->centre = *now;
        d->rebuildBoard();
        Q_EMIT auditChanged();
        Q_EMIT applicabilityChanged();
        Q_EMIT scoreChanged();
    });
}

const Audit &AuditSession::audit() const
{
    return d->audit;
}

const Centre &AuditSession::centre() const
{
    return d->centre;
}

const PackSet &AuditSession::packs() const
{
    return d->packs;
}

const QList<Facility> &AuditSession::facilities() const
{
    return d->facilities;
}

std::optional<Party> AuditSession::ownParty() const
{
    if (!d->workspace.d->mayWrite())
        return std::nullopt;
    if (d->audit.kind == AuditKind::SelfAssessment)
        return Party::Centre;
    return partyOf(d->workspace.person().role);
}

bool AuditSession::isFollowUp() const
{
    return d->audit.state == AuditState::ActionsOpen && d->audit.kind != AuditKind::SelfAssessment;
}

std::optional<Party> AuditSession::lane() const
{
    const std::optional<Party> own = ownParty();
    return own && isFollowUp() ? followUpOf(*own) : own;
}

const ScoreBoard &AuditSession::board() const
{
    return d->board;
}

Result<ScoreSheet> AuditSession::sheetFor(Party party) const
{
    ScoringInput input = ScoringInput::of(d->recordNow(), d->packs);
    input.party = party;
    input.responses.removeIf([this](const Response &response) { return d->responseDesk.isHidden(response.key); });
    const auto board = ScoreBoard::make(input);
    if (!board)
        return board.error();
    return board->sheet();
}

Result<ScoreSheet> AuditSession::sheetWithoutClaims() const
{
    return cq::sheetWithoutClaims(d->recordNow(), d->packs);
}

Comparison AuditSession::comparison() const
{
    QList<Response> seen = d->responses.values();
    seen.removeIf([this](const Response &response) { return d->responseDesk.isHidden(response.key); });
    return compareAnswers(d->board, seen);
}

Result<std::optional<AuditSession::Earlier>> AuditSession::sinceSelfAssessment(const ScoreBoard &now) const
{
    const auto audit = selfAssessmentBefore(d->workspace.audits(), d->audit);
    if (!audit)
        return std::optional<Earlier>();
    const auto then = d->workspace.openAudit(audit->id);
    if (!then)
        return then.error();
    return std::optional(Earlier {*audit, progressBetween((*then)->board(), now)});
}

ResponseDesk &AuditSession::responses()
{
    return d->responseDesk;
}

FindingDesk &AuditSession::findings()
{
    return d->findingDesk;
}

ActionDesk &AuditSession::actions()
{
    return d->actionDesk;
}

const ActionDesk &AuditSession::actions() const
{
    return d->actionDesk;
}

const ResponseDesk &AuditSession::responses() const
{
    return d->responseDesk;
}

const FindingDesk &AuditSession::findings() const
{
    return d->findingDesk;
}

SampleDesk &AuditSession::samples()
{
    return d->sampleDesk;
}

VisitDesk &AuditSession::visit()
{
    return d->visitDesk;
}

const SampleDesk &AuditSession::samples() const
{
    return d->sampleDesk;
}

const VisitDesk &AuditSession::visit() const
{
    return d->visitDesk;
}

EvidenceLinkDesk &AuditSession::evidence()
{
    return d->evidenceLinkDesk;
}

const EvidenceLinkDesk &AuditSession::evidence() const
{
    return d->evidenceLinkDesk;
}

const SealDesk &AuditSession::seals() const
{
    return d->sealDesk;
}

Result<void> AuditSession::change(const Audit &audit)
{
    if (auto allowed = d->mayChange(); !allowed)
        return allowed;
    Audit changed = d->audit;
    changed.title = audit.title;
    changed.method = audit.method;
    changed.scope = audit.scope;
    changed.startsOn = audit.startsOn;
    changed.endsOn = audit.endsOn;
    changed.team = audit.team;
    changed.reportLanguage = audit.reportLanguage;
    if (changed.title.trimmed().isEmpty())
        return Error {ErrorCode::InvalidInput, QStringLiteral("an audit needs a title"), {}};
    AuditRecord record = d->recordNow();
    record.audit = changed;
    if (auto board = ScoreBoard::make(ScoringInput::of(record, d->packs)); !board)
        return board.error();
    const Change change {
        {}, QStringLiteral("audit.changed"), changed.title, scopeText(d->audit), scopeText(changed), {}};
    if (auto done = d->commit(change, [&] { return d->workspace.d->auditStore.update(changed); }); !done)
        return done;
    d->audit = changed;
    d->rebuildBoard();
    Q_EMIT auditChanged();
    Q_EMIT applicabilityChanged();
    Q_EMIT scoreChanged();
    Q_EMIT d->workspace.auditsChanged();
    return {};
}

Result<QList<TrailEntry>> AuditSession::trail() const
{
    return d->workspace.trail(d->audit.id.text());
}

Result<AuditRecord> AuditSession::record() const
{
    AuditRecord record = d->recordNow();
    auto entries = trail();
    if (!entries)
        return entries.error();
    record.trail = *entries;
    if (auto added = d->addEvidence(record); !added)
        return added.error();
    record.result = recordedResult(d->board.sheet());
    return record;
}

Workspace &AuditSession::workspace() const
{
    return d->workspace;
}

} // namespace cq
