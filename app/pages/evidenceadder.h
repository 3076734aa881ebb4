// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"

#include <QObject>
#include <QTimer>

#include <deque>

class QProgressDialog;

namespace cq {

/// Brings files into the library one after the other, each in small steps between which the window paints and can be told
/// to stop. What takes longer than a moment is shown with its progress; nothing else can be written meanwhile, because a
/// file comes in as one transaction.
class EvidenceAdder : public QObject
{
    Q_OBJECT

public:
    /// What comes from the disk has a path, what comes from the clipboard has bytes.
    struct Source
    {
        QString name;
        QString path;
        QByteArray bytes;
    };

    EvidenceAdder(EvidenceDesk &library, QWidget &window);
    ~EvidenceAdder() override;

    /// `draft`: centre, and what all of them share. Short work is done when this returns.
    void add(const QList<Source> &sources, const Evidence &draft, EvidenceDesk::Photographs photographs);
    bool isBusy() const { return !m_queue.empty() || m_intake; }
    /// The file under way leaves no trace; those before it stay.
    void stop();

Q_SIGNALS:
    void added(const cq::AddedEvidence &added);
    void refused(const QString &name, const cq::Error &error);
    void finished();

private:
    void work();
    void step();
    void showProgress();

    EvidenceDesk &m_library;
    QWidget &m_window;
    std::deque<Source> m_queue;
    std::unique_ptr<EvidenceIntake> m_intake;
    QString m_name; ///< of what is under way
    Evidence m_draft;
    EvidenceDesk::Photographs m_photographs = EvidenceDesk::Photographs::Scaled;
    QTimer m_later;
    std::unique_ptr<QProgressDialog> m_progress;
    int m_all = 0;
};

} // namespace cq
