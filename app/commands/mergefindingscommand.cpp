// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/mergefindingscommand.h"

#include "core/session/findingdesk.h"

#include <QCoreApplication>

namespace cq {

MergeFindingsCommand::MergeFindingsCommand(
    FindingDesk &desk, const QList<Finding> &findings, const Finding &into, const QString &reason, Refusal refused)
    : m_desk(desk)
    , m_before(findings)
    , m_into(into)
    , m_reason(reason)
    , m_refused(std::move(refused))
{
    setText(QCoreApplication::translate("MergeFindingsCommand", "Merge findings into one"));
}

void MergeFindingsCommand::redo()
{
    QList<FindingId> ids;
    for (const Finding &finding : m_before)
        ids.append(finding.id);
    const Result<FindingId> merged = m_desk.merge(ids, m_into, m_reason);
    setObsolete(!merged);
    if (!merged) {
        m_refused(merged.error());
        return;
    }
    m_into = m_desk.find(*merged).value_or(m_into);
}

void MergeFindingsCommand::undo()
{
    const Finding stored = m_desk.find(m_into.id).value_or(m_into);
    const Result<void> done = m_desk.unmerge(
        m_into.id, m_before, QCoreApplication::translate("MergeFindingsCommand", "Taken back by undo."));
    setObsolete(!done);
    if (!done) {
        m_refused(done.error());
        return;
    }
    m_into = stored;
}

} // namespace cq
