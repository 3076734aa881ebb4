// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/evidence/evidence.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QUndoStack;

namespace Ui {
class EvidenceForm;
}

namespace cq {

class AuditSession;

/// One piece of evidence beside the list: what is told of it, what this audit uses it for, and a preview. Changes go
/// through the undo stack.
class EvidenceForm : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceForm(QWidget *parent = nullptr);
    ~EvidenceForm() override;

    /// Once, before anything else: where evidence comes from and changes go to.
    void attach(AuditSession &session, QUndoStack &undo);
    void setEvidence(const EvidenceId &evidence);
    void setWritable(bool writable);
    /// Shows anew what is stored.
    void refresh();
    std::optional<Evidence> evidence() const;

Q_SIGNALS:
    void begun(); ///< a change is about to be made: what was said before is over
    void warned(const QString &sentence);
    void refused(const cq::Error &error);
    void exportRequested();
    void removeRequested();

private:
    using Edit = std::function<void(Evidence &)>;
    void connectFields();
    void change(const Edit &edit);
    void changeLinks();
    void refreshPreview();
    QString linksText() const;
    std::optional<EvidenceLink> linkFor(const QString &code) const;
    std::function<void(const Error &)> refusal();

    std::unique_ptr<Ui::EvidenceForm> m_ui;
    AuditSession *m_session = nullptr;
    QUndoStack *m_undo = nullptr;
    EvidenceId m_evidence;
    QByteArray m_previewed; ///< digest of what the preview shows
    bool m_isFilling = false;
    bool m_isWritable = false;
};

} // namespace cq
