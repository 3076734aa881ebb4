// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lint/sourcetree.h"

#include <QHash>
#include <QSet>

namespace cq::lint {

/// Which room may include from which, and which rooms know which foreign library (arrows.txt).
class ArrowTable
{
public:
    /// Lines that are no arrow are reported by faults().
    static ArrowTable parse(const QString &text);

    QStringList faults() const { return m_faults; }
    bool knows(const QString &room) const { return m_arrows.contains(room); }
    bool allows(const QString &from, const QString &to) const;
    /// False only for a library of the table in a room the table does not name for it.
    bool allowsForeign(const QString &room, const QString &include) const;
    /// A ring of rooms, as a chain of names; empty where the table has none.
    QStringList ring() const;

private:
    QHash<QString, QSet<QString>> m_arrows;
    QHash<QString, QSet<QString>> m_foreign;
    QStringList m_faults;
};

/// The nodes of one ring in a graph, first and last the same; empty where there is none.
QStringList findRing(const QHash<QString, QStringList> &edges);

} // namespace cq::lint
