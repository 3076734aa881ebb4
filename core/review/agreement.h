// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pack/responselevel.h"
#include "core/scoring/score.h"

#include <QList>

#include <optional>

namespace cq {

/// The answers of two parties to one criterion.
struct ResponsePair
{
    ResponseLevel self = ResponseLevel::NotAssessed;
    ResponseLevel auditor = ResponseLevel::NotAssessed;
};

/// Steps of the scale Not met, Partially met, Met from the auditor's level up to the centre's, -2 to 2: positive where the
/// centre rated itself higher. Nothing where a side has no level on that scale.
std::optional<int> stepsBetween(ResponseLevel self, ResponseLevel auditor);

/// An exact coefficient of agreement, -1 to 1; undefined where chance alone explains everything.
struct Kappa
{
    qint64 numerator = 0;
    qint64 denominator = 0; ///< positive where defined, 0 otherwise

    bool isDefined() const { return denominator > 0; }
    /// In ten-thousandths, rounded to the nearest, halves away from zero. Only where defined.
    int tenThousandths() const;
};

/// How far the centre's own answers and the auditor's go together (domain.md section 2.3). Pairs in which a side has no
/// level of its own (not assessed) are left out; "not applicable" on one side only is an applicability disagreement.
struct Agreement
{
    int pairs = 0; ///< both sides have a level between Not met and Met
    int agreeing = 0;
    int overRated = 0; ///< the centre rated itself higher
    int underRated = 0;
    int applicabilityDisagreements = 0;
    int gap = 0; ///< sum of stepsBetween() over the pairs
    Kappa linear; ///< weighted: half way is half right
    Kappa unweighted;

    Score rawAgreement() const { return {agreeing, pairs}; }
    Score overRating() const { return {overRated, pairs}; }
    /// Mean signed gap in hundredths of a step, rounded to the nearest, halves away from zero; nothing without pairs.
    std::optional<int> meanGapHundredths() const;
};

Agreement agreementOf(const QList<ResponsePair> &answers);

/// Below this many pairs a kappa says too little to be shown (domain.md section 2.3).
inline constexpr int minPairsForKappa = 30;

} // namespace cq
