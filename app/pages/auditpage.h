// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/paperchecklist.h"
#include "app/pages/statementpaper.h"
#include "core/base/ids.h"
#include "core/evidence/evidence.h"

#include <QPointer>
#include <QUndoStack>
#include <QWidget>

#include <memory>

namespace Ui {
class AuditPage;
}

namespace cq {

class AuditSession;
class CheatSheet;
class ChecklistPage;
class ComparisonPage;
class EvidencePage;
class ExplanationPanel;
class FacilitiesPage;
class FindingsPage;
class LaneBoard;
class MessageBar;
class PicturesPage;
class Prompts;
class ReadinessPage;
class SamplesPage;
class ScoreStrip;
class TrailPage;
class VisitPage;
enum class AuditState;
enum class ScoreTopic;

/// One open audit: header, score strip, and under them a tab for each kind of work. Owns the session and the undo stack of
/// everything done in it.
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
    void showCriterion(const CriterionId &criterion, const FacilityId &facility = {});
    void showFinding(const FindingId &finding);
    void showEvidence(const EvidenceId &evidence);
    void showVisit();
    /// What an entry of the trail names, e.g. "TOX-01 @ Ward 7" or "F-02"; the audit as it stands where that is nothing here.
    void showTarget(const QString &target);
    /// What the centre still has to do; the checklist for who does not work in the centre's lane.
    void showReadiness();

Q_SIGNALS:
    void reportRequested();

protected:
    /// F1 explains what is in focus here, before the frame's handbook. Undo, redo and ? are the frame's where it knows
    /// them, and else are done here.
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Key { None, Undo, Redo, Help, Sheet, Closing };
    static Key keyOf(const QKeyEvent *event);
    void explain(ScoreTopic topic);
    void closeExplanation();
    void showHelp();
    void showSheet();
    void showClosing();
    void showSamples(const CriterionId &criterion, const FacilityId &facility);
    void buildPages();
    void removePages();
    void followLane();
    void refreshHeader();
    void fillStateMenu();
    void moveTo(AuditState state);
    void redact();
    void sayNotRedacted(const Error &error);
    void takeRedaction();

    std::unique_ptr<Ui::AuditPage> m_ui;
    std::unique_ptr<AuditSession> m_session;
    Prompts &m_prompts;
    QUndoStack m_undo;
    MessageBar *m_message;
    PaperChecklist m_paper;
    StatementPaper m_statement;
    LaneBoard *m_lane = nullptr;
    ScoreStrip *m_strip = nullptr;
    ChecklistPage *m_checklist = nullptr;
    FindingsPage *m_findings = nullptr;
    FacilitiesPage *m_facilities = nullptr;
    ComparisonPage *m_comparison = nullptr; ///< none in a self-assessment, which has one side
    ReadinessPage *m_readiness = nullptr; ///< only in the centre's own lane
    PicturesPage *m_pictures = nullptr;
    EvidencePage *m_evidence = nullptr;
    TrailPage *m_trail = nullptr;
    SamplesPage *m_samples = nullptr;
    VisitPage *m_visit = nullptr;
    ExplanationPanel *m_explanation = nullptr;
    QPointer<CheatSheet> m_sheet;
};

} // namespace cq
