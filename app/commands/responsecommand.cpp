// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/responsecommand.h"

#include "app/support/words.h"
#include "core/session/responsedesk.h"

#include <QCoreApplication>

namespace cq {

namespace {

QString undoText(const ResponseCommand::Change &change)
{
    const QString code = change.after.key.criterion.text();
    switch (change.part) {
    case ResponseCommand::Part::Level:
        if (change.after.level == ResponseLevel::NotAssessed)
            return QCoreApplication::translate("ResponseCommand", "Clear the answer to %1").arg(code);
        //: undo text: code of the criterion, level chosen
        return QCoreApplication::translate("ResponseCommand", "Answer %1: %2").arg(code, wordFor(change.after.level));
    case ResponseCommand::Part::Note:
        return QCoreApplication::translate("ResponseCommand", "Note on %1").arg(code);
    case ResponseCommand::Part::Justification:
        return QCoreApplication::translate("ResponseCommand", "Justification for %1").arg(code);
    }
    return {};
}

} // namespace

ResponseCommand::ResponseCommand(ResponseDesk &desk, const Change &change, Refusal refused)
    : QUndoCommand(undoText(change))
    , m_desk(desk)
    , m_change(change)
    , m_refused(std::move(refused))
{
}

void ResponseCommand::redo()
{
    if (m_isDone) {
        putBack(m_change.after);
        return;
    }
    const Response &wanted = m_change.after;
    const auto asked = [&]() -> Result<void> {
        switch (m_change.part) {
        case Part::Level:
            return m_desk.setLevel(wanted.key, wanted.level, wanted.justification, m_change.reason);
        case Part::Note:
            return m_desk.setNote(wanted.key, wanted.note, m_change.reason);
        case Part::Justification:
            return m_desk.setJustification(wanted.key, wanted.justification, m_change.reason);
        }
        return Error {ErrorCode::Internal, QStringLiteral("unknown part of a response"), {}};
    };
    const Result<void> done = asked();
    setObsolete(!done);
    if (!done) {
        m_refused(done.error());
        return;
    }
    m_isDone = true;
    m_change.after = m_desk.at(wanted.key);
}

void ResponseCommand::undo()
{
    putBack(m_change.before);
}

bool ResponseCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = dynamic_cast<const ResponseCommand *>(other);
    if (!next || next->isObsolete() || m_change.part == Part::Level || next->m_change.part != m_change.part
        || next->m_change.typing != m_change.typing || next->m_change.after.key != m_change.after.key)
        return false;
    m_change.after = next->m_change.after;
    return true;
}

void ResponseCommand::putBack(const Response &response)
{
    // Taking back is a change like any other, so from Consolidation on the trail wants to know why.
    QString reason = QCoreApplication::translate("ResponseCommand", "Undone or redone: %1.").arg(text());
    if (!m_change.reason.isEmpty())
        reason += u' '
            + QCoreApplication::translate("ResponseCommand", "It was done because: %1").arg(m_change.reason);
    const Result<void> done = m_desk.restore(response, reason);
    setObsolete(!done);
    if (!done)
        m_refused(done.error());
}

} // namespace cq
