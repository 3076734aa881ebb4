// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/faultlist.h"

#include <algorithm>

namespace cq {

void FaultList::add(const QString &pointer, const QString &message)
{
    if (m_faults.size() < m_limit)
        m_faults.append({pointer, m_source.lineOf(pointer), message});
    else
        ++m_unlisted;
}

void FaultList::add(const Fault &fault)
{
    if (m_faults.size() < m_limit)
        m_faults.append(fault);
    else
        ++m_unlisted;
}

QList<Fault> FaultList::inOrder() const
{
    QList<Fault> faults = m_faults;
    std::stable_sort(faults.begin(), faults.end(), [](const Fault &a, const Fault &b) { return a.line < b.line; });
    if (m_unlisted > 0)
        faults.append({QString(), 1, QStringLiteral("%1 more faults are not listed").arg(m_unlisted)});
    return faults;
}

} // namespace cq
