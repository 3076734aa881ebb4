// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFile>
#include <QList>
#include <QString>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <numeric>
#include <stdexcept>

namespace cq::bench {

/// Nanoseconds of a clock that all processes share and nobody sets.
inline qint64 nowNs()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

/// Durations of one thing done many times, in nanoseconds.
class Samples
{
public:
    void add(qint64 ns) { m_ns.append(ns); }
    template <class F> void time(F &&work)
    {
        const qint64 begin = nowNs();
        work();
        add(nowNs() - begin);
    }
    qint64 mean() const { return std::accumulate(m_ns.begin(), m_ns.end(), qint64(0)) / std::max<qint64>(1, m_ns.size()); }
    /// The smallest duration that so many of a hundred do not exceed.
    qint64 percentile(int hundredths) const
    {
        QList<qint64> sorted = m_ns;
        std::sort(sorted.begin(), sorted.end());
        const qsizetype place = (sorted.size() * hundredths + 99) / 100 - 1;
        return sorted.isEmpty() ? 0 : sorted[std::clamp<qsizetype>(place, 0, sorted.size() - 1)];
    }
    qint64 max() const { return percentile(100); }

private:
    QList<qint64> m_ns;
};

enum class Unit { Microseconds, Milliseconds };

/// "name: figure unit (aim X)".
inline void print(const QString &name, const QString &figure, const char *aim)
{
    const QByteArray behind = *aim == '\0' ? QByteArray() : QByteArray(" (aim ") + aim + ')';
    std::printf("%s: %s%s\n", qPrintable(name), qPrintable(figure), behind.constData());
    std::fflush(stdout);
}

inline void printTime(const QString &name, qint64 ns, Unit unit, const char *aim = "")
{
    const bool micro = unit == Unit::Microseconds;
    const qint64 hundredths = (ns + (micro ? 5 : 5'000)) / (micro ? 10 : 10'000);
    print(name,
        QStringLiteral("%1.%2 %3")
            .arg(hundredths / 100)
            .arg(hundredths % 100, 2, 10, QLatin1Char('0'))
            .arg(micro ? QStringLiteral("us") : QStringLiteral("ms")),
        aim);
}

inline void printCount(const QString &name, qint64 count, const char *unit, const char *aim = "")
{
    print(name, QStringLiteral("%1 %2").arg(count).arg(QLatin1String(unit)), aim);
}

/// A line of /proc/self/status in KiB: "VmHWM" is the most memory held since resetPeak(), "VmRSS" what is held now.
inline qint64 memoryKiB(const char *line)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &text : status.readAll().split('\n'))
        if (text.startsWith(line))
            return text.mid(text.indexOf(':') + 1).trimmed().split(' ').first().toLongLong();
    return 0;
}

inline void resetPeak()
{
#ifdef __GLIBC__
    malloc_trim(0); // what was freed before is not held
#endif
    QFile references(QStringLiteral("/proc/self/clear_refs"));
    if (references.open(QIODevice::WriteOnly))
        references.write("5");
}

/// The value, or an exception that ends the benchmark: its figures would mean nothing.
template <class T> T required(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().text().toStdString());
    return std::move(result).value();
}
inline void required(const Result<void> &result)
{
    if (!result)
        throw std::runtime_error(result.error().text().toStdString());
}

/// Runs a benchmark; what it could not do ends it with exit code 1.
template <class F> int guarded(F &&benchmark)
{
    try {
        benchmark();
    } catch (const std::exception &failure) {
        std::fprintf(stderr, "benchmark stopped: %s\n", failure.what());
        return 1;
    }
    return 0;
}

} // namespace cq::bench
