// SPDX-License-Identifier: GPL-3.0-or-later
// How findings move: through their states, and several into one.
#include "core/findings/findinglabel.h"
#include "core/findings/findingmerge.h"
#include "core/session/auditparts.h"
#include "core/session/evidencedesk.h"
#include "core/session/findingdesk.h"
#include "core/session/findingwords.h"

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

Error noFinding()
{
    return {ErrorCode::NotFound, QStringLiteral("no such finding"), {}};
}

QString labels(const QList<Finding> &findings)
{
    QStringList names;
    for (const Finding &finding : findings)
        names.append(findingLabel(finding.number));
    return names.join(QStringLiteral(", "));
}

// What findings rest on, once each, as links of the one they become.
QList<EvidenceLink> linksFrom(const QList<Finding> &findings, const QList<EvidenceLink> &all, const FindingId &into)
{
    QList<EvidenceLink> links;
    for (const EvidenceLink &link : all) {
        const EvidenceLink moved {link.evidence, {}, into};
        const bool isTheirs = std::any_of(
            findings.begin(), findings.end(), [&](const Finding &finding) { return finding.id == link.finding; });
        if (isTheirs && !links.contains(moved))
            links.append(moved);
    }
    return links;
}

Change linkChange(AuditSession &session, const EvidenceLink &link, const Finding &whole, bool isLinked)
{
    const auto evidence = session.workspace().evidence().find(session.audit().centre, link.evidence);
    const QString title = evidence ? evidence->title : link.evidence.text();
    if (!isLinked)
        return {{}, QStringLiteral("evidence.unlinked"), findingLabel(whole.number), title, {}, {}};
    const QString digest = evidence ? QString::fromLatin1(evidence->digest) : QString();
    return {{}, QStringLiteral("evidence.linked"), findingLabel(whole.number), {},
        QStringLiteral("%1; SHA-256 %2").arg(title, digest), {}};
}

} // namespace

bool FindingDesk::mayMoveTo(const FindingId &id, FindingState state) const
{
    const auto finding = find(id);
    return finding && mayMove(finding->state, state, m_session.d->findingPart());
}

Result<void> FindingDesk::moveTo(const FindingId &id, FindingState state, const QString &reason)
{
    // Answers stand still once submitted, but findings live on: only observers and read-only files are kept out.
    auto &d = *m_session.d;
    if (auto allowed = d.workspace.d->mayWrite(); !allowed)
        return allowed;
    const auto before = find(id);
    if (!before)
        return noFinding();
    if (!mayFollow(before->state, state))
        return refused(
            QStringLiteral("a finding cannot move from %1 to %2").arg(textOf(before->state), textOf(state)));
    if (!mayMoveTo(id, state))
        return refused(QStringLiteral("a %1 does not move a finding to %2")
                           .arg(textOf(m_session.workspace().person().role), textOf(state)));
    if (needsReason(before->state, state) && reason.trimmed().isEmpty())
        return invalid(QStringLiteral("moving a finding from %1 to %2 needs a reason")
                           .arg(textOf(before->state), textOf(state)));
    Finding after = *before;
    after.state = state;
    std::optional<CorrectiveAction> action;
    if (isActionStep(state)) {
        auto stepped = m_session.actions().afterStep(*before, state, reason);
        if (!stepped)
            return stepped.error();
        action = std::move(*stepped);
    }
    const Change change {{}, QStringLiteral("finding.state"), findingLabel(after.number), textOf(before->state), textOf(state),
        reason};
    const auto done = d.commit(change, [&]() -> Result<void> {
        if (auto stored = d.workspace.d->findingStore.put(d.audit.id, after); !stored)
            return stored;
        return action ? d.workspace.d->actionStore.put(*action) : Result<void>();
    });
    if (!done)
        return done;
    d.keep(after);
    if (action)
        d.keep(*action);
    Q_EMIT findingChanged(id);
    if (action)
        Q_EMIT m_session.actions().actionChanged(id);
    Q_EMIT m_session.scoreChanged();
    return {};
}

std::optional<Finding> FindingDesk::merged(const QList<FindingId> &findings) const
{
    QList<Finding> chosen;
    for (const FindingId &id : findings)
        if (const auto finding = find(id))
            chosen.append(*finding);
    std::sort(chosen.begin(), chosen.end(), [](const Finding &a, const Finding &b) { return a.number < b.number; });
    const bool hasTwice = std::adjacent_find(chosen.begin(), chosen.end()) != chosen.end();
    if (chosen.size() != findings.size() || hasTwice || !mayMerge(chosen))
        return std::nullopt;
    Finding into = mergedFinding(chosen);
    const QDate today = m_session.d->workspace.d->surroundings.clock().localDate();
    into.dueOn = proposeDueDate(m_session.packs().policy(), into.severity, today);
    return into;
}

