// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/photographfacts.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Any bytes: no photograph, or one with a size, colours that are known, and one of eight ways to turn it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto facts =
        cq::photographFactsOf(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!facts) {
        if (facts.error().code != cq::ErrorCode::Malformed)
            abort();
        return 0;
    }
    if (facts->size.isEmpty() || facts->orientation < 1 || facts->orientation > 8
        || (facts->colours != 1 && facts->colours != 3 && facts->colours != 4))
        abort();
    return 0;
}
