// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/benchmark.h"

#include <algorithm>
#include <optional>

namespace cq {

namespace {

std::optional<BenchmarkBand> bandOf(QList<Score> scores)
{
    scores.removeIf([](const Score &score) { return !score.isDefined(); });
    const qsizetype count = scores.size();
    if (count < fewestBenchmarkCentres)
        return std::nullopt;
    std::sort(scores.begin(), scores.end());
    const auto quarter = [&](qsizetype quarters) { return scores.at((count * quarters + 3) / 4 - 1); };
    BenchmarkBand band;
    band.centres = int(count);
    band.lowest = scores.constFirst();
    band.lowerQuartile = quarter(1);
    band.median = quarter(2);
    band.upperQuartile = quarter(3);
    band.highest = scores.constLast();
    return band;
}

} // namespace

BenchmarkResult benchmarkResult(const ScoreBoard &board)
{
    BenchmarkResult result;
    result.overall = board.overall().graded;
    const QList<Section> &sections = board.packs().sections();
    for (int place = 0; place < int(sections.size()); ++place)
        if (const Score graded = board.section(place).graded; sections.at(place).parent.isEmpty() && graded.isDefined())
            result.sections.insert(sections.at(place).id, graded);
    return result;
}

QList<BenchmarkBand> benchmarkBands(
    const PackSet &packs, const BenchmarkResult &own, const QList<BenchmarkResult> &others)
{
    QList<Score> overall;
    for (const BenchmarkResult &other : others)
        overall.append(other.overall);
    auto whole = bandOf(overall);
    if (!whole)
        return {};
    whole->own = own.overall;
    QList<BenchmarkBand> bands {*whole};
    for (const Section &section : packs.sections()) {
        QList<Score> scores;
        for (const BenchmarkResult &other : others)
            scores.append(other.sections.value(section.id));
        auto band = bandOf(scores);
        if (!band || !section.parent.isEmpty())
            continue;
        band->section = section.id;
        band->title = section.title;
        band->own = own.sections.value(section.id);
        bands.append(*band);
    }
    return bands;
}

} // namespace cq
