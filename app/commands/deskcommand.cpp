// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/deskcommand.h"

namespace cq {

DeskCommand::DeskCommand(const QString &text, Call forth, Call back, Refusal refused)
    : QUndoCommand(text)
    , m_forth(std::move(forth))
    , m_back(std::move(back))
    , m_refused(std::move(refused))
{
}

void DeskCommand::run(const Call &call)
{
    const Result<void> done = call();
    setObsolete(!done);
    if (!done)
        m_refused(done.error());
}

} // namespace cq
