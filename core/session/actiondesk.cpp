// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/actiondesk.h"

#include "core/findings/findinglabel.h"
#include "core/session/auditparts.h"
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

template <class E> QString listed(const QList<E> &values)
{
    QStringList words;
    for (const E value : values)
        words.append(textOf(value));
    return words.join(QStringLiteral(", "));
}

using Lines = QList<std::pair<QString, QString>>;

// Every part of an action under its name.
Lines linesOf(const CorrectiveAction &action)
{
    const auto day = [](QDate date) { return date.toString(Qt::ISODate); };
    Lines lines {{QStringLiteral("containment"), action.containment}, {QStringLiteral("correction"), action.correction},
        {QStringLiteral("whys"), action.whys.join(QStringLiteral(" / "))},
        {QStringLiteral("root cause"), action.rootCause}, {QStringLiteral("action"), action.action},
        {QStringLiteral("owner"), action.owner}, {QStringLiteral("due"), day(action.dueOn)},
        {QStringLiteral("answer due"), day(action.answerDueOn)},
        {QStringLiteral("containment due"), day(action.containmentDueOn)},
        {QStringLiteral("check planned"), day(action.check.plannedOn)},
        {QStringLiteral("check result"), action.check.result ? textOf(action.check.result->verdict) : QString()}};
    for (const auto &[proof, word] : EnumText<Proof>::table)
        lines.append({QStringLiteral("proof ") + QLatin1String(word),
            action.proofs.contains(proof) ? u'[' + action.proofs.value(proof) + u']' : QString()});
    return lines;
}

// Only what differs, so that the trail tells the change and not the action.
std::pair<QString, QString> difference(const CorrectiveAction &before, const CorrectiveAction &after)
{
    const Lines old = linesOf(before);
    const Lines now = linesOf(after);
    QStringList oldWords;
    QStringList newWords;
    for (qsizetype i = 0; i < old.size(); ++i) {
        if (old[i].second == now[i].second)
            continue;
        oldWords.append(old[i].first + QStringLiteral(": ") + old[i].second);
        newWords.append(now[i].first + QStringLiteral(": ") + now[i].second);
    }
    return {oldWords.join(QStringLiteral("; ")), newWords.join(QStringLiteral("; "))};
}

bool samePlan(const CorrectiveAction &a, const CorrectiveAction &b)
{
    return std::tie(a.containment, a.correction, a.whys, a.rootCause, a.action, a.owner)
        == std::tie(b.containment, b.correction, b.whys, b.rootCause, b.action, b.owner);
}

bool sameDates(const CorrectiveAction &a, const CorrectiveAction &b)
{
    return std::tie(a.dueOn, a.answerDueOn, a.containmentDueOn, a.check.plannedOn)
        == std::tie(b.dueOn, b.answerDueOn, b.containmentDueOn, b.check.plannedOn);
}

// Said by a check that found the action wanting, and by nothing since: such a check closes a closed finding once more.
bool isLastCheck(const EffectivenessCheck::Result &result, const QList<ActionStep> &steps)
{
    if (result.verdict != EffectivenessResult::NotEffective || steps.size() < 2)
        return false;
    const ActionStep said {FindingState::Closed, result.remark, result.by, result.at};
    return steps.last() == said && steps.at(steps.size() - 2).state == FindingState::Closed;
}

Result<void> judgeTexts(const CorrectiveAction &action)
{
    for (const QString &text : {action.containment, action.correction, action.rootCause, action.action})
        if (text.size() > ActionDesk::maxTextLength)
            return invalid(QStringLiteral("a text is longer than %1 characters").arg(ActionDesk::maxTextLength));
    if (action.whys.size() > CorrectiveAction::maxWhys)
        return invalid(QStringLiteral("why is asked at most %1 times").arg(CorrectiveAction::maxWhys));
    for (const QString &line : action.whys + action.proofs.values() + QStringList {action.owner})
        if (line.size() > ActionDesk::maxLineLength)
            return invalid(QStringLiteral("a line is longer than %1 characters").arg(ActionDesk::maxLineLength));
    return {};
}

// What the move wants the action to hold.
Result<void> judgeStep(const Finding &finding, const CorrectiveAction &action, FindingState to)
{
    if (to == FindingState::ResponseReceived)
        if (const auto gaps = gapsOf(finding, action); !gaps.isEmpty())
            return invalid(QStringLiteral("the answer lacks: %1").arg(listed(gaps)));
    if (to != FindingState::Closed || finding.state != FindingState::Accepted
        || finding.kind != FindingKind::Nonconformity)
        return {};
    if (const auto missing = missingProofs(action); !missing.isEmpty())
        return invalid(QStringLiteral("proofs are missing: %1").arg(listed(missing)));
    if (needsEffectivenessCheck(finding) && !action.check.plannedOn.isValid())
        return invalid(QStringLiteral("an effectiveness check must be planned first"));
    return {};
}

} // namespace

ActionDesk::ActionDesk(AuditSession &session)
    : m_session(session)
{
}

CorrectiveAction ActionDesk::at(const FindingId &finding) const
{
    const auto known = m_session.d->actions.find(finding);
    if (known != m_session.d->actions.end())
        return *known;
    CorrectiveAction empty;
    empty.finding = finding;
    return empty;
}

