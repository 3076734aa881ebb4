// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/linkevidencecommand.h"

#include "core/session/evidencelinkdesk.h"

#include <QCoreApplication>

namespace cq {

LinkEvidenceCommand::LinkEvidenceCommand(
    EvidenceLinkDesk &desk, const EvidenceLink &link, Does does, Refusal refused)
    : m_desk(desk)
    , m_link(link)
    , m_does(does)
    , m_refused(std::move(refused))
{
    setText(does == Does::Link ? QCoreApplication::translate("LinkEvidenceCommand", "Link evidence")
                               : QCoreApplication::translate("LinkEvidenceCommand", "Take a link of evidence away"));
}

void LinkEvidenceCommand::apply(Does does)
{
    const Result<void> done = does == Does::Link ? m_desk.link(m_link) : m_desk.unlink(m_link);
    setObsolete(!done);
    if (!done)
        m_refused(done.error());
}

} // namespace cq
