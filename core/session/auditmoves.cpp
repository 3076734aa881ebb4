// SPDX-License-Identifier: GPL-3.0-or-later
// How an audit moves from state to state, and what is kept of it on the way.
#include "core/session/auditsession.h"

#include "core/base/sha256.h"
#include "core/session/auditparts.h"
#include "core/session/reportcheck.h"

namespace cq {

namespace {

// States at which the whole audit is kept as a snapshot (architecture.md, "Boost.Serialization").
bool isMilestone(AuditState state)
{
    return state >= AuditState::Consolidation && state != AuditState::Cancelled;
}

Result<void> judgeMove(AuditState from, AuditState to, const QString &reason)
{
    const QString step = QStringLiteral("%1 to %2").arg(textOf(from), textOf(to));
    switch (stateMove(from, to)) {
    case StateMove::NotAllowed:
        return Error {ErrorCode::Refused, QStringLiteral("an audit cannot move from %1").arg(step), {}};
    case StateMove::Backward:
        if (reason.trimmed().isEmpty())
            return Error {ErrorCode::InvalidInput, QStringLiteral("moving from %1 needs a reason").arg(step), {}};
        break;
    case StateMove::Forward:
        break;
    }
    return {};
}

} // namespace

Result<Change> AuditSession::Private::seal(AuditRecord record, const QString &reason)
{
    auto &parts = *workspace.d;
    const auto before = parts.sealStore.load(audit.id);
    auto entries = parts.trailStore.load(audit.id.text());
    // The state has a say in which answers count, so the score is that of the state reached.
    const auto reached = ScoreBoard::make(ScoringInput::of(record, packs));
    for (const Error *error : {before ? nullptr : &before.error(), entries ? nullptr : &entries.error(),
             reached ? nullptr : &reached.error()})
        if (error)
            return *error;
    record.trail = std::move(*entries);
    record.result = recordedResult(reached->sheet());
    const QByteArray bytes = recordBytes(record);

    Seal seal;
    seal.number = int(before->size()) + 1;
    seal.state = record.audit.state;
    seal.reason = reason;
    seal.person = parts.person.name;
    seal.role = parts.person.role;
    seal.at = parts.surroundings.clock();
    seal.digest = sha256Hex(bytes);
    seal.trailHead = cq::trailHead(record.trail);
    seal.previous = before->isEmpty() ? trailStart() : before->last().digest;
    if (auto put = parts.sealStore.put(audit.id, seal, bytes); !put)
        return put.error();
    return Change {audit.id.text(), sealAction(), QStringLiteral("seal %1").arg(seal.number),
        before->isEmpty() ? QString() : QString::fromLatin1(seal.previous), QString::fromLatin1(seal.digest), reason};
}

Result<void> AuditSession::moveTo(AuditState state, const QString &reason)
{
    if (auto allowed = d->workspace.d->mayWrite(); !allowed)
        return allowed;
    if (auto allowed = judgeMove(d->audit.state, state, reason); !allowed)
        return allowed;
    AuditRecord after = d->recordNow();
    after.audit.state = state;
    if (isFrozen(d->audit.state) && !isFrozen(state)) {
        const auto live = d->workspace.centres().find(d->centre.id);
        if (!live)
            return live.error();
        after.centre = *live;
    }
    if (isMilestone(state))
        if (auto added = d->addEvidence(after); !added)
            return added;
    auto &parts = *d->workspace.d;
    const auto write = [&]() -> Result<void> {
        if (auto updated = parts.auditStore.update(after.audit); !updated)
            return updated;
        if (isFrozen(state) && !isFrozen(d->audit.state))
            if (auto frozen = parts.auditStore.freezeCentre(after.audit.id, after.centre); !frozen)
                return frozen;
        if (!isMilestone(state))
            return {};
        return parts.snapshotStore.put(textOf(state), parts.surroundings.clock(), after);
    };
    const Change change {{}, QStringLiteral("audit.state"), {}, textOf(d->audit.state), textOf(state), reason};
    const auto done = isSealed(state) ? d->commit(change, write, [&] { return d->seal(after, reason); })
                                      : d->commit(change, write);
    if (!done)
        return done;
    d->audit.state = state;
    d->centre = after.centre;
    d->rebuildBoard();
    Q_EMIT auditChanged();
    Q_EMIT scoreChanged();
    Q_EMIT d->workspace.auditsChanged();
    return {};
}

} // namespace cq
