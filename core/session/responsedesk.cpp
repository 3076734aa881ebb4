// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/responsedesk.h"

#include "core/session/auditparts.h"
#include "core/session/hiddenanswers.h"

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

// A response in one line, as the trail tells it when several of its parts change at once.
QString inWords(const Response &response)
{
    QString text = textOf(response.level);
    if (!response.note.isEmpty())
        text += QStringLiteral("; note: ") + response.note;
    if (!response.justification.isEmpty())
        text += QStringLiteral("; justification: ") + response.justification;
    if (response.naAccepted)
        text += QStringLiteral("; accepted");
    return text;
}

// Lanes of one party are told apart by the action: "response.level", "verification.level".
QString actionIn(Party lane, const QString &action)
{
    const bool isFollowUp = lane == Party::Correction || lane == Party::Verification;
    return isFollowUp ? textOf(lane) + action.mid(action.indexOf(u'.')) : action;
}

} // namespace

ResponseDesk::ResponseDesk(AuditSession &session)
    : m_session(session)
{
}

Response ResponseDesk::at(const ResponseKey &key) const
{
    const auto known = m_session.d->responses.find(key);
    if (known != m_session.d->responses.end())
        return *known;
    Response empty;
    empty.key = key;
    return empty;
}

QList<Response> ResponseDesk::all() const
{
    return m_session.d->responses.values();
}

bool ResponseDesk::needsReason(const ResponseKey &key) const
{
    // What is said while actions are open is not relied on yet.
    return !m_session.isFollowUp() && m_session.audit().state >= AuditState::Consolidation && at(key).level != ResponseLevel::NotAssessed;
}

void ResponseDesk::setBlindMode(BlindMode mode)
{
    if (m_blindMode == mode)
        return;
    m_blindMode = mode;
    Q_EMIT blindModeChanged();
}

bool ResponseDesk::isWanting(const CriterionId &criterion, const FacilityId &facility) const
{
    const ResponseLevel audited = at({criterion, facility, resultParty(m_session.audit().kind)}).level;
    return audited != ResponseLevel::Met && audited != ResponseLevel::NotAssessed;
}

bool ResponseDesk::isHidden(const ResponseKey &key) const
{
    if (key.party != Party::Centre || m_session.ownParty() != Party::Auditor || isFrozen(m_session.audit().state))
        return false;
    const int index = m_session.packs().indexOf(key.criterion);
    const ResponseLevel own = at({key.criterion, key.facility, Party::Auditor}).level;
    return index >= 0 && isBlind(m_blindMode, m_session.packs().criteria().at(index), own);
}

bool ResponseDesk::isHidden(const TrailEntry &entry) const
{
    const QList<ResponseKey> keys = centreAnswersIn(entry, m_session.facilities());
    return std::any_of(keys.cbegin(), keys.cend(), [this](const ResponseKey &key) { return isHidden(key); });
}

Result<void> ResponseDesk::mayAnswer(const ResponseKey &key) const
{
    const bool isFollowUp = m_session.isFollowUp();
    if (auto allowed = isFollowUp ? m_session.d->workspace.d->mayWrite() : m_session.d->mayChange(); !allowed)
        return allowed;
    if (m_session.lane() != key.party)
        return refused(QStringLiteral("a %1 does not write the answers of the %2")
                           .arg(textOf(m_session.workspace().person().role), textOf(key.party)));
    const int index = m_session.packs().indexOf(key.criterion);
    if (index < 0)
        return Error {ErrorCode::NotFound, QStringLiteral("no criterion %1 in this audit").arg(key.criterion.text()), {}};
    const ScoreBoard::Part part = m_session.board().part(key.criterion);
    if (!part.inScope)
        return refused(QStringLiteral("%1 is not part of this kind of audit").arg(key.criterion.text()));
    if (part.applies == Truth::No)
        return refused(QStringLiteral("%1 does not apply to this centre").arg(key.criterion.text()));
    if (!part.facilities.contains(key.facility)) {
        const bool perFacility = !part.facilities.first().isEmpty();
        return invalid(perFacility
                ? QStringLiteral("%1 is answered per facility; name one in the audit's scope").arg(key.criterion.text())
                : QStringLiteral("%1 is answered once for the whole programme").arg(key.criterion.text()));
    }
    if (isFollowUp && !isWanting(key.criterion, key.facility))
        return refused(QStringLiteral("%1 was not found wanting, so there is nothing to correct").arg(key.criterion.text()));
    return {};
}

