// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/findingdesk.h"

#include "core/findings/findinglabel.h"
#include "core/session/auditparts.h"
#include "core/session/findingwords.h"

#include <QSet>

#include <algorithm>

namespace cq {

namespace {

Error refused(const QString &detail)
{
    return {ErrorCode::Refused, detail, {}};
}

Error invalid(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

} // namespace

FindingDesk::FindingDesk(AuditSession &session)
    : m_session(session)
{
}

const QList<Finding> &FindingDesk::all() const
{
    return m_session.d->findings;
}

std::optional<Finding> FindingDesk::find(const FindingId &id) const
{
    for (const Finding &finding : all())
        if (finding.id == id)
            return finding;
    return std::nullopt;
}

QList<Finding> FindingDesk::of(const CriterionId &criterion) const
{
    QList<Finding> found;
    std::copy_if(all().begin(), all().end(), std::back_inserter(found),
        [&](const Finding &finding) { return finding.criteria.contains(criterion); });
    return found;
}

std::optional<Finding> FindingDesk::proposed(
    const CriterionId &criterion, const FacilityId &facility, bool isRepeat) const
{
    const int index = m_session.packs().indexOf(criterion);
    if (index < 0)
        return std::nullopt;
    const Response response
        = m_session.responses().at({criterion, facility, resultParty(m_session.audit().kind)});
    const ScoringPolicy &policy = m_session.packs().policy();
    isRepeat = isRepeat || earlier(criterion);
    const auto proposal = proposeSeverity(policy, m_session.packs().criteria()[index], response.level, isRepeat);
    if (!proposal)
        return std::nullopt;
    Finding finding;
    finding.kind = proposal->kind;
    finding.severity = proposal->severity;
    finding.proposedSeverity = proposal->severity;
    finding.criteria = {criterion};
    finding.facility = facility;
    finding.statement = response.note;
    finding.isRepeat = isRepeat;
    const QDate today = m_session.d->workspace.d->surroundings.clock().localDate();
    finding.dueOn = proposeDueDate(policy, finding.severity, today);
    return finding;
}

std::optional<EarlierFinding> FindingDesk::earlier(const CriterionId &criterion) const
{
    if (!m_earlier) {
        auto &parts = *m_session.d->workspace.d;
        const auto found = parts.findingStore.earlier(m_session.audit().id);
        if (!found)
            parts.note(found.error(), m_session.d->workspace);
        m_earlier = found ? *found : QHash<CriterionId, EarlierFinding>();
    }
    const auto known = m_earlier->constFind(criterion);
    return known == m_earlier->constEnd() ? std::nullopt : std::optional(*known);
}

QList<CriterionId> FindingDesk::withoutFinding() const
{
    QSet<CriterionId> named;
    for (const Finding &finding : all())
        if (finding.state != FindingState::Withdrawn)
            for (const CriterionId &criterion : finding.criteria)
                named.insert(criterion);
    QList<CriterionId> missing;
    for (const Criterion &criterion : m_session.packs().criteria()) {
        if (named.contains(criterion.id))
            continue;
        const ScoreBoard::Part part = m_session.board().part(criterion.id);
        const bool falls = part.level == ResponseLevel::PartiallyMet || part.level == ResponseLevel::NotMet;
        if (falls && part.applies == Truth::Yes && part.inScope)
            missing.append(criterion.id);
    }
    return missing;
}

Result<void> FindingDesk::mayWrite() const
{
    if (auto allowed = m_session.d->mayChange(); !allowed)
        return allowed;
    const auto party = m_session.ownParty();
    if (party != resultParty(m_session.audit().kind) && party != Party::Reviewer)
        return refused(QStringLiteral("a %1 does not write findings of this audit")
                           .arg(textOf(m_session.workspace().person().role)));
    return {};
}

Result<void> FindingDesk::judge(const Finding &finding) const
{
    if (finding.criteria.isEmpty())
        return invalid(QStringLiteral("a finding names at least one criterion"));
    for (const CriterionId &criterion : finding.criteria)
        if (m_session.packs().indexOf(criterion) < 0)
            return invalid(QStringLiteral("no criterion %1 in this audit").arg(criterion.text()));
    if (!finding.facility.isEmpty()
        && std::none_of(m_session.facilities().begin(), m_session.facilities().end(),
            [&](const Facility &facility) { return facility.id == finding.facility; }))
        return invalid(QStringLiteral("the facility is not in the audit's scope"));
    for (const QString &text : {finding.statement, finding.evidence, finding.requestedAnswer})
        if (text.size() > maxTextLength)
            return invalid(QStringLiteral("a text is longer than %1 characters").arg(maxTextLength));
    return {};
}

Result<void> FindingDesk::put(const Finding &finding, const QString &action, const QString &oldValue,
    const QString &newValue, const QString &reason)
{
    auto &d = *m_session.d;
    const Change change {{}, action, findingLabel(finding.number), oldValue, newValue, reason};
    const auto done = d.commit(change, [&] { return d.workspace.d->findingStore.put(d.audit.id, finding); });
    if (!done)
        return done;
    d.keep(finding);
    return {};
}

Result<FindingId> FindingDesk::raise(Finding finding)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed.error();
    if (auto sound = judge(finding); !sound)
        return sound.error();
    auto &parts = *m_session.d->workspace.d;
    const auto number = parts.findingStore.nextNumber(m_session.audit().id);
    if (!number)
        return number.error();
    finding.id = FindingId(parts.surroundings.newId());
    finding.number = *number;
    finding.state = FindingState::Noted;
    finding.raisedBy = parts.person.name;
    finding.raisedAt = parts.surroundings.clock();
    if (auto done = put(finding, QStringLiteral("finding.raised"), {}, findingInWords(finding), {}); !done)
        return done.error();
    Q_EMIT findingRaised(finding.id);
    Q_EMIT m_session.scoreChanged();
    return finding.id;
}

Result<void> FindingDesk::change(const Finding &finding, const QString &reason)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed;
    if (auto sound = judge(finding); !sound)
        return sound;
    const auto before = find(finding.id);
    if (!before)
        return Error {ErrorCode::NotFound, QStringLiteral("no such finding"), {}};
    if (before->state != FindingState::Noted && reason.trimmed().isEmpty())
        return invalid(QStringLiteral("the finding is %1: changing it needs a reason").arg(textOf(before->state)));
    Finding after = finding;
    after.number = before->number;
    after.state = before->state;
    after.raisedBy = before->raisedBy;
    after.raisedAt = before->raisedAt;
    if (after == *before)
        return {};
    if (auto done = put(after, QStringLiteral("finding.changed"), findingInWords(*before), findingInWords(after), reason); !done)
        return done;
    Q_EMIT findingChanged(after.id);
    Q_EMIT m_session.scoreChanged();
    return {};
}

