// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonsource.h"
#include "core/pack/criteriapack.h"

#include <optional>

namespace cq {

/// Reads *.cqpack.json (format version 1; resources/packs/schema). Reports every fault at once, each with its place.
class PackReader
{
public:
    static constexpr int formatVersion = 1;
    static constexpr qsizetype maxBytes = 4 * 1024 * 1024;
    static constexpr int maxCriteria = 20000;
    static constexpr int maxSections = 1000;
    static constexpr int maxFacts = 1000;
    static constexpr int maxSources = 5000;
    static constexpr int maxTextLength = 8000; ///< characters of one text
    static constexpr int maxFaults = 200; ///< further ones are counted, not listed

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
