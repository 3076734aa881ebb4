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

class ActionEditor;
class ActionForm;
class AuditSession;
class FindingEvidence;
class FindingForm;
class FindingHistory;
class FindingProposalsModel;
class FindingsModel;
class MessageBar;
class Prompts;
class ProofsForm;

/// The findings of the audit: what the answers propose, what was raised, and the chosen one with the centre's answer to it,
/// its proofs, evidence and history. Every change is stored by itself and can be undone; moves of state are for good.
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
    void connectViews();
    void connectMoves();
    void buildTabs();
    QWidget *scrolling(QWidget *form);
    void addKeys();
    void hideWhatFormShows();
    void takeCurrent();
    void takeSelection();
    void takeState();
    void takeProposalCount();
    void refreshForm();
    void requestEvidence();
    void refreshMoves(const Finding &finding);
    void fillStateMenu();
    bool raise(int proposal);
    void merge();
    bool agreesToMerge(const Finding &whole, const QString &labels, QString &reason);
    void moveTo(FindingState state);
    bool isComplete(const Finding &finding, FindingState to);
    QList<FindingId> chosen() const;
    std::optional<Finding> current() const;
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
    ActionEditor *m_editor;
    FindingForm *m_form;
    ActionForm *m_action;
    ProofsForm *m_proofs;
    FindingEvidence *m_evidence;
    FindingHistory *m_history;
    FindingId m_current;
    bool m_isWritable = false;
};

} // namespace cq
