// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/refusal.h"
#include "core/evidence/evidence.h"

#include <QUndoCommand>

namespace cq {

class EvidenceDesk;

/// Changes what is told of evidence: title, kind, method, page, dates, facility. Obsolete where the desk refused.
class ChangeEvidenceCommand : public QUndoCommand
{
public:
    ChangeEvidenceCommand(EvidenceDesk &desk, const Evidence &before, const Evidence &after, Refusal refused);

    void redo() override { apply(m_after); }
    void undo() override { apply(m_before); }

private:
    void apply(const Evidence &evidence);

    EvidenceDesk &m_desk;
    Evidence m_before;
    Evidence m_after;
    Refusal m_refused;
};

} // namespace cq
