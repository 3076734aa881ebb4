// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/faultlist.h"

#include <algorithm>

namespace cq {

void FaultList::add(const QString &pointer, const QString &message)
{
    if (isFull())
        ++m_unlisted;
    else
        m_faults.append({pointer, m_source.lineOf(pointer), message});
}

void FaultList::add(const Fault &fault)
{
    if (isFull())
        ++m_unlisted;
    else
        m_faults.append(fault);
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
