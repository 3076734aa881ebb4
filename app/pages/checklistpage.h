// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/refusal.h"
#include "app/commands/responsecommand.h"
#include "app/models/checklistproxymodel.h"
#include "app/pages/severalanswers.h"
#include "core/audit/response.h"
#include "core/evidence/evidence.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QUndoStack;

namespace Ui {
class ChecklistPage;
}

namespace cq {

class AuditSession;
class ChecklistModel;
class CriterionPanel;
class FilterBar;
class LaneBoard;
class MessageBar;
class Prompts;
class SectionModel;

/// Where answers are given: sections, the criteria as lines, and the chosen criterion in full. Everything can be done by
/// keys alone (CheatSheet); every change is a command on the audit's undo stack.
class ChecklistPage : public QWidget
{
    Q_OBJECT

public:
    ChecklistPage(AuditSession &session, LaneBoard &lane, QUndoStack &undo, Prompts &prompts, QWidget *parent = nullptr);
    ~ChecklistPage() override;

    ChecklistModel &model() { return *m_model; }
    ChecklistProxyModel &proxy() { return *m_proxy; }
    /// Stores what is being typed.
    void commit();
    /// Back to the list of criteria.
    void takeFocus();
    /// Makes the criterion current; takes away filters that hide it.
    void showCriterion(const CriterionId &criterion, const FacilityId &facility = {});
    void goToNextOpen();
    /// Another panel stands beside the list, so the criterion makes room.
    void setPanelVisible(bool visible);

public Q_SLOTS:
    /// The current criterion, or all that are selected.
    void answer(cq::ResponseLevel level);
    void copyToFacilities();
    void raiseFinding();
    void requestEvidence();

Q_SIGNALS:
    void findingChosen(const cq::FindingId &finding);
    void samplesRequested(const cq::CriterionId &criterion, const cq::FacilityId &facility);
    void evidenceRequested(const cq::CriterionId &criterion);
    void evidenceChosen(const cq::EvidenceId &evidence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectViews();
    void connectPanel();
    void addKeys();
    void addKey(const QKeySequence &keys, const std::function<void()> &action);

    void takeCurrent();
    void showCurrent();
    void takeFilter();
    void takeCouldChange();
    void takeState();
    void takeCount();
    void clearFilter();

    void move(int steps);
    void goToNext(const std::function<bool(int)> &wanted, const QString &noneLeft);
    bool goToSourceRow(int row);
    int currentRow() const; ///< in the model, or -1
    QList<ResponseKey> selectedKeys() const; ///< in the order of the list; the current one where none is selected
    bool mayAnswer();
    void answerCurrent(const ResponseKey &key, ResponseLevel level);

    void put(ResponseCommand::Change change);
    void answerNotApplicable(const ResponseKey &key, const QString &justification);
    std::optional<QString> reasonFor(const ResponseKey &key);
    Refusal refusal();

    std::unique_ptr<Ui::ChecklistPage> m_ui;
    AuditSession &m_session;
    LaneBoard &m_lane;
    QUndoStack &m_undo;
    Prompts &m_prompts;
    ChecklistModel *m_model;
    ChecklistProxyModel *m_proxy;
    SectionModel *m_sections;
    CriterionPanel *m_panel;
    FilterBar *m_filterBar;
    MessageBar *m_message;
    SeveralAnswers m_several;
    QTimer m_couldChange; ///< gathers changes before what could still change is worked out anew
    QTimer m_panelLater; ///< the line in the list is painted first
    bool m_isFiltering = false;
};

} // namespace cq
