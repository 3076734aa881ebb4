// SPDX-License-Identifier: GPL-3.0-or-later
// How findings move: through their states, and several into one.
#include "core/findings/findingmerge.h"
#include "core/session/auditparts.h"
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
        names.append(findingLabel(finding));
    return names.join(QStringLiteral(", "));
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
    if (state == FindingState::Withdrawn && reason.trimmed().isEmpty())
        return invalid(QStringLiteral("withdrawing a finding needs a reason"));
    Finding after = *before;
    after.state = state;
    std::optional<CorrectiveAction> action;
    if (isActionStep(state)) {
        auto stepped = m_session.actions().afterStep(*before, state, reason);
        if (!stepped)
            return stepped.error();
        action = std::move(*stepped);
    }
    const Change change {{}, QStringLiteral("finding.state"), findingLabel(after), textOf(before->state), textOf(state),
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
    const Change change {{}, QStringLiteral("finding.merged"), findingLabel(whole), labels(withdrawn),
        findingInWords(whole), QStringLiteral("merged into %1: %2").arg(findingLabel(whole), reason)};
    const auto done = d.commit(change, [&]() -> Result<void> {
        for (const Finding &finding : withdrawn + QList<Finding> {whole})
            if (auto stored = parts.findingStore.put(d.audit.id, finding); !stored)
                return stored;
        return {};
    });
    if (!done)
        return done.error();
    for (const Finding &finding : withdrawn + QList<Finding> {whole})
        d.keep(finding);
    Q_EMIT findingRaised(whole.id);
    for (const Finding &finding : withdrawn)
        Q_EMIT findingChanged(finding.id);
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
            return refused(QStringLiteral("%1 was not merged").arg(findingLabel(finding)));
    }
    auto &d = *m_session.d;
    auto &parts = *d.workspace.d;
    const Change change {{}, QStringLiteral("finding.unmerged"), findingLabel(*whole), findingInWords(*whole),
        labels(before), reason};
    const auto done = d.commit(change, [&]() -> Result<void> {
        for (const Finding &finding : before)
            if (auto stored = parts.findingStore.put(d.audit.id, finding); !stored)
                return stored;
        return parts.findingStore.remove(d.audit.id, into);
    });
    if (!done)
        return done;
    d.findings.removeIf([&](const Finding &finding) { return finding.id == into; });
    for (const Finding &finding : before)
        d.keep(finding);
    Q_EMIT findingRemoved(into);
    for (const Finding &finding : before)
        Q_EMIT findingChanged(finding.id);
    Q_EMIT m_session.scoreChanged();
    return {};
}

} // namespace cq
