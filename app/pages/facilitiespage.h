// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/response.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QModelIndex;
class QSortFilterProxyModel;
class QUndoStack;

namespace Ui {
class FacilitiesPage;
} // namespace Ui

namespace cq {

class AuditSession;
class ChecklistModel;
class FacilityMatrixModel;
class LaneBoard;
class MessageBar;
class Prompts;
class SeveralAnswers;

/// The criteria that are answered per facility as a table: a row each, a column for each facility, and what the answers
/// come to together. Arrows move, 1 to 4 and 0 answer, Enter leads to the checklist.
class FacilitiesPage : public QWidget
{
    Q_OBJECT

public:
    FacilitiesPage(AuditSession &session, const LaneBoard &lane, const ChecklistModel &checklist, QUndoStack &undo,
        Prompts &prompts, QWidget *parent = nullptr);
    ~FacilitiesPage() override;

    FacilityMatrixModel &model() { return *m_model; }

Q_SIGNALS:
    /// The facility is empty where a cell without an answer was chosen.
    void criterionChosen(const cq::CriterionId &criterion, const cq::FacilityId &facility);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addKeys();
    void answer(ResponseLevel level);
    void copyToFacilities();
    void goToNextOpen();
    void openCurrent();
    void takeCurrent();
    void takeFilter();
    void takeCount();
    void setWidths();
    QModelIndex current() const; ///< in the model
    QList<ResponseKey> selectedKeys() const;
    bool mayAnswer();

    std::unique_ptr<Ui::FacilitiesPage> m_ui;
    AuditSession &m_session;
    const ChecklistModel &m_checklist;
    FacilityMatrixModel *m_model;
    QSortFilterProxyModel *m_proxy;
    MessageBar *m_message;
    std::unique_ptr<SeveralAnswers> m_several;
    QTimer m_countLater; ///< gathers changes; nothing is counted while nobody looks
    QTimer m_letGo; ///< a row that is no longer open goes once the work has moved on
};

} // namespace cq
