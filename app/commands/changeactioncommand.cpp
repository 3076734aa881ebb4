// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/changeactioncommand.h"

#include "core/session/actiondesk.h"

#include <QCoreApplication>

namespace cq {

ChangeActionCommand::ChangeActionCommand(ActionDesk &desk, Change change, Refusal refused)
    : m_desk(desk)
    , m_change(std::move(change))
    , m_refused(std::move(refused))
{
    //: undo text: number of the finding
    setText(QCoreApplication::translate("ChangeActionCommand", "Change the action of F-%1")
                .arg(m_change.number, 2, 10, QLatin1Char('0')));
}

void ChangeActionCommand::redo()
{
    apply(m_change.after, m_isDone ? againReason() : m_change.reason);
    m_isDone = true;
}

void ChangeActionCommand::undo()
{
    apply(m_change.before, againReason());
}

QString ChangeActionCommand::againReason() const
{
    const QString again = QCoreApplication::translate("ChangeActionCommand", "Undone or redone: %1.").arg(text());
    return m_change.reason.isEmpty() ? again
                                     : again + u' '
            + QCoreApplication::translate("ChangeActionCommand", "It was done because: %1").arg(m_change.reason);
}

bool ChangeActionCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = dynamic_cast<const ChangeActionCommand *>(other);
    if (!next || next->isObsolete() || m_change.typing == 0 || next->m_change.typing != m_change.typing
        || next->m_change.after.finding != m_change.after.finding)
        return false;
    m_change.after = next->m_change.after;
    return true;
}

void ChangeActionCommand::apply(const CorrectiveAction &action, const QString &reason)
{
    const Result<void> done = m_desk.change(action, reason);
    setObsolete(!done);
    if (!done)
        m_refused(done.error());
}

} // namespace cq
