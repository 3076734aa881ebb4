// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonsource.h"

#include <QList>
#include <QString>

namespace cq {

/// Collects everything wrong in one JSON file. Keeps the first ones up to a limit and counts the rest, so that a
/// hostile file cannot fill the memory with complaints.
class FaultList
{
public:
    FaultList(const JsonSource &source, int limit) : m_source(source), m_limit(limit) { }

    void add(const QString &pointer, const QString &message);
    void add(const Fault &fault);
    bool isEmpty() const { return m_faults.isEmpty(); }
    /// True where the next one is counted only: its message may be shorter, as nobody will read it.
    bool isFull() const { return m_faults.size() >= m_limit; }
    /// How many were added, those over the limit included.
    qsizetype count() const { return m_faults.size() + m_unlisted; }
    /// In the order of the file; ends with a count of those over the limit.
    QList<Fault> inOrder() const;

private:
    const JsonSource &m_source;
    int m_limit;
    qsizetype m_unlisted = 0;
    QList<Fault> m_faults;
};

} // namespace cq
