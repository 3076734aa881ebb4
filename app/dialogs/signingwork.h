// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/jobprogress.h"

#include <QFutureSynchronizer>
#include <QObject>
#include <QtConcurrentRun>

#include <atomic>
#include <memory>
#include <type_traits>

namespace cq {

/// Runs a piece of work off the window's thread, one at a time: tells its progress, can be cancelled, and has ended before
/// this object goes away. A new start takes the place of the old one, whose result is dropped.
class SigningWork final : public QObject
{
    Q_OBJECT

public:
    explicit SigningWork(QObject *parent = nullptr);
    ~SigningWork() override;

    bool isRunning() const { return m_isRunning; }
    /// Asks the work to stop. It still ends by its own result, which says so.
    void cancel();
    /// Asks the work to stop and forgets it: its result is dropped.
    void abandon();

    /// `work` gets a JobProgress and returns a value; `done` gets that value in the window's thread.
    template <class Work, class Done> void start(Work work, Done done)
    {
        using Value = std::decay_t<std::invoke_result_t<Work, const JobProgress &>>;
        const JobProgress progress = begin();
        // Posted and not chained by QFuture::then(): that would call `done` from in here where the work is quick.
        m_pending.addFuture(QtConcurrent::run([this, work = std::move(work), progress, flag = m_cancelled, done] {
            const auto result = std::make_shared<const Value>(work(progress));
            QMetaObject::invokeMethod(
                this,
                [this, flag, result, done] {
                    if (flag != m_cancelled)
                        return;
                    m_isRunning = false;
                    done(*result);
                },
                Qt::QueuedConnection);
        }));
    }

Q_SIGNALS:
    void progressed(int percent);

private:
    JobProgress begin();

    std::shared_ptr<std::atomic_bool> m_cancelled; ///< of the work started last; tells it from earlier ones as well
    bool m_isRunning = false;
    QFutureSynchronizer<void> m_pending;
};

} // namespace cq
