// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingwork.h"

namespace cq {

SigningWork::SigningWork(QObject *parent)
    : QObject(parent)
    , m_cancelled(std::make_shared<std::atomic_bool>(false))
{
}

SigningWork::~SigningWork()
{
    // The work tells its progress to this object, so it has to end first.
    cancel();
    m_pending.waitForFinished();
}

void SigningWork::cancel()
{
    m_cancelled->store(true);
}

void SigningWork::abandon()
{
    cancel();
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    m_isRunning = false;
}

JobProgress SigningWork::begin()
{
    abandon();
    m_isRunning = true;
    JobProgress progress;
    progress.cancelled = m_cancelled.get();
    progress.told = [this, flag = m_cancelled](int percent) {
        QMetaObject::invokeMethod(
            this,
            [this, flag, percent] {
                if (flag == m_cancelled && m_isRunning)
                    Q_EMIT progressed(percent);
            },
            Qt::QueuedConnection);
    };
    return progress;
}

} // namespace cq
