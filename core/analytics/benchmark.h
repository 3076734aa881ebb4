// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scoreboard.h"

namespace cq {

// A centre among others without naming them (domain.md section 8, rank 13): plain exact data.

/// Fewer other centres could be told apart by those who know them.
constexpr int fewestBenchmarkCentres = 5;

/// What a benchmark knows of one centre: its graded scores, neither name nor id.
struct BenchmarkResult
{
    Score overall;
    QHash<SectionId, Score> sections; ///< top-level ones in which something is scored
    bool operator==(const BenchmarkResult &) const = default;
};

BenchmarkResult benchmarkResult(const ScoreBoard &board);

/// Where the own centre stands among others.
struct BenchmarkBand
{
    SectionId section; ///< empty: the whole audit
    QString title; ///< of the section
    Score own; ///< undefined where nothing is scored here
    int centres = 0; ///< others with a score here, at least fewestBenchmarkCentres
    Score lowest, lowerQuartile, median, upperQuartile, highest; ///< of these
    bool operator==(const BenchmarkBand &) const = default;
};

/// The whole audit, then the top-level sections in the order of the packs, each where enough others have a score; nothing
/// at all where too few have one of the whole audit. Quartiles by nearest rank, so that each is a score and exact (Hyndman
/// and Fan, Sample Quantiles in Statistical Packages, The American Statistician 50, 1996: definition 1).
QList<BenchmarkBand> benchmarkBands(
    const PackSet &packs, const BenchmarkResult &own, const QList<BenchmarkResult> &others);

} // namespace cq
