// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/evidence/evidence.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QUndoStack;

namespace Ui {
class EvidencePage;
}

namespace cq {

class AuditSession;
class EvidenceExportBar;
class EvidenceModel;
class EvidenceUseProxyModel;
class MessageBar;
class MissingEvidenceModel;
class Prompts;

/// The evidence of the audit's centre: adding by dialog, folder, drag and drop, clipboard or camera, what is told of it,
/// what it is used for in this audit, a preview, and what is missing.
class EvidencePage : public QWidget
{
    Q_OBJECT

public:
    EvidencePage(AuditSession &session, QUndoStack &undo, Prompts &prompts, QWidget *parent = nullptr);
    ~EvidencePage() override;

    /// From a criterion or finding: what is chosen or added now is linked to it.
    void chooseFor(const CriterionId &criterion);
    void chooseFor(const FindingId &finding);
    void showEvidence(const EvidenceId &evidence);
    void addFiles(const QStringList &paths);
    void paste();
    void takeFocus();

Q_SIGNALS:
    void criterionChosen(const cq::CriterionId &criterion);
    void findingChosen(const cq::FindingId &finding);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectViews();
    void connectForm();
    void addKeys();
    void takeCurrent();
    void takeTarget();
    void takeState();
    void takeCounts();
    void refreshForm();
    void takeAdded(const EvidenceId &added);
    void takeFinished(int added, const QStringList &cautions);
    void chooseFor(const EvidenceLink &target);
    bool hasTarget() const;
    QString targetText() const;
    void goBack();
    void link(const EvidenceLink &link);
    void linkChosen();
    void removeCurrent();
    void exportCurrent();
    void exportAll();
    std::optional<Evidence> current() const;
    std::function<void(const Error &)> refusal();

    std::unique_ptr<Ui::EvidencePage> m_ui;
    AuditSession &m_session;
    QUndoStack &m_undo;
    Prompts &m_prompts;
    EvidenceModel *m_model;
    EvidenceUseProxyModel *m_proxy;
    MissingEvidenceModel *m_missing;
    EvidenceExportBar *m_export;
    MessageBar *m_message;
    QTimer m_countsLater;
    EvidenceLink m_target; ///< what is added is linked to this; empty: to nothing
    bool m_isWritable = false;
};

} // namespace cq
