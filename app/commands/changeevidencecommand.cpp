// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/changeevidencecommand.h"

#include "core/session/evidencedesk.h"

#include <QCoreApplication>

namespace cq {

ChangeEvidenceCommand::ChangeEvidenceCommand(
    EvidenceDesk &desk, const Evidence &before, const Evidence &after, Refusal refused)
    : m_desk(desk)
    , m_before(before)
    , m_after(after)
    , m_refused(std::move(refused))
{
    //: undo text: title of the evidence
    setText(QCoreApplication::translate("ChangeEvidenceCommand", "Change the evidence “%1”").arg(before.title));
}

void ChangeEvidenceCommand::apply(const Evidence &evidence)
{
    const Result<void> done = m_desk.change(evidence);
    setObsolete(!done);
    if (!done)
        m_refused(done.error());
}

} // namespace cq
