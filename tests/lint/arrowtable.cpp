// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/arrowtable.h"

namespace cq::lint {

namespace {

/// Depth-first search that keeps its path, so that a ring can be told in full.
class RingSearch
{
public:
    explicit RingSearch(const QHash<QString, QStringList> &edges)
        : m_edges(edges)
    {
    }

    QStringList from(const QString &node)
    {
        if (m_finished.contains(node))
            return {};
        const qsizetype earlier = m_path.indexOf(node);
        if (earlier >= 0)
            return m_path.mid(earlier) << node;
        m_path.append(node);
        for (const QString &next : m_edges.value(node)) {
            const QStringList ring = from(next);
            if (!ring.isEmpty())
                return ring;
        }
        m_path.removeLast();
        m_finished.insert(node);
        return {};
    }

private:
    const QHash<QString, QStringList> &m_edges;
    QStringList m_path;
    QSet<QString> m_finished;
};

} // namespace

QStringList findRing(const QHash<QString, QStringList> &edges)
{
    QStringList nodes = edges.keys();
    nodes.sort();
    RingSearch search(edges);
    for (const QString &node : nodes) {
        const QStringList ring = search.from(node);
        if (!ring.isEmpty())
            return ring;
    }
    return {};
}

ArrowTable ArrowTable::parse(const QString &text)
{
    ArrowTable table;
    const QStringList lines = text.split(u'\n');
    for (const QString &whole : lines) {
        const QString line = whole.simplified();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QStringList words = line.split(u' ');
        const bool foreign = words.front() == QLatin1String("foreign");
        const int arrowAt = foreign ? 2 : 1;
        if (words.size() <= arrowAt || words.at(arrowAt) != QLatin1String("->")) {
            table.m_faults.append(QStringLiteral("no arrow: ") + line);
            continue;
        }
        auto &rows = foreign ? table.m_foreign : table.m_arrows;
        const QString &from = words.at(arrowAt - 1);
        if (rows.contains(from))
            table.m_faults.append(QStringLiteral("twice in the table: ") + from);
        const QStringList targets = words.mid(arrowAt + 1);
        rows.insert(from, QSet<QString>(targets.cbegin(), targets.cend()));
    }
    return table;
}

bool ArrowTable::allows(const QString &from, const QString &to) const
{
    return from == to || m_arrows.value(from).contains(to);
}

bool ArrowTable::allowsForeign(const QString &room, const QString &include) const
{
    const QString library = include.section(u'/', 0, 0);
    const auto rooms = m_foreign.constFind(library);
    return rooms == m_foreign.cend() || rooms->contains(room);
}

QStringList ArrowTable::ring() const
{
    QHash<QString, QStringList> edges;
    for (auto row = m_arrows.cbegin(); row != m_arrows.cend(); ++row)
        edges.insert(row.key(), row->values());
    return findRing(edges);
}

} // namespace cq::lint
