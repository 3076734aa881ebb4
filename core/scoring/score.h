// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

#include <compare>
#include <optional>

namespace cq {

/// An exact fraction of earned over possible weight. Undefined where nothing was possible: never 0 %, never 100 %.
struct Score
{
    qint64 earned = 0; ///< 0 <= earned <= possible
    qint64 possible = 0;

    bool isDefined() const { return possible > 0; }

    /// How the exact value stands to a mark in hundredths of a percent. Only for defined scores.
    std::strong_ordering comparedTo(qint64 hundredths) const;

    /// The score in hundredths of a percent, rounded half up; but never up to a mark that the exact value does not reach,
    /// so that the number shown and the number a rule reads cannot disagree.
    std::optional<int> hundredths(const QList<qint64> &marks) const;
    /// The same in tenths of a percent, for the window (domain.md section 10, "False precision").
    std::optional<int> tenths(const QList<qint64> &marks) const;

    /// Two scores are equal when their values are, whatever their terms.
    friend bool operator==(const Score &a, const Score &b)
    {
        if (!a.isDefined() || !b.isDefined())
            return a.isDefined() == b.isDefined();
        return a <=> b == std::strong_ordering::equal;
    }
    /// Order by exact value. Only for defined scores.
    friend std::strong_ordering operator<=>(const Score &a, const Score &b);

private:
    std::optional<int> rounded(qint64 unitsOfWhole, qint64 hundredthsPerUnit, const QList<qint64> &marks) const;
};

} // namespace cq
