// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/packreader.h"
#include "core/pack/packset.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Any bytes: either a pack or faults, never both, each fault with a place. A pack that is read must also resolve.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto outcome = cq::PackReader::read(bytes);
    if (outcome.pack.has_value() != outcome.faults.isEmpty())
        abort();
    const int lines = int(bytes.count('\n')) + 1;
    for (const cq::Fault &fault : outcome.faults)
        if (fault.line < 1 || fault.line > lines || fault.message.isEmpty())
            abort();
    if (!outcome.pack)
        return 0;
    if (outcome.pack->bytes != bytes || outcome.pack->digest.size() != 64)
        abort();
    const auto set = cq::PackSet::make({*outcome.pack});
    if (bool(set) != (outcome.pack->kind == cq::PackKind::Core))
        abort();
    if (!set)
        return 0;
    for (const cq::Criterion &criterion : set->criteria()) {
        if (criterion.weight < 1 || criterion.weight > 100)
            abort();
        for (const cq::Condition::Leaf &leaf : criterion.applicability.leaves())
            if (leaf.slot < 0 || leaf.slot >= set->facts().size())
                abort();
        if (criterion.applicability.evaluate([](const cq::Condition::Leaf &) { return cq::Truth::No; })
            == cq::Truth::Unknown)
            abort();
    }
    return 0;
}
