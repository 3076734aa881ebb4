// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/evidenceadder.h"

#include "core/evidence/cleanfilename.h"

#include <QElapsedTimer>
#include <QProgressDialog>
#include <QWidget>

namespace cq {

namespace {

// As long as a window may do nothing else without being felt to stand still.
constexpr int momentMs = 40;

} // namespace

EvidenceAdder::EvidenceAdder(EvidenceDesk &library, QWidget &window)
    : QObject(&window)
    , m_library(library)
    , m_window(window)
{
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &EvidenceAdder::work);
}

EvidenceAdder::~EvidenceAdder() = default;

void EvidenceAdder::add(
    const QList<Source> &sources, const Evidence &draft, EvidenceDesk::Photographs photographs)
{
    if (isBusy() || sources.isEmpty())
        return;
    m_queue.assign(sources.begin(), sources.end());
    m_all = int(sources.size());
    m_draft = draft;
    m_photographs = photographs;
    work();
}

void EvidenceAdder::stop()
{
    m_queue.clear();
    m_intake.reset();
    m_later.start();
}

void EvidenceAdder::work()
{
    QElapsedTimer moment;
    moment.start();
    while (isBusy() && !moment.hasExpired(momentMs))
        step();
    if (isBusy()) {
        showProgress();
        m_later.start();
        return;
    }
    m_progress.reset();
    Q_EMIT finished();
}

void EvidenceAdder::step()
{
    if (!m_intake) {
        const Source source = std::move(m_queue.front());
        m_queue.pop_front();
        m_name = visibleFileName(source.name);
        auto intake = source.path.isEmpty()
            ? m_library.takeIn(m_draft, source.name, source.bytes, m_photographs)
            : m_library.takeIn(m_draft, source.path, m_photographs);
        if (intake)
            m_intake = std::move(*intake);
        else
            Q_EMIT refused(m_name, intake.error());
        return;
    }
    const auto more = m_intake->step();
    if (more && *more)
        return;
    // The transaction ends before anybody hears of it, so that what they write then can begin.
    const auto ended = std::move(m_intake);
    const Result<AddedEvidence> result = more ? ended->finish() : Result<AddedEvidence>(more.error());
    if (result)
        Q_EMIT added(*result);
    else
        Q_EMIT refused(m_name, result.error());
}

void EvidenceAdder::showProgress()
{
    if (!m_progress) {
        m_progress = std::make_unique<QProgressDialog>(&m_window);
        m_progress->setWindowTitle(tr("Adding evidence"));
        m_progress->setWindowModality(Qt::WindowModal);
        m_progress->setMinimumDuration(0);
        m_progress->setAutoReset(false);
        m_progress->setAutoClose(false);
        m_progress->setRange(0, 100 * m_all);
        connect(m_progress.get(), &QProgressDialog::canceled, this, &EvidenceAdder::stop);
    }
    const int before = m_all - int(m_queue.size()) - (m_intake ? 1 : 0);
    m_progress->setLabelText(tr("Adding %1…").arg(m_name));
    m_progress->setValue(100 * before + (m_intake ? m_intake->percent() : 0));
}

} // namespace cq
