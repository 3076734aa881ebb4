// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportfacts.h"

#include <cstdint>
#include <cstdlib>

// Whatever the bytes: facts that are accepted are written to bytes that give the same facts and the same bytes again, and
// every score in them can be painted.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto facts = cq::readReportFacts(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!facts)
        return 0;
    for (const cq::TrendPoint &point : facts->trend)
        if (point.graded.possible <= 0 || point.graded.earned > point.graded.possible)
            abort();
    const QByteArray bytes = cq::reportFactsBytes(*facts);
    const auto again = cq::readReportFacts(bytes);
    if (!again || *again != *facts || cq::reportFactsBytes(*again) != bytes)
        abort();
    return 0;
}
