// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/samplechoice.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace cq {

namespace {

quint32 oneOf(quint32 left, std::mt19937 &generator)
{
    const quint64 fair = (quint64(1) << 32) / left * left;
    quint64 drawn = 0;
    do
        drawn = generator();
    while (drawn >= fair);
    return quint32(drawn % left);
}

} // namespace

QList<int> chooseCases(quint32 seed, int population, int size)
{
    std::mt19937 generator(seed);
    QList<int> places(population);
    std::iota(places.begin(), places.end(), 1);
    for (int i = 0; i < size; ++i)
        std::swap(places[i], places[i + int(oneOf(quint32(population - i), generator))]);
    places.resize(size);
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace cq
