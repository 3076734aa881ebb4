// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/response.h"
#include "core/evidence/evidence.h"
#include "core/pack/criterion.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class CriterionPanel;
}

namespace cq {

class AuditSession;
class ChecklistModel;

/// The chosen criterion in full, beside the list: answers of all sides, note and justification to write, guidance, what to
/// ask for, sources, why it applies, findings and history. Asks for changes by signals; stores nothing itself.
class CriterionPanel : public QWidget
{
    Q_OBJECT

public:
    CriterionPanel(AuditSession &session, const ChecklistModel &model, QWidget *parent = nullptr);
    ~CriterionPanel() override;

    const std::optional<ResponseKey> &subject() const { return m_subject; }
    /// Shows another criterion. Flush before.
    void setSubject(const std::optional<ResponseKey> &subject);
    /// Shows anew what was stored: the fields at once, answers and findings once the list has been painted.
    void refresh();
    void setWritable(bool writable);

    /// Hands over what is being typed.
    void flush();
    /// Puts back what is stored, after a refusal.
    void revert();
    void editNote();
    /// Opens the justification for an answer "not applicable" that is to be given with it.
    void askJustification();
    bool isAskingJustification() const { return m_isAsking; }
    void cancelJustification();

Q_SIGNALS:
    void noteWritten(const cq::ResponseKey &key, const QString &note, int typing);
    void reminderWritten(const cq::CriterionId &criterion, const QString &reminder);
    void justificationWritten(const cq::ResponseKey &key, const QString &justification, int typing);
    void notApplicableJustified(const cq::ResponseKey &key, const QString &justification);
    void claimJudged(const cq::ResponseKey &key, bool accepted);
    void findingRequested();
    void copyRequested(); ///< the answer, for all facilities of the criterion
    void samplesRequested(const cq::CriterionId &criterion, const cq::FacilityId &facility);
    void findingChosen(const cq::FindingId &finding);
    void evidenceRequested();
    void evidenceChosen(const cq::EvidenceId &evidence);
    void left(); ///< Esc or Ctrl+Enter: the work goes on in the list

private:
    void connectEditors();
    void takeJustification(const QString &text, int typing);
    void showAnswers();
    void showHead();
    void showEditors();
    void showFindings();
    void showSamples();
    void showEvidence();
    void showReference();
    void showHistory();
    const Criterion &criterion() const;
    QString answerHtml(Party party) const;
    QString sourcesHtml() const;
    std::optional<ResponseKey> claim() const;

    std::unique_ptr<Ui::CriterionPanel> m_ui;
    AuditSession &m_session;
    const ChecklistModel &m_model;
    std::optional<ResponseKey> m_subject;
    QTimer m_historyPause;
    QTimer m_answersLater; ///< the line in the list is painted first
    bool m_isAsking = false;
    bool m_isWritable = false;
};

} // namespace cq
