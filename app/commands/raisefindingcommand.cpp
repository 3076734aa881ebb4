// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/raisefindingcommand.h"

#include "core/session/findingdesk.h"

#include <QCoreApplication>

namespace cq {

RaiseFindingCommand::RaiseFindingCommand(FindingDesk &desk, const Finding &finding, Refusal refused)
    : m_desk(desk)
    , m_finding(finding)
    , m_refused(std::move(refused))
{
    const QString code = finding.criteria.isEmpty() ? QString() : finding.criteria.front().text();
    setText(QCoreApplication::translate("RaiseFindingCommand", "Raise a finding on %1").arg(code));
}

void RaiseFindingCommand::redo()
{
    if (!m_finding.id.isEmpty()) {
        const Result<void> done = m_desk.restore(m_finding);
        setObsolete(!done);
        if (!done)
            m_refused(done.error());
        return;
    }
    const Result<FindingId> raised = m_desk.raise(m_finding);
    setObsolete(!raised);
    if (!raised) {
        m_refused(raised.error());
        return;
    }
    m_finding = m_desk.find(*raised).value_or(m_finding);
}

void RaiseFindingCommand::undo()
{
    const Finding stored = m_desk.find(m_finding.id).value_or(m_finding);
    const Result<void> done
        = m_desk.remove(m_finding.id, QCoreApplication::translate("RaiseFindingCommand", "Taken back by undo."));
    setObsolete(!done);
    if (!done) {
        m_refused(done.error());
        return;
    }
    m_finding = stored;
}

} // namespace cq
