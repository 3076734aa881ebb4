// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/changefindingcommand.h"

#include "core/session/findingdesk.h"

#include <QCoreApplication>

namespace cq {

ChangeFindingCommand::ChangeFindingCommand(FindingDesk &desk, const Finding &before, const Finding &after,
    const QString &reason, int typing, Refusal refused)
    : m_desk(desk)
    , m_before(before)
    , m_after(after)
    , m_reason(reason)
    , m_typing(typing)
    , m_refused(std::move(refused))
{
    //: undo text: number of the finding
    setText(QCoreApplication::translate("ChangeFindingCommand", "Change finding F-%1")
                .arg(after.number, 2, 10, QLatin1Char('0')));
}

void ChangeFindingCommand::redo()
{
    apply(m_after, m_isDone ? againReason() : m_reason);
    m_isDone = true;
}

void ChangeFindingCommand::undo()
{
    apply(m_before, againReason());
}

QString ChangeFindingCommand::againReason() const
{
    const QString again = QCoreApplication::translate("ChangeFindingCommand", "Undone or redone: %1.").arg(text());
    return m_reason.isEmpty() ? again
                              : again + u' '
            + QCoreApplication::translate("ChangeFindingCommand", "It was done because: %1").arg(m_reason);
}

bool ChangeFindingCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = dynamic_cast<const ChangeFindingCommand *>(other);
    if (!next || next->isObsolete() || m_typing == 0 || next->m_typing != m_typing || next->m_after.id != m_after.id)
        return false;
    m_after = next->m_after;
    return true;
}

void ChangeFindingCommand::apply(const Finding &finding, const QString &reason)
{
    const Result<void> done = m_desk.change(finding, reason);
    setObsolete(!done);
    if (!done)
        m_refused(done.error());
}

} // namespace cq
