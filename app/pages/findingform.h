// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/refusal.h"
#include "core/findings/finding.h"

#include <QHash>
#include <QWidget>

#include <functional>
#include <memory>
#include <utility>

class QUndoStack;

namespace Ui {
class FindingForm;
}

namespace cq {

class AuditSession;
class AutosaveEdit;
class MessageBar;
class Prompts;

/// What is written in the chosen finding: kind, severity, criteria, statement, evidence, due day, repeat, harm and scope.
/// Each change is one undo step, with a reason once the finding is more than noted.
class FindingForm : public QWidget
{
    Q_OBJECT

public:
    FindingForm(
        AuditSession &session, QUndoStack &undo, Prompts &prompts, MessageBar &message, QWidget *parent = nullptr);
    ~FindingForm() override;

    /// Shows another finding. Commit before.
    void load(const FindingId &finding);
    void refresh();
    void setWritable(bool writable);
    /// Hands over what is being typed. A text that was refused is shown again with its finding.
    void commit();

    void editStatement();
    /// The statement put together from its parts.
    void compose();
    /// False where it was not open.
    bool leaveComposer();

Q_SIGNALS:
    void left(); ///< Esc or Ctrl+Enter: the work goes on in the list

private:
    using Edit = std::function<void(Finding &finding)>;
    using Text = std::pair<AutosaveEdit *, QString Finding::*>;

    void connectFields();
    void connectChoices();
    void change(const Edit &edit, int typing = 0);
    void changeCriteria();
    void changeSeverity(Finding &finding, Severity severity) const;
    void changeRepeat(bool isRepeat);
    void refreshProposed(const Finding &finding);
    void refreshEarlier(const Finding &finding);
    void refreshWritable(const Finding &finding);
    std::optional<Finding> current() const;
    QList<Text> texts() const;
    Refusal refusal();

    std::unique_ptr<Ui::FindingForm> m_ui;
    AuditSession &m_session;
    QUndoStack &m_undo;
    Prompts &m_prompts;
    MessageBar &m_message;
    FindingId m_finding;
    QHash<FindingId, QHash<AutosaveEdit *, QString>> m_refused; ///< texts not stored
    bool m_isWritable = false;
    bool m_isRefused = false;
    bool m_isFilling = false; ///< fields are being set from the finding, not by the person
};

} // namespace cq
