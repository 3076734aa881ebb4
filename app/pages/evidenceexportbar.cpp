// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/evidenceexportbar.h"

#include "app/dialogs/signingwork.h"
#include "core/session/evidencedesk.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace cq {

EvidenceExportBar::EvidenceExportBar(const EvidenceDesk &library, QWidget *parent)
    : QFrame(parent)
    , m_library(library)
    , m_work(new SigningWork(this))
    , m_label(new QLabel)
    , m_bar(new QProgressBar)
{
    auto *stop = new QPushButton(tr("Stop"));
    stop->setObjectName(QStringLiteral("stopExportButton"));
    stop->setAccessibleName(tr("Stop the export"));
    m_label->setTextFormat(Qt::PlainText);
    m_bar->setAccessibleName(tr("Progress of the export"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_label);
    layout->addWidget(m_bar, 1);
    layout->addWidget(stop);
    connect(m_work, &SigningWork::progressed, m_bar, &QProgressBar::setValue);
    connect(stop, &QPushButton::clicked, m_work, &SigningWork::cancel);
    hide();
}

bool EvidenceExportBar::isBusy() const
{
    return m_work->isRunning();
}

void EvidenceExportBar::writeFile(const Evidence &evidence, const QString &path)
{
    const EvidenceExport out = m_library.exporter();
    start(tr("Writing “%1”…").arg(evidence.title),
        [=](const JobProgress &progress) { return out.toFile(evidence, path, progress); },
        tr("Written to %1 and checked.").arg(QDir::toNativeSeparators(path)));
}

void EvidenceExportBar::writeFolder(const QList<Evidence> &evidence, const QString &folder)
{
    const EvidenceExport out = m_library.exporter();
    start(tr("Writing %n file(s) and an index…", nullptr, int(evidence.size())),
        [=](const JobProgress &progress) { return out.toFolder(evidence, folder, progress); },
        tr("%n file(s) and an index written and checked.", nullptr, int(evidence.size())));
}

void EvidenceExportBar::start(const QString &what, const Job &job, const QString &done)
{
    m_label->setText(what);
    m_bar->setValue(0);
    show();
    m_work->start(job, [this, done](const Result<void> &result) {
        hide();
        if (result)
            Q_EMIT written(done);
        else
            Q_EMIT failed(result.error());
    });
}

} // namespace cq
