// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/refusal.h"
#include "core/findings/finding.h"

#include <QUndoCommand>

namespace cq {

class FindingDesk;

/// Changes what is written in a finding; its state and number stay as they are then. Obsolete where the desk refused.
/// Typing on in one field is one step.
class ChangeFindingCommand : public QUndoCommand
{
public:
    /// typing: same number where it was typed on in the same field; 0 never merges.
    ChangeFindingCommand(FindingDesk &desk, const Finding &before, const Finding &after, const QString &reason,
        int typing, Refusal refused);

    void redo() override;
    void undo() override;
    int id() const override { return 2; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    QString againReason() const;
    void apply(const Finding &finding, const QString &reason);

    FindingDesk &m_desk;
    Finding m_before;
    Finding m_after;
    QString m_reason;
    int m_typing;
    Refusal m_refused;
    bool m_isDone = false;
};

} // namespace cq
