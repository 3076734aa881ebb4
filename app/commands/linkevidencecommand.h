// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/refusal.h"
#include "core/evidence/evidence.h"

#include <QUndoCommand>

namespace cq {

class EvidenceLinkDesk;

/// Links evidence to a criterion or finding, or takes the link away. Obsolete where the desk refused.
class LinkEvidenceCommand : public QUndoCommand
{
public:
    enum class Does { Link, Unlink };

    LinkEvidenceCommand(EvidenceLinkDesk &desk, const EvidenceLink &link, Does does, Refusal refused);

    void redo() override { apply(m_does); }
    void undo() override { apply(m_does == Does::Link ? Does::Unlink : Does::Link); }

private:
    void apply(Does does);

    EvidenceLinkDesk &m_desk;
    EvidenceLink m_link;
    Does m_does;
    Refusal m_refused;
};

} // namespace cq
