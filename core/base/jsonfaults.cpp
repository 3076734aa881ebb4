// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonfaults.h"

#include <QRegularExpression>

#include <algorithm>

namespace cq {

JsonFaults::JsonFaults(const JsonSource &source, qsizetype limit) : m_source(source), m_limit(limit)
{
    m_faults = source.duplicateKeys().mid(0, limit);
    m_unlisted = source.duplicateKeys().size() - m_faults.size();
}

void JsonFaults::add(const QString &pointer, const QString &message)
{
    if (m_faults.size() < m_limit)
        m_faults.append({pointer, m_source.lineOf(pointer), message});
    else
        ++m_unlisted;
}

QList<Fault> JsonFaults::inOrder() const
{
    QList<Fault> faults = m_faults;
    std::stable_sort(faults.begin(), faults.end(), [](const Fault &a, const Fault &b) { return a.line < b.line; });
    if (m_unlisted > 0)
        faults.last() = {{}, 1, QStringLiteral("%1 more faults are not listed").arg(m_unlisted + 1)};
    return faults;
}

Fault JsonFaults::ofParsing(const Error &error)
{
    static const QRegularExpression place(
        QStringLiteral(R"(\Aline (\d+): (.*)\z)"), QRegularExpression::DotMatchesEverythingOption);
    const auto match = place.match(error.detail);
    if (!match.hasMatch())
        return {{}, 1, error.detail};
    return {{}, match.captured(1).toInt(), match.captured(2)};
}

} // namespace cq
