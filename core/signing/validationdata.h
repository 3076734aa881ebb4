// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace cq {

/// What it takes to judge certificates later, when nobody can be asked any more (EN 319 142-1 section 5.4.2): DER
/// forms, each once, in the order they came. Nothing in it is believed before it was judged.
struct ValidationData
{
    static constexpr qint64 maxItemBytes = 4LL * 1024 * 1024; ///< a revocation list of some 100,000 entries
    static constexpr qint64 maxBytes = 32LL * 1024 * 1024; ///< of all together
    static constexpr int maxItems = 256; ///< of one kind

    QList<QByteArray> certificates;
    QList<QByteArray> crls;
    QList<QByteArray> ocspAnswers; ///< OCSPResponse, whole (RFC 6960 section 4.2.1)

    bool isEmpty() const { return certificates.isEmpty() && crls.isEmpty() && ocspAnswers.isEmpty(); }

    void add(const ValidationData &other)
    {
        addNew(certificates, other.certificates);
        addNew(crls, other.crls);
        addNew(ocspAnswers, other.ocspAnswers);
    }

    bool operator==(const ValidationData &) const = default;

private:
    static void addNew(QList<QByteArray> &list, const QList<QByteArray> &items)
    {
        for (const QByteArray &item : items)
            if (!list.contains(item))
                list.append(item);
    }
};

} // namespace cq
