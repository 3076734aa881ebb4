// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonsource.h"
#include "core/pack/criteriapack.h"
#include "core/pack/packlimits.h"

#include <optional>

namespace cq {

/// Reads *.cqpack.json (format version 1; resources/packs/schema). Reports every fault at once, each with its place.
class PackReader
{
public:
    static constexpr int formatVersion = 1;
    static constexpr qsizetype maxBytes = PackLimits::bytes;
    static constexpr int maxCriteria = PackLimits::criteria;
    static constexpr int maxSections = PackLimits::sections;
    static constexpr int maxFacts = PackLimits::facts;
    static constexpr int maxSources = PackLimits::sources;
    static constexpr int maxTextLength = PackLimits::textLength; ///< characters of one text
    static constexpr int maxFaults = PackLimits::faults; ///< further ones are counted, not listed

    struct Outcome
    {
        std::optional<CriteriaPack> pack; ///< present exactly where there are no faults
        QList<Fault> faults;
    };

    static Outcome read(const QByteArray &bytes);
    /// The same from a file; an unreadable or oversized file is a fault at "".
    static Outcome readFile(const QString &path);
};

} // namespace cq
