// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/embeddedpacks.h"

#include "core/pack/packreader.h"

#include <algorithm>

namespace cq {

Result<PackSet> embeddedPacks(const QList<EmbeddedFile> &files, const QList<PackPin> &pins)
{
    QList<CriteriaPack> packs;
    for (const EmbeddedFile &file : files) {
        if (!file.name.endsWith(QLatin1String(".cqpack.json")))
            continue;
        const auto read = PackReader::read(file.bytes);
        if (!read.pack)
            return Error {ErrorCode::Malformed,
                QStringLiteral("pack %1 in the report: line %2, %3")
                    .arg(file.name)
                    .arg(read.faults.first().line)
                    .arg(read.faults.first().message),
                {}};
        packs.append(*read.pack);
    }
    const auto set = PackSet::make(packs);
    if (!set)
        return set;
    QList<PackPin> held = set->pins();
    QList<PackPin> wanted = pins;
    const auto byDigest = [](const PackPin &a, const PackPin &b) { return a.digest < b.digest; };
    std::sort(held.begin(), held.end(), byDigest);
    std::sort(wanted.begin(), wanted.end(), byDigest);
    if (held != wanted)
        return Error {ErrorCode::Corrupt, QStringLiteral("the packs in the report are not those the audit pins"), {}};
    return set;
}

} // namespace cq
