// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/session/evidencedesk.h"

#include <QWidget>

#include <memory>

class QUndoStack;

namespace Ui {
class EvidenceAddBar;
}

namespace cq {

class AuditSession;
class EvidenceAdder;
class Prompts;
struct AddedEvidence;

/// The ways evidence comes into the library of the audit's centre: files, a folder, the clipboard, the camera; and what
/// the workspace's policy says about it, to see and to change.
class EvidenceAddBar : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceAddBar(QWidget *parent = nullptr);
    ~EvidenceAddBar() override;

    /// Once, before anything else.
    void attach(AuditSession &session, QUndoStack &undo, Prompts &prompts);
    void setWritable(bool writable);
    void addFiles(const QStringList &paths); ///< or folders
    void paste();

Q_SIGNALS:
    void begun(); ///< what was said before is over
    void added(const cq::EvidenceId &evidence); ///< or was there before
    /// `added`: how many are new; `cautions`: sentences about what was not added, or needs a look.
    void finished(int added, const QStringList &cautions);
    void informed(const QString &sentence);
    void refused(const cq::Error &error);

private:
    void addFolder();
    void takePhotograph();
    /// `format` "png" or "jpeg"; `title` with a place for the time.
    void addPicture(
        const QImage &picture, const char *format, const QString &title, EvidenceDesk::Photographs photographs);
    void takePolicy();
    void changePolicy();
    void takeAdded(const AddedEvidence &added);
    EvidenceDesk &library() const;
    EvidenceDesk::Photographs wanted() const;
    Evidence begin();

    std::unique_ptr<Ui::EvidenceAddBar> m_ui;
    AuditSession *m_session = nullptr;
    QUndoStack *m_undo = nullptr;
    Prompts *m_prompts = nullptr;
    EvidenceAdder *m_adder = nullptr;
    QStringList m_cautions;
    int m_addedNow = 0;
    bool m_isWritable = false;
};

} // namespace cq
