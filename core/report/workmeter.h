// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <functional>

namespace cq {

/// Counts the steps of a long job, tells the percentage when it rises, and knows whether the job was cancelled.
class WorkMeter
{
public:
    WorkMeter(std::function<void(int)> told, const std::atomic_bool *cancelled)
        : m_told(std::move(told)), m_cancelled(cancelled)
    {
    }

    void setTotal(qint64 steps) { m_total = steps > 0 ? steps : 1; }
    /// One step more. False where the job is to stop.
    bool step()
    {
        if (isCancelled())
            return false;
        ++m_done;
        tell(int(qMin<qint64>(99, 100 * m_done / m_total)));
        return !isCancelled();
    }
    void finish() { tell(100); }
    bool isCancelled() const { return m_cancelled && *m_cancelled; }

private:
    void tell(int percent)
    {
        if (percent <= m_last)
            return;
        m_last = percent;
        if (m_told)
            m_told(percent);
    }

    std::function<void(int)> m_told;
    const std::atomic_bool *m_cancelled;
    qint64 m_total = 1;
    qint64 m_done = 0;
    int m_last = -1;
};

} // namespace cq