Response ResponseDesk::counting(const CriterionId &criterion, const FacilityId &facility) const
{
    const Response audited = at({criterion, facility, resultParty(m_session.audit().kind)});
    const Response verified = at({criterion, facility, Party::Verification});
    const bool isVerified
        = verified.level != ResponseLevel::NotAssessed && m_session.audit().state >= AuditState::ActionsOpen;
    return isVerified ? verified : audited;
}

QString ResponseDesk::targetOf(const ResponseKey &key) const
{
    QString target = key.criterion.text();
    if (!key.facility.isEmpty())
        target += QStringLiteral(" @ ") + m_session.d->facilityName(key.facility);
    return target;
}

Result<void> ResponseDesk::store(const QList<Edit> &edits, const QString &reason)
{
    if (edits.isEmpty())
        return {};
    auto &d = *m_session.d;
    QList<Change> changes;
    for (const Edit &edit : edits) {
        if (edit.after.note.size() > maxTextLength || edit.after.justification.size() > maxTextLength)
            return invalid(QStringLiteral("a text is longer than %1 characters").arg(maxTextLength));
        if (needsReason(edit.after.key) && reason.trimmed().isEmpty())
            return invalid(QStringLiteral("the audit is in consolidation: changing an answer needs a reason"));
        changes.append({{}, actionIn(edit.after.key.party, edit.action), targetOf(edit.after.key), edit.oldValue,
            edit.newValue, reason});
    }
    const auto write = [&]() -> Result<void> {
        for (const Edit &edit : edits)
            if (auto put = d.workspace.d->auditStore.putResponse(d.audit.id, edit.after); !put)
                return put;
        return {};
    };
    if (auto done = d.commitAll(changes, write); !done)
        return done;
    bool counts = false;
    for (const Edit &edit : edits) {
        const ResponseKey &key = edit.after.key;
        d.responses.insert(key, edit.after);
        if (key.party == resultParty(d.audit.kind) || key.party == Party::Verification) {
            const Response now = counting(key.criterion, key.facility);
            d.board.setResponse(key.criterion, key.facility, now.level, now.naAccepted);
            counts = true;
        }
    }
    for (const Edit &edit : edits)
        Q_EMIT responseChanged(edit.after.key);
    if (counts)
        Q_EMIT m_session.scoreChanged();
    return {};
}

Response ResponseDesk::signedByPerson(Response response) const
{
    response.answeredBy = m_session.workspace().person().name;
    response.answeredAt = m_session.d->workspace.d->surroundings.clock();
    return response;
}

Result<std::optional<ResponseDesk::Edit>> ResponseDesk::levelEdit(
    const ResponseKey &key, ResponseLevel level, const QString &justification) const
{
    if (auto allowed = mayAnswer(key); !allowed)
        return allowed.error();
    const Response before = at(key);
    Response after = signedByPerson(before);
    after.level = level;
    after.naAccepted = false;
    if (!justification.trimmed().isEmpty())
        after.justification = justification;
    if (level == ResponseLevel::NotApplicable) {
        const Criterion &criterion = m_session.packs().criteria()[m_session.packs().indexOf(key.criterion)];
        if (!criterion.naAllowed || m_session.isFollowUp())
            return refused(QStringLiteral("%1 cannot be claimed not applicable").arg(key.criterion.text()));
        if (after.justification.trimmed().isEmpty())
            return invalid(QStringLiteral("\"not applicable\" needs a justification"));
    }
    if (after.level == before.level && after.justification == before.justification)
        return std::optional<Edit>();
    const bool withText = after.justification != before.justification;
    return std::optional(Edit {after, QStringLiteral("response.level"),
        withText ? inWords(before) : textOf(before.level), withText ? inWords(after) : textOf(level)});
}

Result<void> ResponseDesk::setLevel(
    const ResponseKey &key, ResponseLevel level, const QString &justification, const QString &reason)
{
    return setLevels({key}, level, justification, reason);
}

Result<void> ResponseDesk::setLevels(
    const QList<ResponseKey> &keys, ResponseLevel level, const QString &justification, const QString &reason)
{
    QList<Edit> edits;
    for (const ResponseKey &key : keys) {
        // Given for several places, it stands where none stood; a claim's own words are not replaced by it.
        const bool isItsOwn = keys.size() == 1 || at(key).justification.trimmed().isEmpty();
        const auto edit = levelEdit(key, level, isItsOwn ? justification : QString());
        if (!edit)
            return edit.error();
        if (*edit)
            edits.append(**edit);
    }
    if (edits.size() > 1 && reason.trimmed().isEmpty())
        return invalid(QStringLiteral("answering several criteria at once needs a reason"));
    return store(edits, reason);
}

