// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/score.h"

namespace cq {

namespace {

// Products of two sums of weights need more than 64 bits; the type is an extension that g++ and clang share.
__extension__ using Wide = __int128;

std::strong_ordering order(Wide a, Wide b)
{
    return a < b ? std::strong_ordering::less : b < a ? std::strong_ordering::greater : std::strong_ordering::equal;
}

} // namespace

std::strong_ordering Score::comparedTo(qint64 hundredths) const
{
    return order(Wide(earned) * 10000, Wide(hundredths) * possible);
}

std::strong_ordering operator<=>(const Score &a, const Score &b)
{
    return order(Wide(a.earned) * b.possible, Wide(b.earned) * a.possible);
}

std::optional<int> Score::rounded(qint64 unitsOfWhole, qint64 hundredthsPerUnit, const QList<qint64> &marks) const
{
    if (!isDefined())
        return std::nullopt;
    qint64 units = qint64((Wide(earned) * unitsOfWhole * 2 + possible) / (Wide(possible) * 2));
    for (const qint64 mark : marks)
        if (comparedTo(mark) < 0 && units * hundredthsPerUnit >= mark)
            units = (mark - 1) / hundredthsPerUnit;
    return int(units);
}

std::optional<int> Score::hundredths(const QList<qint64> &marks) const
{
    return rounded(10000, 1, marks);
}

std::optional<int> Score::tenths(const QList<qint64> &marks) const
{
    return rounded(1000, 10, marks);
}

} // namespace cq
