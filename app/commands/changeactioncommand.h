// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/refusal.h"
#include "core/findings/correctiveaction.h"

#include <QUndoCommand>

namespace cq {

class ActionDesk;

/// Changes what is written in the centre's answer to a finding; steps and states stay as they are then. Obsolete where
/// the desk refused. Typing on in one field is one step.
class ChangeActionCommand : public QUndoCommand
{
public:
    struct Change
    {
        CorrectiveAction before;
        CorrectiveAction after;
        int number = 0; ///< of the finding
        QString reason; ///< where one is needed
        int typing = 0; ///< same number where it was typed on in the same field; 0 never merges
    };

    ChangeActionCommand(ActionDesk &desk, Change change, Refusal refused);

    void redo() override;
    void undo() override;
    int id() const override { return 3; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    QString againReason() const;
    void apply(const CorrectiveAction &action, const QString &reason);

    ActionDesk &m_desk;
    Change m_change;
    Refusal m_refused;
    bool m_isDone = false;
};

} // namespace cq
