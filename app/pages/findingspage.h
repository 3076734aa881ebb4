// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/refusal.h"
#include "core/evidence/evidence.h"
#include "core/findings/finding.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QSortFilterProxyModel;
class QUndoStack;

namespace Ui {
class FindingsPage;
}

namespace cq {

class AuditSession;
class AutosaveEdit;
class FindingProposalsModel;
class FindingsModel;
class MessageBar;
class Prompts;

/// The findings of the audit: what the answers propose, what was raised, and the chosen one to be written. Every change
/// is stored by itself and can be undone; moves of state are for good.
class FindingsPage : public QWidget
{
    Q_OBJECT

public:
    FindingsPage(AuditSession &session, QUndoStack &undo, Prompts &prompts, QWidget *parent = nullptr);
    ~FindingsPage() override;

    FindingsModel &model() { return *m_model; }
    FindingProposalsModel &proposals() { return *m_proposals; }
    /// Stores what is being typed.
    void commit();
    void takeFocus();
    void showFinding(const FindingId &finding);

Q_SIGNALS:
    void criterionChosen(const cq::CriterionId &criterion);
    void evidenceRequested(const cq::FindingId &finding); ///< choose or add some for it
    void evidenceChosen(const cq::EvidenceId &evidence);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    using Edit = std::function<void(Finding &finding)>;

    void connectViews();
    void connectFields();
    void connectText(AutosaveEdit *field, QString Finding::*text);
    void addKeys();
    void hideWhatFormShows();
    void takeCurrent();
    void takeState();
    void takeProposalCount();
    void refreshForm();
    void refreshProposed(const Finding &finding);
    void refreshFiles();
    void requestEvidence();
    void fillStateMenu();
    void raise(int proposal);
    void change(const Edit &edit, int typing = 0);
    void changeCriteria();
    void moveTo(FindingState state);
    std::optional<Finding> current() const;
    QList<AutosaveEdit *> textFields() const;
    Refusal refusal();

    std::unique_ptr<Ui::FindingsPage> m_ui;
    AuditSession &m_session;
    QUndoStack &m_undo;
    Prompts &m_prompts;
    FindingsModel *m_model;
    QSortFilterProxyModel *m_proxy;
    FindingProposalsModel *m_proposals;
    QTimer m_proposalsLater;
    MessageBar *m_message;
    FindingId m_current;
    bool m_isWritable = false;
    bool m_isFilling = false; ///< fields are being set from the finding, not by the person
};

} // namespace cq
