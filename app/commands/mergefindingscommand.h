// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/refusal.h"
#include "core/findings/finding.h"

#include <QUndoCommand>

namespace cq {

class FindingDesk;

/// Makes one major finding of several minors; undo parts them again while the new one is not confirmed. Obsolete where
/// the desk refused.
class MergeFindingsCommand : public QUndoCommand
{
public:
    MergeFindingsCommand(
        FindingDesk &desk, const QList<Finding> &findings, const Finding &into, const QString &reason, Refusal refused);

    void redo() override;
    void undo() override;
    /// The new finding as stored; without an id where it was refused.
    const Finding &finding() const { return m_into; }

private:
    FindingDesk &m_desk;
    QList<Finding> m_before;
    Finding m_into;
    QString m_reason;
    Refusal m_refused;
};

} // namespace cq
