// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/agreement.h"

#include <array>
#include <cstdlib>
#include <optional>

namespace cq {

namespace {

constexpr int steps = 2; // Not met, Partially met, Met: two steps from end to end

std::optional<int> rankOf(ResponseLevel level)
{
    switch (level) {
    case ResponseLevel::Met:
        return 2;
    case ResponseLevel::PartiallyMet:
        return 1;
    case ResponseLevel::NotMet:
        return 0;
    case ResponseLevel::NotApplicable:
    case ResponseLevel::NotAssessed:
        break;
    }
    return std::nullopt;
}

using Table = std::array<std::array<qint64, steps + 1>, steps + 1>;

// Cohen's kappa (po - pe) / (1 - pe) with agreement weights in whole numbers: `weight` of `full` for each cell.
template <class W> Kappa kappaOf(const Table &table, qint64 pairs, qint64 full, W &&weight)
{
    qint64 observed = 0, expected = 0; // in 1 / (full x pairs) and 1 / (full x pairs x pairs)
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            qint64 row = 0, column = 0;
            for (int k = 0; k <= steps; ++k) {
                row += table[size_t(i)][size_t(k)];
                column += table[size_t(k)][size_t(j)];
            }
            observed += weight(i, j) * table[size_t(i)][size_t(j)];
            expected += weight(i, j) * row * column;
        }
    const qint64 denominator = full * pairs * pairs - expected;
    if (denominator == 0)
        return {};
    return {observed * pairs - expected, denominator};
}

// The nearest whole number, halves away from zero.
int nearest(qint64 numerator, qint64 denominator)
{
    const qint64 rounded = (2 * std::abs(numerator) + denominator) / (2 * denominator);
    return int(numerator < 0 ? -rounded : rounded);
}

} // namespace

std::optional<int> stepsBetween(ResponseLevel self, ResponseLevel auditor)
{
    const auto above = rankOf(self);
    const auto below = rankOf(auditor);
    if (!above || !below)
        return std::nullopt;
    return *above - *below;
}

int Kappa::tenThousandths() const
{
    return nearest(10000 * numerator, denominator);
}

std::optional<int> Agreement::meanGapHundredths() const
{
    if (pairs == 0)
        return std::nullopt;
    return nearest(qint64 {100} * gap, pairs);
}

Agreement agreementOf(const QList<ResponsePair> &answers)
{
    Agreement result;
    Table table {};
    for (const ResponsePair &pair : answers) {
        const bool selfAway = pair.self == ResponseLevel::NotApplicable;
        const bool auditorAway = pair.auditor == ResponseLevel::NotApplicable;
        const auto self = rankOf(pair.self);
        const auto auditor = rankOf(pair.auditor);
        result.applicabilityDisagreements += (selfAway && auditor) || (auditorAway && self);
        if (!self || !auditor)
            continue;
        ++result.pairs;
        ++table[size_t(*self)][size_t(*auditor)];
        result.gap += *self - *auditor;
        result.agreeing += *self == *auditor;
        result.overRated += *self > *auditor;
        result.underRated += *self < *auditor;
    }
    result.linear = kappaOf(
        table, result.pairs, steps, [](int i, int j) { return qint64 {steps} - std::abs(i - j); });
    result.unweighted = kappaOf(table, result.pairs, 1, [](int i, int j) { return qint64 {i == j}; });
    return result;
}

} // namespace cq
