// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/evidence/evidence.h"

#include <QFrame>

#include <functional>

class QLabel;
class QProgressBar;

namespace cq {

class EvidenceDesk;
class SigningWork;
struct JobProgress;

/// Writes evidence to files beside the window's thread, one export at a time: says what it writes and how far it is, and
/// can be stopped. Out of sight while nothing is written; work goes on meanwhile.
class EvidenceExportBar : public QFrame
{
    Q_OBJECT

public:
    explicit EvidenceExportBar(const EvidenceDesk &library, QWidget *parent = nullptr);

    bool isBusy() const;
    void writeFile(const Evidence &evidence, const QString &path);
    void writeFolder(const QList<Evidence> &evidence, const QString &folder);

Q_SIGNALS:
    void written(const QString &sentence);
    void failed(const cq::Error &error); ///< Cancelled where it was stopped

private:
    using Job = std::function<Result<void>(const JobProgress &)>;
    void start(const QString &what, const Job &job, const QString &done);

    const EvidenceDesk &m_library;
    SigningWork *m_work;
    QLabel *m_label;
    QProgressBar *m_bar;
};

} // namespace cq