QList<ResponseKey> ResponseDesk::differingFacilities(const ResponseKey &from) const
{
    QList<ResponseKey> differing;
    const Response here = at(from);
    for (const FacilityId &facility : m_session.board().part(from.criterion).facilities) {
        const ResponseKey key {from.criterion, facility, from.party};
        const Response there = at(key);
        const bool sameClaim = here.level != ResponseLevel::NotApplicable || there.justification == here.justification;
        const bool isAsked = !m_session.isFollowUp() || isWanting(from.criterion, facility);
        if (facility != from.facility && isAsked && (there.level != here.level || !sameClaim))
            differing.append(key);
    }
    return differing;
}

Result<void> ResponseDesk::copyToFacilities(const ResponseKey &from, const QString &reason)
{
    if (auto allowed = mayAnswer(from); !allowed)
        return allowed;
    const Response here = at(from);
    if (from.facility.isEmpty())
        return invalid(QStringLiteral("%1 is answered once for the whole programme").arg(from.criterion.text()));
    if (here.level == ResponseLevel::NotAssessed)
        return refused(QStringLiteral("%1 has no answer here to copy").arg(targetOf(from)));
    const bool isClaim = here.level == ResponseLevel::NotApplicable;
    QList<Edit> edits;
    for (const ResponseKey &key : differingFacilities(from)) {
        auto edit = levelEdit(key, here.level, isClaim ? here.justification : QString());
        if (!edit)
            return edit.error();
        if (*edit) {
            (*edit)->action = QStringLiteral("response.copied");
            edits.append(**edit);
        }
    }
    return store(edits, reason);
}

Result<void> ResponseDesk::setNote(const ResponseKey &key, const QString &note, const QString &reason)
{
    if (auto allowed = mayAnswer(key); !allowed)
        return allowed;
    const Response before = at(key);
    if (before.note == note)
        return {};
    Response after = before.answeredBy.isEmpty() ? signedByPerson(before) : before;
    after.note = note;
    return store({{after, QStringLiteral("response.note"), before.note, note}}, reason);
}

Result<void> ResponseDesk::setJustification(
    const ResponseKey &key, const QString &justification, const QString &reason)
{
    if (auto allowed = mayAnswer(key); !allowed)
        return allowed;
    const Response before = at(key);
    if (before.justification == justification)
        return {};
    if (before.level == ResponseLevel::NotApplicable && justification.trimmed().isEmpty())
        return invalid(QStringLiteral("\"not applicable\" needs a justification"));
    Response after = before.answeredBy.isEmpty() ? signedByPerson(before) : before;
    after.justification = justification;
    // What a reviewer accepted was the old wording.
    after.naAccepted = false;
    return store({{after, QStringLiteral("response.justification"), before.justification, justification}}, reason);
}

bool ResponseDesk::mayJudgeClaims() const
{
    return m_session.d->workspace.d->mayWrite() && m_session.workspace().person().role == Role::Reviewer
        && m_session.audit().state <= AuditState::InReview;
}

Result<void> ResponseDesk::setNaAccepted(const ResponseKey &key, bool accepted, const QString &reason)
{
    if (auto allowed = m_session.d->workspace.d->mayWrite(); !allowed)
        return allowed;
    if (m_session.workspace().person().role != Role::Reviewer)
        return refused(QStringLiteral("only a reviewer accepts \"not applicable\""));
    if (!mayJudgeClaims())
        return refused(QStringLiteral("the audit is %1: claims were judged before").arg(textOf(m_session.audit().state)));
    const Response before = at(key);
    if (before.level != ResponseLevel::NotApplicable)
        return invalid(QStringLiteral("%1 is not claimed not applicable").arg(key.criterion.text()));
    if (reason.trimmed().isEmpty())
        return invalid(QStringLiteral("accepting or refusing \"not applicable\" needs a reason"));
    if (before.naAccepted == accepted)
        return {};
    Response after = before;
    after.naAccepted = accepted;
    const auto word = [](bool yes) { return yes ? QStringLiteral("accepted") : QStringLiteral("not accepted"); };
    return store({{after, QStringLiteral("response.na-judged"), word(before.naAccepted), word(accepted)}}, reason);
}

Result<void> ResponseDesk::restore(const Response &response, const QString &reason)
{
    return restore(QList<Response> {response}, reason);
}

Result<void> ResponseDesk::restore(const QList<Response> &responses, const QString &reason)
{
    QList<Edit> edits;
    for (const Response &response : responses) {
        if (auto allowed = mayAnswer(response.key); !allowed)
            return allowed;
        const Response before = at(response.key);
        if (before != response)
            edits.append({response, QStringLiteral("response.restored"), inWords(before), inWords(response)});
    }
    return store(edits, reason);
}

} // namespace cq
