// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/refusal.h"
#include "core/findings/correctiveaction.h"

#include <QObject>

#include <functional>
#include <optional>

class QUndoStack;
class QWidget;

namespace cq {

class AuditSession;
class MessageBar;
class Prompts;

/// Changes the centre's answer to the chosen finding: each change one undo step, with a reason where those who judge move a
/// day. What the session refuses is said in place.
class ActionEditor : public QObject
{
    Q_OBJECT

public:
    using Edit = std::function<void(CorrectiveAction &action)>;

    ActionEditor(AuditSession &session, QUndoStack &undo, Prompts &prompts, MessageBar &message, QWidget *window);

    AuditSession &session() const { return m_session; }
    void setFinding(const FindingId &finding) { m_finding = finding; }
    std::optional<Finding> finding() const;
    CorrectiveAction stored() const;
    bool mayWrite(ActionPart part) const;
    /// Who writes the part in the finding's state, as a sentence for who may not; empty for who may.
    QString whoWrites(ActionPart part) const;

    /// typing: as AutosaveEdit::written() tells; 0 never merges undo steps. False where the change was refused, or no
    /// reason was given.
    bool change(const Edit &edit, int typing = 0);

private:
    bool asksReason(const CorrectiveAction &before, const CorrectiveAction &after) const;
    Refusal refusal();

    AuditSession &m_session;
    QUndoStack &m_undo;
    Prompts &m_prompts;
    MessageBar &m_message;
    QWidget *m_window;
    FindingId m_finding;
    bool m_isRefused = false;
};

} // namespace cq
