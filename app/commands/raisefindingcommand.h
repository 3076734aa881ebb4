// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/refusal.h"
#include "core/findings/finding.h"

#include <QUndoCommand>

namespace cq {

class FindingDesk;

/// Raises a finding; undo takes it back while it is only noted. Obsolete where the desk refused.
class RaiseFindingCommand : public QUndoCommand
{
public:
    RaiseFindingCommand(FindingDesk &desk, const Finding &finding, Refusal refused);

    void redo() override;
    void undo() override;
    /// The finding as stored; without an id where it was refused.
    const Finding &finding() const { return m_finding; }

private:
    FindingDesk &m_desk;
    Finding m_finding;
    Refusal m_refused;
};

} // namespace cq