Result<void> FindingDesk::remove(const FindingId &id, const QString &reason)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed;
    const auto before = find(id);
    if (!before)
        return Error {ErrorCode::NotFound, QStringLiteral("no such finding"), {}};
    if (before->state != FindingState::Noted)
        return refused(QStringLiteral("a finding that is %1 can only be withdrawn").arg(textOf(before->state)));
    if (!m_session.evidence().of(id).isEmpty())
        return refused(QStringLiteral("evidence is linked to the finding: take the links away first"));
    auto &d = *m_session.d;
    const Change change {{}, QStringLiteral("finding.removed"), findingLabel(before->number), findingInWords(*before), {}, reason};
    if (auto done = d.commit(change, [&] { return d.workspace.d->findingStore.remove(d.audit.id, id); }); !done)
        return done;
    d.findings.removeIf([&](const Finding &finding) { return finding.id == id; });
    d.board.setFindings(d.findings);
    Q_EMIT findingRemoved(id);
    Q_EMIT m_session.scoreChanged();
    return {};
}

Result<void> FindingDesk::restore(const Finding &finding)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed;
    if (auto sound = judge(finding); !sound)
        return sound;
    if (find(finding.id))
        return Error {ErrorCode::Conflict, QStringLiteral("the finding is there already"), {}};
    if (auto done = put(finding, QStringLiteral("finding.restored"), {}, findingInWords(finding), {}); !done)
        return done;
    Q_EMIT findingRaised(finding.id);
    Q_EMIT m_session.scoreChanged();
    return {};
}

} // namespace cq
