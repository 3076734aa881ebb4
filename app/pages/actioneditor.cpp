// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/actioneditor.h"

#include "app/commands/changeactioncommand.h"
#include "app/models/findingsmodel.h"
#include "app/support/messagebar.h"
#include "app/support/prompts.h"
#include "app/support/words.h"
#include "core/session/actiondesk.h"
#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"
#include "core/session/workspace.h"

#include <QPointer>
#include <QUndoStack>

#include <tuple>

namespace cq {

ActionEditor::ActionEditor(
    AuditSession &session, QUndoStack &undo, Prompts &prompts, MessageBar &message, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_undo(undo)
    , m_prompts(prompts)
    , m_message(message)
    , m_window(window)
{
}

std::optional<Finding> ActionEditor::finding() const
{
    return m_finding.isEmpty() ? std::nullopt : m_session.findings().find(m_finding);
}

CorrectiveAction ActionEditor::stored() const
{
    return m_session.actions().at(m_finding);
}

bool ActionEditor::mayWrite(ActionPart part) const
{
    return !m_session.workspace().isReadOnly() && m_session.actions().mayWrite(part, m_finding);
}

QString ActionEditor::whoWrites(ActionPart part) const
{
    const auto known = finding();
    if (!known || mayWrite(part))
        return {};
    if (m_session.workspace().isReadOnly())
        return tr("This file is open for reading only.");
    switch (known->state) {
    case FindingState::Noted:
    case FindingState::Proposed:
    case FindingState::Confirmed:
    case FindingState::Modified:
        return tr("The centre writes this once it was asked for an answer. The finding is still “%1”.")
            .arg(wordFor(known->state));
    case FindingState::ResponseRequested:
    case FindingState::Returned:
        return part == ActionPart::Dates ? tr("The centre and those who judge its answer set these days.")
                                         : tr("The centre's quality manager writes this now.");
    case FindingState::ResponseReceived:
        return part == ActionPart::Dates
            ? tr("The answer is being judged: auditors and reviewers may move its days, with a reason.")
            : tr("The answer is being judged. The centre writes on when it is returned or accepted.");
    case FindingState::Accepted:
        switch (part) {
        case ActionPart::Plan:
            return tr("The answer was accepted and stands as it is.");
        case ActionPart::Proofs:
            return tr("The centre's quality manager adds the proofs now.");
        case ActionPart::Dates:
            return tr("The answer was accepted: auditors and reviewers may move its days, with a reason.");
        }
        break;
    case FindingState::Closed:
        return part == ActionPart::Dates ? tr("Auditors and reviewers set the day of the check, with a reason.")
                                         : tr("The finding is closed, so its answer stands as it is.");
    case FindingState::Withdrawn:
    case FindingState::EffectivenessVerified:
        return tr("The finding is “%1”, so nothing is written to it any more.").arg(wordFor(known->state));
    }
    return {};
}

bool ActionEditor::asksReason(const CorrectiveAction &before, const CorrectiveAction &after) const
{
    const auto days = [](const CorrectiveAction &action) {
        return std::tie(action.dueOn, action.answerDueOn, action.containmentDueOn, action.check.plannedOn);
    };
    return m_session.ownParty() != Party::Centre && days(before) != days(after);
}

bool ActionEditor::change(const Edit &edit, int typing)
{
    const auto known = finding();
    const CorrectiveAction before = stored();
    CorrectiveAction after = before;
    edit(after);
    if (!known || after == before)
        return true;
    m_message.clear();
    QString reason;
    if (asksReason(before, after)) {
        const auto given = m_prompts.text(m_window, tr("Why is this day moved?"),
            tr("The days of %1 are the centre's too, so moving them needs a reason. It stands in the audit trail.")
                .arg(FindingsModel::numberText(*known)));
        if (!given) {
            m_message.warn(tr("The days of %1 stay as they were, because no reason was given.")
                               .arg(FindingsModel::numberText(*known)));
            return false;
        }
        reason = *given;
    }
    m_isRefused = false;
    m_undo.push(new ChangeActionCommand(
        m_session.actions(), {before, after, known->number, reason, typing}, refusal()));
    return !m_isRefused;
}

Refusal ActionEditor::refusal()
{
    return [self = QPointer<ActionEditor>(this)](const Error &error) {
        if (!self)
            return;
        self->m_isRefused = true;
        self->m_message.warn(error);
    };
}

} // namespace cq