Result<FindingId> FindingDesk::merge(const QList<FindingId> &findings, const Finding &into, const QString &reason)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed.error();
    const auto fresh = merged(findings);
    if (!fresh)
        return refused(QStringLiteral("only two or more minor nonconformities that the centre was not asked about yet "
                                      "can become one"));
    if (reason.trimmed().isEmpty())
        return invalid(QStringLiteral("merging findings needs a reason"));
    if (auto sound = judge(into); !sound)
        return sound.error();
    if (!into.id.isEmpty() && find(into.id))
        return Error {ErrorCode::Conflict, QStringLiteral("the finding is there already"), {}};
    auto &d = *m_session.d;
    auto &parts = *d.workspace.d;
    Finding whole = into;
    whole.state = fresh->state;
    if (into.id.isEmpty()) {
        const auto number = parts.findingStore.nextNumber(d.audit.id);
        if (!number)
            return number.error();
        whole.id = FindingId(parts.surroundings.newId());
        whole.number = *number;
        whole.raisedBy = parts.person.name;
        whole.raisedAt = parts.surroundings.clock();
    }
    QList<Finding> withdrawn;
    for (const FindingId &id : findings)
        withdrawn.append(*find(id));
    for (Finding &finding : withdrawn)
        finding.state = FindingState::Withdrawn;
    const QList<EvidenceLink> links = linksFrom(withdrawn, d.evidenceLinks, whole.id);
    QList<Change> changes;
    changes.append({{}, QStringLiteral("finding.merged"), findingLabel(whole.number), labels(withdrawn), findingInWords(whole),
        QStringLiteral("merged into %1: %2").arg(findingLabel(whole.number), reason)});
    for (const EvidenceLink &link : links)
        changes.append(linkChange(m_session, link, whole, true));
    const auto done = d.commitAll(changes, [&]() -> Result<void> {
        for (const Finding &finding : withdrawn + QList<Finding> {whole})
            if (auto stored = parts.findingStore.put(d.audit.id, finding); !stored)
                return stored;
        for (const EvidenceLink &link : links)
            if (auto stored = parts.evidenceStore.link(d.audit.id, link); !stored)
                return stored;
        return {};
    });
    if (!done)
        return done.error();
    for (const Finding &finding : withdrawn + QList<Finding> {whole})
        d.keep(finding);
    d.evidenceLinks.append(links);
    Q_EMIT findingRaised(whole.id);
    for (const Finding &finding : withdrawn)
        Q_EMIT findingChanged(finding.id);
    for (const EvidenceLink &link : links)
        Q_EMIT m_session.evidence().linksChanged(link);
    Q_EMIT m_session.scoreChanged();
    return whole.id;
}

Result<void> FindingDesk::unmerge(const FindingId &into, const QList<Finding> &before, const QString &reason)
{
    if (auto allowed = mayWrite(); !allowed)
        return allowed;
    const auto whole = find(into);
    if (!whole)
        return noFinding();
    if (whole->state != FindingState::Noted && whole->state != FindingState::Proposed)
        return refused(QStringLiteral("the finding is %1 already").arg(textOf(whole->state)));
    for (const Finding &finding : before) {
        const auto now = find(finding.id);
        if (!now || now->state != FindingState::Withdrawn)
            return refused(QStringLiteral("%1 was not merged").arg(findingLabel(finding.number)));
    }
    auto &d = *m_session.d;
    auto &parts = *d.workspace.d;
    // What came with the merging goes with it; evidence it got later is not thrown away silently.
    QList<EvidenceLink> links = linksFrom(before, d.evidenceLinks, into);
    links.removeIf([&](const EvidenceLink &link) { return !d.evidenceLinks.contains(link); });
    if (std::any_of(d.evidenceLinks.begin(), d.evidenceLinks.end(),
            [&](const EvidenceLink &link) { return link.finding == into && !links.contains(link); }))
        return refused(
            QStringLiteral("%1 has evidence of its own; take its links away first").arg(findingLabel(whole->number)));
    QList<Change> changes;
    for (const EvidenceLink &link : links)
        changes.append(linkChange(m_session, link, *whole, false));
    changes.append({{}, QStringLiteral("finding.unmerged"), findingLabel(whole->number), findingInWords(*whole), labels(before),
        reason});
    const auto done = d.commitAll(changes, [&]() -> Result<void> {
        for (const EvidenceLink &link : links)
            if (auto stored = parts.evidenceStore.unlink(d.audit.id, link); !stored)
                return stored;
        for (const Finding &finding : before)
            if (auto stored = parts.findingStore.put(d.audit.id, finding); !stored)
                return stored;
        return parts.findingStore.remove(d.audit.id, into);
    });
    if (!done)
        return done;
    d.evidenceLinks.removeIf([&](const EvidenceLink &link) { return link.finding == into; });
    d.findings.removeIf([&](const Finding &finding) { return finding.id == into; });
    for (const Finding &finding : before)
        d.keep(finding);
    Q_EMIT findingRemoved(into);
    for (const Finding &finding : before)
        Q_EMIT findingChanged(finding.id);
    for (const EvidenceLink &link : links)
        Q_EMIT m_session.evidence().linksChanged(link);
    Q_EMIT m_session.scoreChanged();
    return {};
}

} // namespace cq