bool ActionDesk::mayWrite(ActionPart part, const FindingId &finding) const
{
    const auto known = m_session.findings().find(finding);
    return known && cq::mayWrite(part, known->state, m_session.d->findingPart());
}

Result<void> ActionDesk::mayChange(
    const CorrectiveAction &before, const CorrectiveAction &after, const QString &reason) const
{
    if (auto allowed = m_session.d->workspace.d->mayWrite(); !allowed)
        return allowed;
    const auto finding = m_session.findings().find(after.finding);
    if (!finding)
        return Error {ErrorCode::NotFound, QStringLiteral("no such finding"), {}};
    const FindingPart who = m_session.d->findingPart();
    const auto check = [&](ActionPart part, bool isSame, const char *what) -> Result<void> {
        if (isSame || cq::mayWrite(part, finding->state, who))
            return {};
        return refused(QStringLiteral("the finding is %1: a %2 does not write the %3 of its action now")
                           .arg(textOf(finding->state), textOf(m_session.workspace().person().role),
                               QLatin1String(what)));
    };
    for (const auto &allowed : {check(ActionPart::Plan, samePlan(before, after), "plan"),
             check(ActionPart::Proofs, before.proofs == after.proofs, "proofs"),
             check(ActionPart::Dates, sameDates(before, after), "dates")})
        if (!allowed)
            return allowed;
    if (!who.answers && !sameDates(before, after) && reason.trimmed().isEmpty())
        return invalid(QStringLiteral("moving a date of the centre's action needs a reason"));
    return judgeTexts(after);
}

Result<void> ActionDesk::put(const CorrectiveAction &action, const QString &entry, const QString &oldValue,
    const QString &newValue, const QString &reason)
{
    auto &d = *m_session.d;
    const Change change {
        {}, entry, findingLabel(m_session.findings().find(action.finding)->number), oldValue, newValue, reason};
    if (auto done = d.commit(change, [&] { return d.workspace.d->actionStore.put(action); }); !done)
        return done;
    d.keep(action);
    Q_EMIT actionChanged(action.finding);
    return {};
}

Result<void> ActionDesk::change(const CorrectiveAction &action, const QString &reason)
{
    const CorrectiveAction before = at(action.finding);
    CorrectiveAction after = action;
    after.steps = before.steps;
    after.check.result = before.check.result;
    if (after.check.plannedOn != before.check.plannedOn) {
        if (before.check.result && before.check.result->verdict == EffectivenessResult::NotEffective)
            after.check.result.reset();
        else if (!before.check.result && action.check.result && isLastCheck(*action.check.result, before.steps))
            after.check.result = action.check.result; // the move of the day is taken back
    }
    while (!after.whys.isEmpty() && after.whys.last().trimmed().isEmpty())
        after.whys.removeLast();
    if (auto allowed = mayChange(before, after, reason); !allowed)
        return allowed;
    if (after == before)
        return {};
    const auto [oldWords, newWords] = difference(before, after);
    return put(after, QStringLiteral("action.changed"), oldWords, newWords, reason);
}

Result<void> ActionDesk::recordCheck(const FindingId &finding, EffectivenessResult verdict, const QString &remark)
{
    if (verdict == EffectivenessResult::Effective)
        return m_session.findings().moveTo(finding, FindingState::EffectivenessVerified, remark);
    // What may be verified may also be found wanting.
    if (!m_session.findings().mayMoveTo(finding, FindingState::EffectivenessVerified))
        return refused(QStringLiteral("only a closed finding is checked, by those who find or review"));
    if (remark.trimmed().isEmpty())
        return invalid(QStringLiteral("the result of a check needs a remark"));
    auto &parts = *m_session.d->workspace.d;
    CorrectiveAction after = at(finding);
    const EffectivenessCheck::Result result {verdict, remark, parts.person.name, parts.surroundings.clock()};
    after.check.result = result;
    after.steps.append({FindingState::Closed, remark, result.by, result.at});
    return put(after, QStringLiteral("action.checked"), {}, textOf(verdict), remark);
}

Result<CorrectiveAction> ActionDesk::afterStep(const Finding &finding, FindingState to, const QString &remark) const
{
    CorrectiveAction action = at(finding.id);
    if (auto sound = judgeStep(finding, action, to); !sound)
        return sound.error();
    const auto &parts = *m_session.d->workspace.d;
    const Timestamp now = parts.surroundings.clock();
    const ScoringPolicy &policy = m_session.packs().policy();
    const bool isNonconformity = finding.kind == FindingKind::Nonconformity;
    if (isNonconformity && (to == FindingState::ResponseRequested || to == FindingState::Returned))
        action.answerDueOn = proposeAnswerDay(policy, finding.severity, now.localDate());
    if (isNonconformity && to == FindingState::ResponseRequested)
        action.containmentDueOn = proposeContainmentDay(policy, finding.severity, now);
    if (to == FindingState::EffectivenessVerified)
        action.check.result
            = EffectivenessCheck::Result {EffectivenessResult::Effective, remark, parts.person.name, now};
    action.steps.append({to, remark, parts.person.name, now});
    return action;
}

} // namespace cq
