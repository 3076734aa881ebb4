// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonsource.h"

namespace cq {

/// Collects what is wrong in one JSON file: the first faults up to a limit, the rest counted, so that a hostile file
/// cannot fill the memory with complaints. The source must outlive it.
class JsonFaults
{
public:
    /// Starts with the keys that stand twice.
    JsonFaults(const JsonSource &source, qsizetype limit);

    void add(const QString &pointer, const QString &message);
    bool isEmpty() const { return m_faults.isEmpty(); }
    /// How many were added, those over the limit included.
    qsizetype count() const { return m_faults.size() + m_unlisted; }
    /// In the order of the file, at most as many as the limit; where there were more, the last one says how many.
    QList<Fault> inOrder() const;

    /// A parse error as the one fault there is to report, on the line its detail names.
    static Fault ofParsing(const Error &error);

private:
    const JsonSource &m_source;
    qsizetype m_limit;
    qsizetype m_unlisted = 0;
    QList<Fault> m_faults;
};

} // namespace cq
