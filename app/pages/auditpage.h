// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QUndoStack>
#include <QWidget>

#include <memory>

namespace Ui {
class AuditPage;
}

namespace cq {

class AuditSession;
class ChecklistPage;
class ExplanationPanel;
class FindingsPage;
class LaneBoard;
class Prompts;
class TrailPage;
enum class AuditState;

/// One open audit: header, score strip, and under them checklist, findings and audit trail. Owns the session and the undo
/// stack of everything done in it.
class AuditPage : public QWidget
{
    Q_OBJECT

public:
    AuditPage(std::unique_ptr<AuditSession> session, Prompts &prompts, QWidget *parent = nullptr);
    ~AuditPage() override;

    AuditSession &session() { return *m_session; }
    QUndoStack *undoStack() { return &m_undo; }
    /// Stores what is being typed. Call before the page or the file is closed.
    void commit();

    /// The checklist at the next open criterion ("Continue").
    void goToNextOpen();
    void showCriterion(const CriterionId &criterion);
    void showFinding(const FindingId &finding);

Q_SIGNALS:
    void reportRequested();

private:
    void buildPages();
    void refreshHeader();
    void fillStateMenu();
    void moveTo(AuditState state);

    std::unique_ptr<Ui::AuditPage> m_ui;
    std::unique_ptr<AuditSession> m_session;
    Prompts &m_prompts;
    QUndoStack m_undo;
    LaneBoard *m_lane = nullptr;
    ChecklistPage *m_checklist = nullptr;
    FindingsPage *m_findings = nullptr;
    TrailPage *m_trail = nullptr;
    ExplanationPanel *m_explanation = nullptr;
};

} // namespace cq
